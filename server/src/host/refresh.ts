import fs from 'node:fs';
import path from 'node:path';
import { folderOf, isAtOrBelowAny } from '../base/paths';
import { sameData } from '../base/structural-equality';
import type { LinkTarget } from '../base/symlink-target';
import { diskFiles, entryOf, reasonOf } from './disk-files';
import type { FileSource, WalkResult, Link } from './file-source';
import { isIgnored, isNeverEntered } from './ignore-rules';
import { scopeAbove } from './ignores';
import { takeFound, type Engine, type LoadOptions } from './load';
import { soleCheckpoint, type Checkpoint } from '../base/cancellation';
import { LEFT_OUT, IgnoreScopes } from './ignore-scopes';
import {
  filesThrough,
  linksByTarget,
  MAX_LINKED_FILES,
  throughLinks,
  type LinkedFile,
  type LinksByTarget,
} from './through-links';
import { addResult, emptyResult, addEntry, subjectOf, walk } from './walk';

/** The part of the engine that refreshing needs: also the paths that are known. */
export interface RefreshableEngine extends Engine {
  /** The known file at `path`, and those below it. */
  atOrBelow(path: string): readonly string[];
  readonly links: ReadonlyMap<string, LinkTarget>;
  readonly lookup: {
    hasFile(path: string): boolean;
    hasFolder(path: string): boolean;
    unseen(): readonly { path: string; isFolder: boolean }[];
  };
}

/** What was looked at again: files and folders, the folders with all that is below them, and the roots of their own among that. */
export interface Refreshed {
  readonly subjects: ReadonlySet<string>;
  readonly innerRoots: readonly string[];
}

/**
 * Brings an engine up to date after something happened at `paths` (relative to the root): files and folders that were
 * created, changed or deleted. Looks at the disk as it is now, so the order and number of events do not matter. Files
 * that an editor shows are left to the editor. The caller settles.
 */
export async function refresh(
  engine: RefreshableEngine,
  root: string,
  paths: Iterable<string>,
  options: LoadOptions = {},
): Promise<Refreshed> {
  const { checkpoint = soleCheckpoint(), isOpen = () => false } = options;
  const source = diskFiles(root);
  const scopes = new IgnoreScopes(root, { entersLinks: false });
  const found = emptyResult();
  const touched = new Set<string>();
  for (const at of withRealPaths(paths, engine.links)) {
    await checkpoint.pass();
    touched.add(subjectOf(at));
  }
  const subjects = withLinks(touched, engine.links);
  for (const at of subjects) {
    await checkpoint.pass();
    const inside = await walkAt(engine, root, at, { source, scopes, checkpoint });
    forgetMissing(engine, at, inside, isOpen);
    addResult(inside, found);
  }
  reopen(engine, subjects, found);
  const linked = await filesSeenThroughLinks(engine, subjects, found, {
    isOpen,
    checkpoint,
    filesIn: async folder => (await walkAt(engine, root, folder, { source, scopes, checkpoint })).files,
  });
  await takeFound(engine, source, { ...found, linked }, { ...options, isThere: at => engine.lookup.hasFile(at) });
  return { subjects, innerRoots: found.innerRoots };
}

/** Adds to paths behind links the link itself, which may have been replaced, and the real path behind it. */
function* withRealPaths(paths: Iterable<string>, links: RefreshableEngine['links']): Iterable<string> {
  for (const at of paths) {
    yield at;
    const link = links.size === 0 ? undefined : linkAbove(at, links);
    if (link === undefined) continue;
    yield link;
    const target = links.get(link)?.target;
    if (target !== undefined) yield path.posix.join(target, at.slice(link.length + 1));
  }
}

function linkAbove(at: string, links: RefreshableEngine['links']): string | undefined {
  const folder = folderOf(at);
  return folder === '' || links.has(folder) ? folder || undefined : linkAbove(folder, links);
}

/**
 * Adds the links whose target may have changed: those that lead to one of the paths, broken links and, if a link is
 * among the paths, all links, since links may lead to links. A link that leads through one in a left-out folder is
 * missed.
 */
function withLinks(paths: ReadonlySet<string>, links: RefreshableEngine['links']): ReadonlySet<string> {
  if (links.size === 0) return paths;
  const isAnyLink = [...links.keys()].some(at => isAtOrBelowAny(at, paths));
  const moved = [...links].filter(
    ([, { target, broken }]) => isAnyLink || broken === true || (target !== undefined && isAtOrBelowAny(target, paths)),
  );
  return new Set([...paths, ...moved.map(([at]) => at)]);
}

/**
 * Opens the unlistable folders that were walked again: unless the walk found them unlistable, they can be listed now or are
 * gone.
 */
function reopen(engine: RefreshableEngine, subjects: ReadonlySet<string>, found: WalkResult): void {
  const unlistable = new Set(found.unlistable.map(({ path: folder }) => folder));
  for (const { path: folder, isFolder } of engine.lookup.unseen())
    if (isFolder && !unlistable.has(folder) && isAtOrBelowAny(folder, subjects))
      engine.setFolderUnlistable(folder, false);
}

type IsOpen = (path: string) => boolean;

/** What exists at a path: undefined if nothing does, a reason if that cannot be determined. */
function lookAt(at: string): fs.Stats | { readonly message: string } | undefined {
  try {
    return fs.lstatSync(at, { throwIfNoEntry: false });
  } catch (error) {
    const reason = reasonOf(error as NodeJS.ErrnoException);
    return reason === 'ENOTDIR' ? undefined : { message: reason };
  }
}

/** Walks what lies at and below a path. */
async function walkAt(
  engine: RefreshableEngine,
  root: string,
  at: string,
  { source, scopes, checkpoint }: { source: FileSource; scopes: IgnoreScopes; checkpoint: Checkpoint },
): Promise<WalkResult> {
  const found = emptyResult();
  const scope = at === '' ? scopeAbove(root) : scopes.of(folderOf(at));
  const stat = scope === LEFT_OUT ? undefined : lookAt(path.join(root, at));
  if (scope === LEFT_OUT || stat === undefined) return found;
  if ('message' in stat) noteUnlistable(engine, at, stat.message, found);
  else if (stat.isDirectory()) {
    if (at === '' || !(isNeverEntered(at) || isIgnored(scope, at, true)))
      await walk(source, { folder: at, scope }, { found, checkpoint });
  } else if (!isIgnored(scope, at, false)) addEntry(source, at, entryOf(at, stat), found);
  return found;
}

/**
 * Notes that a path cannot be looked at: what is known of a folder there may still exist, and a file there certainly
 * does.
 */
function noteUnlistable(engine: RefreshableEngine, at: string, message: string, found: WalkResult): void {
  if (at === '' || engine.lookup.hasFolder(at)) found.unlistable.push({ path: at, message });
  else found.unread.push({ path: at, message: `This file cannot be read: ${message}`, holds: true });
}

/**
 * Forgets the known files at and below a path that the walk did not find. A link stays known, with the files behind it,
 * if it still leads to the same target.
 */
function forgetMissing(engine: RefreshableEngine, at: string, found: WalkResult, isOpen: IsOpen): void {
  const files = new Set(found.files);
  const kept = new Set<string>();
  for (const link of found.links) if (isKnown(engine, link)) kept.add(link.path);
  for (const { path: odd, link } of found.unread)
    if (link !== undefined && sameData(engine.links.get(odd), link)) kept.add(odd);
  const isThere = (known: string): boolean =>
    (files.has(known) && !engine.links.has(known)) || isAtOrBelowAny(known, kept);
  forget(
    engine,
    engine.atOrBelow(at).filter(known => !isThere(known)),
    isOpen,
  );
}

function isKnown({ links }: RefreshableEngine, { path: at, ...link }: Link): boolean {
  return sameData(links.get(at), link);
}

/**
 * The files behind links to folders, for the files that were found and for everything behind new links. Forgets files
 * behind links that do not exist any more.
 */
async function filesSeenThroughLinks(
  engine: RefreshableEngine,
  subjects: ReadonlySet<string>,
  found: WalkResult,
  {
    isOpen,
    checkpoint,
    filesIn,
  }: { isOpen: IsOpen; checkpoint: Checkpoint; filesIn: (folder: string) => Promise<readonly string[]> },
): Promise<AsyncIterable<LinkedFile> | undefined> {
  const targets = new Map<string, string>();
  for (const [at, { isFolder, target }] of engine.links) if (isFolder && target !== undefined) targets.set(at, target);
  const added = new Map<string, string>();
  for (const link of found.links)
    if (link.isFolder && link.target !== undefined && !isKnown(engine, link)) added.set(link.path, link.target);
  const links = linksByTarget(new Map([...targets, ...added]));
  if (links.size === 0) return undefined;
  const files = new Set(found.files);
  for (const folder of linksByTarget(added).keys())
    if (!isAtOrBelowAny(folder, subjects)) for (const file of await filesIn(folder)) files.add(file);
  for (const [place, own] of seenElsewhere(subjects, links)) {
    const isThere = (file: string): boolean => files.has(file) || isOpen(file);
    const known = engine.atOrBelow(place).filter(at => !engine.links.has(at));
    const gone = known.filter(at => !isThere(own + at.slice(place.length)));
    forget(engine, gone, isOpen);
  }
  return filesThrough(files, links, { mayAdd: withinLinkLimit(engine, links), checkpoint });
}

/** The paths at which files at or below `paths` are seen through links, each with the real path. */
function* seenElsewhere(
  paths: ReadonlySet<string>,
  links: LinksByTarget,
): Iterable<readonly [place: string, own: string]> {
  for (const at of paths) for (const place of throughLinks(at, links)) yield [place, at];
  for (const [folder, places] of links)
    if (isAtOrBelowAny(folder, paths)) for (const place of places) yield [place, folder];
}

/** Allows known files, and as many further files as the limit for files behind links leaves. */
function withinLinkLimit(engine: RefreshableEngine, links: LinksByTarget): (path: string) => boolean {
  const seenThrough = (link: string): number => engine.atOrBelow(link).length - 1;
  let room: number | undefined;
  return at => {
    if (engine.lookup.hasFile(at)) return true;
    room ??= [...links.values()].flat().reduce((left, link) => left - seenThrough(link), MAX_LINKED_FILES);
    return room-- > 0;
  };
}

function forget(engine: RefreshableEngine, paths: readonly string[], isOpen: IsOpen): void {
  for (const at of paths) if (!isOpen(at)) engine.takeChanges(new Map([[at, undefined]]));
}

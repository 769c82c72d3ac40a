import fs from 'node:fs';
import path from 'node:path';
import { folderOf } from '../base/paths';
import { sameData } from '../base/structural-equality';
import type { LinkTarget } from '../base/symlink-target';
import { diskFiles, entryOf, reasonOf } from './disk-files';
import type { FileSource, Found, Link } from './file-source';
import { isIgnored } from './ignore-rules';
import { scopeAbove } from './ignores';
import { takeFound, type Engine, type LoadOptions } from './load';
import { soleCheckpoint, type Checkpoint } from '../base/cancellation';
import { LEFT_OUT, Scopes } from './ignore-scopes';
import { filesThrough, linksTo, MOST_LINKED, throughLinks, type Linked, type LinksTo } from './through-links';
import { addFinds, noFinds, sort, subjectOf, walk } from './walk';

/** What refreshing needs beside: which paths are known. */
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
): Promise<void> {
  const { checkpoint = soleCheckpoint(), isOpen = () => false } = options;
  const source = diskFiles(root);
  const scopes = new Scopes(root, { entersLinks: false });
  const found = noFinds();
  const touched = new Set<string>();
  for (const at of withReal(paths, engine.links)) {
    await checkpoint.pass();
    touched.add(subjectOf(at));
  }
  const subjects = withLinks(touched, engine.links);
  for (const at of subjects) {
    await checkpoint.pass();
    const inside = await look(engine, root, at, { source, scopes, checkpoint });
    forgetMissing(engine, at, inside, isOpen);
    addFinds(inside, found);
  }
  reopen(engine, subjects, found);
  const linked = await seeThroughLinks(engine, subjects, found, {
    isOpen,
    checkpoint,
    filesIn: async folder => (await look(engine, root, folder, { source, scopes, checkpoint })).files,
  });
  await takeFound(engine, source, { ...found, linked }, { ...options, isThere: at => engine.lookup.hasFile(at) });
}

/** What lies below a link is looked at where it really is, and so is the link, which may be none any more. */
function* withReal(paths: Iterable<string>, links: RefreshableEngine['links']): Iterable<string> {
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
 * Where links lead may be another place now: of those that lead there, nowhere, or, since links lead to links, any.
 * Links that are left out are not known: of one that leads on through such a link, it is not noticed that it does.
 */
function withLinks(paths: ReadonlySet<string>, links: RefreshableEngine['links']): ReadonlySet<string> {
  if (links.size === 0) return paths;
  const isAnyLink = [...links.keys()].some(at => isAtOrBelow(at, paths));
  const moved = [...links].filter(
    ([, { target, broken }]) => isAnyLink || broken === true || (target !== undefined && isAtOrBelow(target, paths)),
  );
  return new Set([...paths, ...moved.map(([at]) => at)]);
}

/** Folders that could not be listed and were looked at again can be now, or are gone, unless they were found closed. */
function reopen(engine: RefreshableEngine, subjects: ReadonlySet<string>, found: Found): void {
  const closed = new Set(found.closed.map(({ path: folder }) => folder));
  for (const { path: folder, isFolder } of engine.lookup.unseen())
    if (isFolder && !closed.has(folder) && isAtOrBelow(folder, subjects)) engine.close(folder, false);
}

type IsOpen = (path: string) => boolean;

/** What stands at a path: nothing where that is certain, a reason where it can't be told. */
function lookAt(at: string): fs.Stats | { readonly message: string } | undefined {
  try {
    return fs.lstatSync(at, { throwIfNoEntry: false });
  } catch (error) {
    const reason = reasonOf(error as NodeJS.ErrnoException);
    return reason === 'ENOTDIR' ? undefined : { message: reason };
  }
}

/** What lies at and below a path. */
async function look(
  engine: RefreshableEngine,
  root: string,
  at: string,
  { source, scopes, checkpoint }: { source: FileSource; scopes: Scopes; checkpoint: Checkpoint },
): Promise<Found> {
  const found = noFinds();
  const scope = at === '' ? scopeAbove(root) : scopes.of(folderOf(at));
  const stat = scope === LEFT_OUT ? undefined : lookAt(path.join(root, at));
  if (scope === LEFT_OUT || stat === undefined) return found;
  if ('message' in stat) hide(engine, at, stat.message, found);
  else if (stat.isDirectory()) {
    if (scopes.of(at) !== LEFT_OUT) await walk(source, { folder: at, scope }, { found, checkpoint });
  } else if (!isIgnored(scope, at, false)) sort(source, at, entryOf(at, stat), found);
  return found;
}

/** What was known of a folder may be there still; of a file, it is known that it is there. */
function hide(engine: RefreshableEngine, at: string, message: string, found: Found): void {
  if (at === '' || engine.lookup.hasFolder(at)) found.closed.push({ path: at, message });
  else found.odd.push({ path: at, message: `This file cannot be read: ${message}`, holds: true });
}

/**
 * Forgets what is known at and below a path and was not found there. A link stays, with what is seen through it, if it
 * leads where it led; else it is another one.
 */
function forgetMissing(engine: RefreshableEngine, at: string, found: Found, isOpen: IsOpen): void {
  const files = new Set(found.files);
  const kept = new Set<string>();
  for (const link of found.links) if (isKnown(engine, link)) kept.add(link.path);
  for (const { path: odd, link } of found.odd)
    if (link !== undefined && sameData(engine.links.get(odd), link)) kept.add(odd);
  const isThere = (known: string): boolean =>
    (files.has(known) && !engine.links.has(known)) || isAtOrBelow(known, kept);
  drop(
    engine,
    engine.atOrBelow(at).filter(known => !isThere(known)),
    isOpen,
  );
}

function isKnown({ links }: RefreshableEngine, { path: at, ...link }: Link): boolean {
  return sameData(links.get(at), link);
}

/**
 * What is seen through links to folders of what was found, and of all that lies behind links that are new. Forgets what
 * was seen through links and is gone.
 */
async function seeThroughLinks(
  engine: RefreshableEngine,
  subjects: ReadonlySet<string>,
  found: Found,
  {
    isOpen,
    checkpoint,
    filesIn,
  }: { isOpen: IsOpen; checkpoint: Checkpoint; filesIn: (folder: string) => Promise<readonly string[]> },
): Promise<AsyncIterable<Linked> | undefined> {
  const targets = new Map<string, string>();
  for (const [at, { isFolder, target }] of engine.links) if (isFolder && target !== undefined) targets.set(at, target);
  const added = new Map<string, string>();
  for (const link of found.links)
    if (link.isFolder && link.target !== undefined && !isKnown(engine, link)) added.set(link.path, link.target);
  const links = linksTo(new Map([...targets, ...added]));
  if (links.size === 0) return undefined;
  const files = new Set(found.files);
  for (const folder of linksTo(added).keys())
    if (!isAtOrBelow(folder, subjects)) for (const file of await filesIn(folder)) files.add(file);
  for (const [place, own] of seenElsewhere(subjects, links)) {
    const isThere = (file: string): boolean => files.has(file) || isOpen(file);
    const known = engine.atOrBelow(place).filter(at => !engine.links.has(at));
    const gone = known.filter(at => !isThere(own + at.slice(place.length)));
    drop(engine, gone, isOpen);
  }
  return filesThrough(files, links, { mayAdd: whileThereIsRoom(engine, links), checkpoint });
}

/** Where what lies at or below some paths is seen through links, each place with its own path. */
function* seenElsewhere(paths: ReadonlySet<string>, links: LinksTo): Iterable<readonly [place: string, own: string]> {
  for (const at of paths) for (const place of throughLinks(at, links)) yield [place, at];
  for (const [folder, places] of links)
    if (isAtOrBelow(folder, paths)) for (const place of places) yield [place, folder];
}

/** Allows for what is known, and for as many files more as may be seen through links. */
function whileThereIsRoom(engine: RefreshableEngine, links: LinksTo): (path: string) => boolean {
  const seenThrough = (link: string): number => engine.atOrBelow(link).length - 1;
  let room: number | undefined;
  return at => {
    if (engine.lookup.hasFile(at)) return true;
    room ??= [...links.values()].flat().reduce((left, link) => left - seenThrough(link), MOST_LINKED);
    return room-- > 0;
  };
}

function drop(engine: RefreshableEngine, paths: readonly string[], isOpen: IsOpen): void {
  for (const at of paths) if (!isOpen(at)) engine.take(new Map([[at, undefined]]));
}

/** Whether one of `places` is at a path or above it. */
function isAtOrBelow(at: string, places: { has(path: string): boolean }): boolean {
  return places.has(at) || (at !== '' && isAtOrBelow(folderOf(at), places));
}

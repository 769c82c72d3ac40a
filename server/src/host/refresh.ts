import fs from 'node:fs';
import path from 'node:path';
import type { LinkTarget } from '../base/link-target';
import { isIgnored, type IgnoreScope } from './ignore-rules';
import { scopeAbove } from './ignores';
import { takeFound, type Engine, type LoadOptions } from './load';
import { Checkpoint } from '../base/checkpoint';
import { isRootMark } from './root-marks';
import { LEFT_OUT, Scopes } from './scopes';
import { addFinds, noFinds, reasonOf, sort, walk, type Found } from './walk';

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
  const { checkpoint = new Checkpoint(), isOpen = () => false } = options;
  const scopes = new Scopes(root);
  const found = noFinds();
  const subjects = withLinks(new Set(Array.from(paths, subjectOf)), engine.links);
  for (const at of subjects) {
    await checkpoint.pass();
    const scope = at === '' ? scopeAbove(root) : scopes.of(folderOf(at));
    const stat = scope === LEFT_OUT ? undefined : lookAt(path.join(root, at));
    if (scope === LEFT_OUT || stat === undefined) forget(engine, at, isOpen);
    else if ('message' in stat) hide(engine, at, stat.message, found, isOpen);
    else if (!stat.isDirectory()) replaceFile(engine, root, at, stat, scope, found, isOpen);
    else {
      const inside = noFinds();
      if (scopes.of(at) !== LEFT_OUT) await walk(root, { folder: at, scope }, inside);
      forgetMissing(engine, at, inside, isOpen);
      addFinds(inside, found);
    }
  }
  reopen(engine, subjects, found);
  await takeFound(engine, root, found, { ...options, isThere: at => engine.lookup.hasFile(at) });
}

/** Where links lead may be another place now: of those that lead there, nowhere, or, since links lead to links, any. */
function withLinks(paths: ReadonlySet<string>, links: RefreshableEngine['links']): ReadonlySet<string> {
  if (links.size === 0) return paths;
  const isAnyLink = [...paths].some(at => links.has(at));
  const isMoved = (target: string): boolean => paths.has(target) || (target !== '' && isMoved(folderOf(target)));
  const moved = [...links].filter(
    ([, { target, broken }]) => isAnyLink || broken === true || (target !== undefined && isMoved(target)),
  );
  return new Set([...paths, ...moved.map(([at]) => at)]);
}

/** Folders that could not be listed and were looked at again can be now, or are gone, unless they were found closed. */
function reopen(engine: RefreshableEngine, subjects: ReadonlySet<string>, found: Found): void {
  const closed = new Set(found.closed.map(({ path: folder }) => folder));
  for (const { path: folder, isFolder } of engine.lookup.unseen())
    if (isFolder && !closed.has(folder) && [...subjects].some(at => at === folder || isBelow(folder, at)))
      engine.close(folder, false);
}

type IsOpen = (path: string) => boolean;

/** What has to be looked at again because of a path: for files that say what is left out, their folder. */
function subjectOf(at: string): string {
  const decides = DECIDING.has(path.posix.basename(at)) || (isRootMark(at) && at.includes('/'));
  return decides ? folderOf(at) : at;
}

const DECIDING = new Set(['.gitignore', 'pyvenv.cfg']);

/** What stands at a path: nothing where that is certain, a reason where it can't be told. */
function lookAt(at: string): fs.Stats | { readonly message: string } | undefined {
  try {
    return fs.lstatSync(at, { throwIfNoEntry: false });
  } catch (error) {
    const reason = reasonOf(error as NodeJS.ErrnoException);
    return reason === 'ENOTDIR' ? undefined : { message: reason };
  }
}

/** What was known of a folder may be there still; of a file, it is known that it is there. */
function hide(engine: RefreshableEngine, at: string, message: string, found: Found, isOpen: IsOpen): void {
  const isFolder = at === '' || engine.lookup.hasFolder(at);
  if (isFolder) forget(engine, at, isOpen);
  if (isFolder) found.closed.push({ path: at, message });
  else found.odd.push({ path: at, message: `This file cannot be read: ${message}`, holds: true });
}

function forget(engine: RefreshableEngine, at: string, isOpen: IsOpen): void {
  if (engine.lookup.hasFolder(at)) drop(engine, engine.atOrBelow(at), isOpen);
  if (!engine.lookup.hasFolder(at)) drop(engine, [at], isOpen);
}

/** Forgets what is known at and below a folder and was not found there. What links lead to is found with the link. */
function forgetMissing(engine: RefreshableEngine, folder: string, found: Found, isOpen: IsOpen): void {
  const present = new Set([...found.files, ...[...found.links, ...found.odd].map(each => each.path)]);
  const links = found.links.filter(link => link.isFolder);
  const isThere = (at: string): boolean => present.has(at) || links.some(link => isBelow(at, link.path));
  drop(
    engine,
    engine.atOrBelow(folder).filter(at => !isThere(at)),
    isOpen,
  );
}

function drop(engine: RefreshableEngine, paths: readonly string[], isOpen: IsOpen): void {
  for (const at of paths) if (!isOpen(at)) engine.take(new Map([[at, undefined]]));
}

function replaceFile(
  engine: RefreshableEngine,
  root: string,
  at: string,
  stat: fs.Stats,
  scope: IgnoreScope | undefined,
  found: Found,
  isOpen: IsOpen,
): void {
  const ignored = isIgnored(scope, at, false);
  if (ignored || engine.lookup.hasFolder(at)) forget(engine, at, isOpen);
  if (!ignored) sort(root, at, stat, found);
}

function folderOf(at: string): string {
  return at.slice(0, Math.max(0, at.lastIndexOf('/')));
}

function isBelow(at: string, folder: string): boolean {
  return folder === '' || at.startsWith(`${folder}/`);
}

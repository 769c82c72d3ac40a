import fs from 'node:fs';
import path from 'node:path';
import type { Entry, FileSource, Folder, WalkResult, Listing, Reading } from './file-source';
import { readIgnoreFile, scopeAbove } from './ignores';
import { load, type Engine, type LoadOptions } from './load';
import { kindOf, readText, readTextLater } from './read-text';
import { isShortage, retryWhileShort } from './retry';
import { statOf } from './roots';

/** Fills an engine with everything below a folder of the disk, and checks it. */
export function loadWorkspace(engine: Engine, root: string, options: LoadOptions = {}): Promise<WalkResult> {
  return load(engine, diskFiles(root), { ...options, scope: scopeAbove(root) });
}

/** The files of a root on disk. Links are resolved and never followed. */
export function diskFiles(root: string): FileSource {
  const full = (at: string): string => path.join(root, at);
  return {
    listing: {
      now: ({ folder }) => listNow(full(folder)),
      later: folders =>
        Promise.all(folders.map(({ folder }) => retryWhileShort(() => listLater(full(folder)), isShort))),
      isTransient: isShort,
    },
    reading: {
      now: ({ target }): Reading => readText(full(target)),
      later: targets => Promise.all(targets.map(({ target }) => readTextLater(full(target)))),
      isTransient: reading => reading?.unreadable?.mayPass === true,
    },
    follow: (at, _, found) => follow(root, at, found),
    entered(folder, _, found) {
      if (folder !== '') found.folders.push(folder);
    },
  };
}

function listNow(folder: string): Listing {
  try {
    return folderFrom(folder, fs.readdirSync(folder, { withFileTypes: true }));
  } catch (error) {
    return failed(error as NodeJS.ErrnoException);
  }
}

function listLater(folder: string): Promise<Listing> {
  return new Promise(resolve => {
    fs.readdir(folder, { withFileTypes: true }, (error, entries) =>
      resolve(error === null ? folderFrom(folder, entries) : failed(error)),
    );
  });
}

/**
 * The entries of a folder. Where the file system does not tell their types, they are asked for; entries without one are
 * left out.
 */
function folderFrom(folder: string, entries: readonly fs.Dirent[]): Folder {
  const found: Entry[] = [];
  let ignoreText: string | undefined;
  for (const entry of entries) {
    const { name } = entry;
    if (name === '.gitignore') ignoreText = readIgnoreFile(path.join(folder, name));
    const type = isKnown(entry) ? entry : statOf(path.join(folder, name));
    if (type !== undefined) found.push(entryOf(name, type));
  }
  return { entries: found, ignoreText };
}

function isKnown(entry: fs.Dirent): boolean {
  return entry.isFile() || entry.isDirectory() || entry.isSymbolicLink();
}

/** What a folder's listing says of one of its entries. */
export function entryOf(name: string, type: fs.Dirent | fs.Stats): Entry {
  if (type.isFile()) return { name, isFolder: false };
  if (type.isDirectory()) return { name, isFolder: true };
  return type.isSymbolicLink()
    ? { name, isFolder: false, isLink: true }
    : { name, isFolder: false, specialKind: kindOf(type) };
}

function failed(error: NodeJS.ErrnoException): Listing {
  return error.code === 'ENOENT' ? undefined : { message: reasonOf(error), mayPass: isShortage(error) };
}

function isShort(listed: Listing): boolean {
  return listed !== undefined && 'message' in listed && listed.mayPass === true;
}

function follow(root: string, at: string, found: WalkResult): void {
  const real = realPath(path.join(root, at));
  if (real === undefined) {
    const link = { isFolder: false, broken: true } as const;
    found.unread.push({ path: at, message: 'This link leads nowhere or in a circle, so nothing is read', link });
    return;
  }
  const target = path
    .relative(realPath(root) ?? root, real)
    .split(path.sep)
    .join('/');
  if (target === '..' || target.startsWith('../') || path.isAbsolute(target)) {
    const link = { isFolder: statOf(real)?.isDirectory() === true, outside: true } as const;
    const message = 'This link leads out of the repository, so it is not followed';
    found.unread.push({ path: at, message, link, holds: true });
    if (link.isFolder) found.unlistable.push({ path: at, message: 'it is a link out of the repository' });
    return;
  }
  const stat = statOf(real);
  if (stat?.isDirectory() === true || stat?.isFile() === true)
    found.links.push({ path: at, isFolder: stat.isDirectory(), target });
  else if (stat !== undefined)
    found.unread.push({ path: at, message: `This link leads to ${kindOf(stat)}, not to a file, so it is not read` });
}

function realPath(at: string): string | undefined {
  try {
    return fs.realpathSync.native(at);
  } catch {
    return undefined;
  }
}

/** The reason of an error of the file system, in a word or two. */
export function reasonOf(error: NodeJS.ErrnoException): string {
  return error.code === 'EACCES' || error.code === 'EPERM' ? 'permission denied' : (error.code ?? error.message);
}

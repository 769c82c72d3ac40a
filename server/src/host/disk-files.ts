import fs from 'node:fs';
import path from 'node:path';
import type { Entry, FileSource, Folder, Found, Listed, Reading } from './file-source';
import { readIgnoreFile, scopeAbove } from './ignores';
import { load, type Engine, type LoadOptions } from './load';
import { kindOf, readText, readTextLater } from './read-text';
import { isShortage, patiently } from './retry';
import { statOf } from './roots';

/** Fills an engine with everything below a folder of the disk, and checks it. */
export function loadWorkspace(engine: Engine, root: string, options: LoadOptions = {}): Promise<Found> {
  return load(engine, diskFiles(root), { ...options, scope: scopeAbove(root) });
}

/** The files of a root on disk. Links are resolved and never followed. */
export function diskFiles(root: string): FileSource {
  const full = (at: string): string => path.join(root, at);
  return {
    listing: {
      now: ({ folder }) => listNow(full(folder)),
      later: folders => Promise.all(folders.map(({ folder }) => patiently(() => listLater(full(folder)), isShort))),
      mayPass: isShort,
    },
    reading: {
      now: ({ target }): Reading => readText(full(target)),
      later: targets => Promise.all(targets.map(({ target }) => readTextLater(full(target)))),
      mayPass: reading => reading?.unreadable?.mayPass === true,
    },
    follow: (at, _, found) => follow(root, at, found),
    entered(folder, _, found) {
      if (folder !== '') found.folders.push(folder);
    },
  };
}

function listNow(folder: string): Listed {
  try {
    return folderFrom(folder, fs.readdirSync(folder, { withFileTypes: true }));
  } catch (error) {
    return failed(error as NodeJS.ErrnoException);
  }
}

function listLater(folder: string): Promise<Listed> {
  return new Promise(resolve => {
    fs.readdir(folder, { withFileTypes: true }, (error, entries) =>
      resolve(error === null ? folderFrom(folder, entries) : failed(error)),
    );
  });
}

/** Some file systems do not say what an entry is; what is gone by then, or can't be told, is passed over. */
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

export function entryOf(name: string, type: fs.Dirent | fs.Stats): Entry {
  if (type.isFile()) return { name, isFolder: false };
  if (type.isDirectory()) return { name, isFolder: true };
  return type.isSymbolicLink()
    ? { name, isFolder: false, isLink: true }
    : { name, isFolder: false, oddity: kindOf(type) };
}

function failed(error: NodeJS.ErrnoException): Listed {
  return error.code === 'ENOENT' ? undefined : { message: reasonOf(error), mayPass: isShortage(error) };
}

function isShort(listed: Listed): boolean {
  return listed !== undefined && 'message' in listed && listed.mayPass === true;
}

function follow(root: string, at: string, found: Found): void {
  const real = realPath(path.join(root, at));
  if (real === undefined) {
    const link = { isFolder: false, broken: true } as const;
    found.odd.push({ path: at, message: 'This link leads nowhere or in a circle, so nothing is read', link });
    return;
  }
  const target = path
    .relative(realPath(root) ?? root, real)
    .split(path.sep)
    .join('/');
  if (target === '..' || target.startsWith('../') || path.isAbsolute(target)) {
    const link = { isFolder: statOf(real)?.isDirectory() === true, outside: true } as const;
    const message = 'This link leads out of the repository, so it is not followed';
    found.odd.push({ path: at, message, link, holds: true });
    if (link.isFolder) found.closed.push({ path: at, message: 'it is a link out of the repository' });
    return;
  }
  const stat = statOf(real);
  if (stat?.isDirectory() === true || stat?.isFile() === true)
    found.links.push({ path: at, isFolder: stat.isDirectory(), target });
  else if (stat !== undefined)
    found.odd.push({ path: at, message: `This link leads to ${kindOf(stat)}, not to a file, so it is not read` });
}

function realPath(at: string): string | undefined {
  try {
    return fs.realpathSync.native(at);
  } catch {
    return undefined;
  }
}

/** Why something cannot be looked at, in a word or two. */
export function reasonOf(error: NodeJS.ErrnoException): string {
  return error.code === 'EACCES' || error.code === 'EPERM' ? 'permission denied' : (error.code ?? error.message);
}

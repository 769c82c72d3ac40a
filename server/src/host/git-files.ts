import fs from 'node:fs';
import path from 'node:path';
import { UnreadableHistory } from './unreadable-history';

/** Where the files of a Git folder are on disk. */
export interface GitFolders {
  /** The folder of a worktree before the one that it shares with others. Names and packed names are looked for in both. */
  readonly folders: readonly string[];
  /** The stores of objects: the repository's own, then its alternates. */
  readonly stores: readonly string[];
}

/** `dotGit` is the `.git` of a repository: a folder, or a file that names the folder. Returns undefined if there is no such folder. */
export function gitFolders(dotGit: string): GitFolders | undefined {
  const own = gitFolder(dotGit);
  if (own === undefined) return undefined;
  const shared = lineOf(path.join(own, 'commondir'));
  const common = shared === undefined ? own : path.resolve(own, shared);
  return {
    folders: own === common ? [own] : [own, common],
    stores: objectFolders(path.join(common, 'objects'), new Set()),
  };
}

/** The content of a regular file; undefined if there is none. Nothing else is opened: a pipe would never end. */
export function readRegularFile(file: string, most: number): Buffer | undefined {
  return withRegularFile(file, (handle, size) => {
    if (size > most)
      throw new UnreadableHistory(`${file} has ${inMegabytes(size)}, and no more than ${inMegabytes(most)} are read.`);
    return readAt(handle, 0, size);
  });
}

/** Calls `use` with an open regular file and its size in bytes. Returns undefined if there is none, or it cannot be read. */
export function withRegularFile<T>(file: string, use: (handle: number, size: number) => T): T | undefined {
  const handle = openRegularFile(file);
  if (handle === undefined) return undefined;
  try {
    return use(handle, fs.fstatSync(handle).size);
  } finally {
    fs.closeSync(handle);
  }
}

/** The bytes of an open file from `position` on, `length` at most: the file may end before. */
export function readAt(handle: number, position: number, length: number): Buffer {
  const buffer = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const count = fs.readSync(handle, buffer, filled, length - filled, position + filled);
    if (count === 0) break;
    filled += count;
  }
  return buffer.subarray(0, filled);
}

function openRegularFile(file: string): number | undefined {
  let handle: number | undefined;
  try {
    if (!fs.statSync(file).isFile()) return undefined;
    // Should a pipe have taken its place by now, opening it does not wait for a writer.
    handle = fs.openSync(file, fs.constants.O_RDONLY | NOT_BLOCKING);
    if (fs.fstatSync(handle).isFile()) return handle;
  } catch {
    // As good as absent.
  }
  if (handle !== undefined) fs.closeSync(handle);
  return undefined;
}

function gitFolder(dotGit: string): string | undefined {
  try {
    if (fs.statSync(dotGit).isDirectory()) return dotGit;
  } catch {
    return undefined;
  }
  const [, folder] = /^gitdir: (.+)$/.exec(lineOf(dotGit) ?? '') ?? [];
  return folder === undefined ? undefined : path.resolve(path.dirname(dotGit), folder);
}

/** A store of objects and the alternates that it names, each once. */
function objectFolders(folder: string, known: Set<string>): string[] {
  if (known.has(folder) || known.size >= MAX_STORES) return [];
  known.add(folder);
  const alternates = textOf(path.join(folder, 'info', 'alternates')) ?? '';
  const others = alternates.split('\n').filter(line => line !== '' && !line.startsWith('#'));
  return [folder, ...others.flatMap(other => objectFolders(path.resolve(folder, other), known))];
}

const MAX_STORES = 20;

function lineOf(file: string): string | undefined {
  return textOf(file)
    ?.replace(/\n[^]*/, '')
    .trimEnd();
}

function textOf(file: string): string | undefined {
  return readRegularFile(file, MAX_TEXT)?.toString('utf8');
}

/** Windows has no such pipes, and no such flag. */
const NOT_BLOCKING = process.platform === 'win32' ? 0 : fs.constants.O_NONBLOCK;
/** In bytes. */
const MAX_TEXT = 100_000;

function inMegabytes(bytes: number): string {
  return bytes < 1_000_000 ? `${bytes} bytes` : `${Math.round(bytes / 1_000_000)} MB`;
}

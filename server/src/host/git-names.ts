import fs from 'node:fs';
import path from 'node:path';
import { compareStrings } from '../base/collections';
import { readRegularFile, type GitFolders } from './git-files';

/** A name is a line, and the list of packed ones has a line for each. In bytes. */
const MAX_NAME_FILE = 4096;
const MAX_PACKED_NAMES = 64 * 1024 * 1024;
/** A name may stand for another one. */
const MAX_LINKS = 5;

/** The id of an object that a branch, tag or other name stands for, as Git looks names up. Undefined if there is none. */
export function idNamed(name: string, { folders }: GitFolders): string | undefined {
  for (const full of ['', 'refs/', 'refs/tags/', 'refs/heads/', 'refs/remotes/'].map(prefix => prefix + name)) {
    const id = idAt(full, folders, 0);
    if (id !== undefined) return id;
  }
  return idAt(`refs/remotes/${name}/HEAD`, folders, 0);
}

/** The branches, those of remotes and the tags of a repository, as `idNamed` takes them, in this order and by name; a thousand at most. */
export function commitNames({ folders }: GitFolders): string[] {
  return ['refs/heads', 'refs/remotes', 'refs/tags']
    .flatMap(kind => {
      const names = new Set(folders.flatMap(folder => [...looseNames(folder, kind, 0), ...packedNames(folder, kind)]));
      return [...names].filter(name => !name.endsWith('/HEAD')).sort(compareStrings);
    })
    .slice(0, MAX_NAMES);
}

const MAX_NAMES = 1000;
/** Names have so many parts at most. */
const MAX_PARTS = 10;

/** The names of the files below a folder of names. */
function* looseNames(folder: string, kind: string, depth: number, below = ''): Generator<string> {
  for (const entry of entriesOf(path.join(folder, kind, below))) {
    const name = below === '' ? entry.name : `${below}/${entry.name}`;
    if (!isPlain(name)) continue;
    if (entry.isFile()) yield name;
    else if (entry.isDirectory() && depth < MAX_PARTS) yield* looseNames(folder, kind, depth + 1, name);
  }
}

function entriesOf(folder: string): fs.Dirent[] {
  try {
    return fs.readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function packedNames(folder: string, kind: string): string[] {
  const packed = readRegularFile(path.join(folder, 'packed-refs'), MAX_PACKED_NAMES)?.toString('utf8') ?? '';
  const start = ` ${kind}/`;
  const names: string[] = [];
  for (let at = packed.indexOf(start); at >= 0; at = packed.indexOf(start, at + 1)) {
    const end = packed.indexOf('\n', at);
    names.push(packed.slice(at + start.length, end < 0 ? undefined : end));
  }
  return names.filter(isPlain);
}

function idAt(full: string, folders: readonly string[], depth: number): string | undefined {
  if (depth > MAX_LINKS || !isPlain(full)) return undefined;
  for (const folder of folders) {
    const line = readRegularFile(path.join(folder, full), MAX_NAME_FILE)?.toString('utf8').trim();
    const other = /^ref: *(\S+)$/.exec(line ?? '')?.[1];
    if (other !== undefined) return idAt(other, folders, depth + 1);
    if (line !== undefined && ID.test(line)) return line;
  }
  for (const folder of folders) {
    const id = packedId(full, folder);
    if (id !== undefined) return id;
  }
  return undefined;
}

const ID = /^[0-9a-f]{40}$/;

function packedId(full: string, folder: string): string | undefined {
  const packed = readRegularFile(path.join(folder, 'packed-refs'), MAX_PACKED_NAMES);
  const at = packed?.indexOf(` ${full}\n`) ?? -1;
  const id = at < 40 ? '' : (packed?.toString('latin1', at - 40, at) ?? '');
  return ID.test(id) ? id : undefined;
}

/** Whether a name stays inside the folder of names. */
function isPlain(name: string): boolean {
  return name !== '' && !name.includes('\0') && name.split('/').every(part => part !== '' && !part.startsWith('.'));
}

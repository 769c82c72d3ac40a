import path from 'node:path';
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

/** Nothing that would lead out of the folder of names. */
function isPlain(name: string): boolean {
  return name !== '' && !name.includes('\0') && name.split('/').every(part => part !== '' && !part.startsWith('.'));
}

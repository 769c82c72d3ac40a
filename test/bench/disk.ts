import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { benchRepository, type RepositorySize } from './repositories';

/** A synthetic repository on disk. */
export interface OnDisk {
  readonly folder: string;
  readonly files: ReadonlyMap<string, string>;
  /** The registry that edits are made in, relative to the folder. */
  readonly edited: string;
}

/** Writes the repository below `.cache/bench`, unless it is there from an earlier run. */
export function onDisk(name: string, size: RepositorySize, rows?: number): OnDisk {
  const { files, edited } = benchRepository(size, rows);
  const folder = path.resolve('.cache/bench', name);
  const stamp = `${folder}.stamp`;
  const print = hashOf(files);
  if (!fs.existsSync(stamp) || fs.readFileSync(stamp, 'utf8') !== print) {
    fs.rmSync(folder, { recursive: true, force: true });
    const folders = new Set([...files.keys()].map(file => path.dirname(path.join(folder, file))));
    for (const each of folders) fs.mkdirSync(each, { recursive: true });
    for (const [file, text] of files) fs.writeFileSync(path.join(folder, file), text);
    fs.mkdirSync(path.join(folder, '.git'), { recursive: true });
    fs.writeFileSync(stamp, print);
  }
  return { folder, files, edited };
}

function hashOf(files: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256');
  for (const [file, text] of files) hash.update(`${file}\0${text}\0`);
  return hash.digest('hex');
}

/** Milliseconds that plain Node takes to list a folder and to read every file below it as text: nobody can do less. */
export function floor(folder: string): number {
  const began = performance.now();
  let characters = 0;
  const pending = [folder];
  for (let next = pending.pop(); next !== undefined; next = pending.pop())
    for (const entry of fs.readdirSync(next, { withFileTypes: true })) {
      const at = `${next}/${entry.name}`;
      if (entry.isDirectory()) pending.push(at);
      else characters += fs.readFileSync(at, 'utf8').length;
    }
  if (characters === 0) throw new Error(`${folder} is empty`);
  return performance.now() - began;
}

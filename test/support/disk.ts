import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** What to put at a path: a text, bytes, or something that is no file. */
export type Content = string | Buffer | { readonly link: string } | { readonly folder: true } | { readonly pipe: true };

const made: string[] = [];

/** Makes a folder of its own with these files, which is removed once all tests have run. */
export function makeTree(files: Readonly<Record<string, Content>>): string {
  const root = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'registry-tree-'));
  made.push(root);
  addTo(root, files);
  return root;
}

export function addTo(root: string, files: Readonly<Record<string, Content>>): void {
  for (const [at, content] of Object.entries(files)) put(path.join(root, at), content);
}

/** Removes what `makeTree` has made. */
export function removeTrees(): void {
  for (const root of made.splice(0)) fs.rmSync(root, { recursive: true, force: true });
}

function put(at: string, content: Content): void {
  fs.mkdirSync(path.dirname(at), { recursive: true });
  if (typeof content === 'string' || Buffer.isBuffer(content)) fs.writeFileSync(at, content);
  else if ('link' in content) fs.symlinkSync(content.link, at);
  else if ('folder' in content) fs.mkdirSync(at, { recursive: true });
  else execFileSync('mkfifo', [at]);
}

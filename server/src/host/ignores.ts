import path from 'node:path';
import { withRules, type IgnoreScope } from './ignore-rules';
import { readText } from './read-text';
import { exists } from './roots';

/**
 * The rules that hold in a root before its own `.gitignore` is read: those of folders above it, up to the top of the
 * Git repository, and the repository's own exclude file. A person's global ignore file is left alone: findings must be
 * the same on every machine. So is the exclude file of a worktree, which lies outside of the root.
 */
export function scopeAbove(root: string): IgnoreScope | undefined {
  const above = foldersUpToGit(root);
  const top = above.at(-1);
  if (top === undefined) return undefined;
  const prefixFrom = (folder: string): string => (folder === root ? '' : `${toPosix(path.relative(folder, root))}/`);
  let scope = withIgnoreFile(undefined, path.join(top, '.git', 'info', 'exclude'), '', prefixFrom(top));
  for (const folder of above.reverse())
    if (folder !== root) scope = withIgnoreFile(scope, path.join(folder, '.gitignore'), '', prefixFrom(folder));
  return scope;
}

/** The root and the folders above it, up to the one with `.git`; none outside of Git. */
function foldersUpToGit(root: string): string[] {
  const folders: string[] = [];
  for (let folder = root; ; folder = path.dirname(folder)) {
    folders.push(folder);
    if (exists(path.join(folder, '.git'))) return folders;
    if (folder === path.dirname(folder)) return [];
  }
}

function toPosix(relative: string): string {
  return relative.split(path.sep).join('/');
}

/** The scope with the rules of the ignore file at `file` added; the same scope where there is nothing to add. */
export function withIgnoreFile(
  above: IgnoreScope | undefined,
  file: string,
  folder: string,
  prefix = '',
): IgnoreScope | undefined {
  const text = readIgnoreFile(file);
  return text === undefined ? above : withRules(above, text, folder, prefix);
}

/** The text of an ignore file; undefined if it is too large, is none or cannot be read. */
export function readIgnoreFile(file: string): string | undefined {
  return readText(file, MAX_IGNORE_FILE_BYTES)?.text;
}

/** Larger ignore files are passed over: more is read then, nothing is lost. In bytes. */
const MAX_IGNORE_FILE_BYTES = 512 * 1024;

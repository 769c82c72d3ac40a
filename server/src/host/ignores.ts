import path from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { NEVER_ENTERED } from '../base/left-out';
import { readText } from './read-text';
import { exists } from './roots';

export function isNeverEntered(folderName: string): boolean {
  return NEVER_ENTERED.has(folderName);
}

/**
 * The rules of one ignore file and of those above it. `folder` is where they count from, relative to the root and ending
 * in `/`, or empty; a file above the root has the root's own path in `prefix` instead.
 */
export interface IgnoreScope {
  readonly folder: string;
  readonly prefix: string;
  readonly rules: Ignore;
  readonly above: IgnoreScope | undefined;
}

/** Whether git would leave out `path`, whose parent is known not to be left out. The nearest file that says so decides. */
export function isIgnored(scope: IgnoreScope | undefined, path: string, isFolder: boolean): boolean {
  for (let each = scope; each !== undefined; each = each.above) {
    const local = each.prefix + path.slice(each.folder.length);
    const { ignored, unignored } = each.rules.test(isFolder ? `${local}/` : local);
    if (unignored || (ignored && !isAboutParent(each.rules, local))) return ignored;
  }
  return false;
}

/** Whether rules leave out a path only by its parent, which a nearer file has taken back. */
function isAboutParent(rules: Ignore, local: string): boolean {
  const slash = local.lastIndexOf('/');
  return slash > 0 && rules.test(local.slice(0, slash + 1)).ignored;
}

/**
 * The rules that hold in a root before its own `.gitignore` is read: those of folders above it, up to the top of the Git
 * repository, and the repository's own exclude file. A person's global ignore file is left alone: findings must be the
 * same on every machine. So is the exclude file of a worktree, which lies outside of the root.
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
  return withIgnoreRules(above, readText(file, LARGEST)?.text ?? '', folder, prefix);
}

/** The same with the text of an ignore file. */
export function withIgnoreRules(
  above: IgnoreScope | undefined,
  text: string,
  folder: string,
  prefix = '',
): IgnoreScope | undefined {
  if (text.trim() === '') return above;
  const rules = ignore({ ignorecase: FOLDS_CASE, allowRelativePaths: true }).add(safeLines(text));
  return { folder, prefix, rules, above };
}

/** Larger ignore files are passed over: more is read then, nothing is lost. In bytes. */
const LARGEST = 512 * 1024;

/** As git does by default on these systems. */
const FOLDS_CASE = process.platform === 'win32' || process.platform === 'darwin';

/**
 * Several `**` in one pattern take time that grows with the path's depth to the power of their number, and the file may
 * be hostile; such a line, or a very long one, is passed over.
 */
function safeLines(text: string): string[] {
  return text.split(/\r?\n/).filter(line => line.length <= 1000 && line.split('**').length <= 3);
}

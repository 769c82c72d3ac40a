import { EXCLUDED_FOLDER_NAMES } from '../base/excluded-folders';
import { fileName, foldersUpwards, folderOf } from '../base/paths';
import { ignoreLines, type IgnoreLines } from './ignore-lines';
import { isReadByPlace, isWorkspaceByPlace } from '../base/read-by-place';

/** Whether a folder is never entered, whatever git says: by its name, unless its place counts more. */
export function isNeverEntered(folder: string): boolean {
  return EXCLUDED_FOLDER_NAMES.has(fileName(folder)) && !isWorkspaceByPlace(folder);
}

/** Whether a path lies in a folder that is never entered. */
export function isBelowNeverEntered(path: string): boolean {
  for (const folder of foldersUpwards(folderOf(path))) if (folder !== '' && isNeverEntered(folder)) return true;
  return false;
}

/**
 * The rules of one ignore file and of those above it. `folder` is where they count from, relative to the root and
 * ending in `/`, or empty; a file above the root has the root's own path in `prefix` instead.
 */
export interface IgnoreScope {
  readonly folder: string;
  readonly prefix: string;
  readonly rules: IgnoreLines;
  readonly above: IgnoreScope | undefined;
}

/**
 * Whether git would leave out `path`, whose parent is known not to be left out. The nearest file that says so decides.
 * What the run time loads by its place is never left out.
 */
export function isIgnored(scope: IgnoreScope | undefined, path: string, isFolder: boolean): boolean {
  if (scope === undefined || isReadByPlace(path)) return false;
  for (let each: IgnoreScope | undefined = scope; each !== undefined; each = each.above) {
    const local = each.prefix + path.slice(each.folder.length);
    const { ignored, unignored } = each.rules.test(isFolder ? `${local}/` : local);
    if (unignored || (ignored && !isAboutParent(each.rules, local))) return ignored;
  }
  return false;
}

/** Whether rules leave out a path only by its parent, which a nearer file has taken back. */
function isAboutParent(rules: IgnoreLines, local: string): boolean {
  const slash = local.lastIndexOf('/');
  return slash > 0 && rules.test(local.slice(0, slash + 1)).ignored;
}

/** The scope with the lines of an ignore file added; the same scope where there is nothing to add. */
export function withRules(
  above: IgnoreScope | undefined,
  text: string,
  folder: string,
  prefix = '',
): IgnoreScope | undefined {
  if (text.trim() === '') return above;
  return { folder, prefix, rules: ignoreLines(safeLines(text)), above };
}

/**
 * Several `**` in one pattern take time that grows with the path's depth to the power of their number, and the file may
 * be hostile; such a line, or a very long one, is passed over.
 */
function safeLines(text: string): string[] {
  return text.split(/\r?\n/).filter(line => line.length <= 1000 && line.split('**').length <= 3);
}

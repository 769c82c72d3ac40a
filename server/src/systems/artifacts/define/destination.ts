import { folderOf, joinPath } from '../../../base/paths';
import type { Lookup } from '../../../model/lookup';

/** Where a path leads: to a path below the root, which need not exist; out of the repository; or nowhere for certain. */
export type Destination = { readonly path: string } | 'outside' | 'nowhere';

/**
 * Follows a path from a folder as the loader does: `pathlib` joins the two, and drops `.` and empty parts; the operating system walks the
 * rest, where `..` needs a folder to go up from. A path that begins with `/` counts from the root of the machine. A backslash is a letter
 * like any other, but on Windows.
 */
export function destinationOf(start: string, path: string, lookup: Lookup): Destination {
  if (path.includes('\0')) return 'nowhere';
  if (path.startsWith('/')) return 'outside';
  let at = start;
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') at = joinPath(at, segment);
    else if (at === '') return 'outside';
    else if (!lookup.hasFolder(at)) return 'nowhere';
    else at = folderOf(at);
  }
  return { path: at };
}

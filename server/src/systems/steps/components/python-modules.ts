import { folderOf } from '../../../base/paths';
import type { Lookup } from '../../../model/lookup';
import { unseenAt } from '../../../model/unseen';
import type { Core } from '../define/core';

/** Where a dotted module name leads, as far as paths can tell. */
export type ModuleVerdict =
  /** `path` is the module's file, or the `__init__.py` of a package, which need not exist. */
  | { readonly status: 'found'; readonly path: string }
  | { readonly status: 'missing' }
  /** It belongs to a package that is not in this repository, or to a folder that could not be listed. */
  | { readonly status: 'cannot tell' };

/**
 * Looks a module up that the file at `from` names: below the folders that imports start from (the root, `src`, and the
 * folder of the core package), or relative to the file. It is missing only if its top-level package is one of the
 * repository's own.
 */
export function findModule(module: string, from: string, core: Core, lookup: Lookup): ModuleVerdict {
  const dots = /^\.*/.exec(module)![0].length;
  const parts = module.slice(dots).split('.');
  if (parts.some(part => !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(part))) return { status: 'cannot tell' };
  let isOurs = dots > 0;
  for (const start of dots > 0 ? [folderAbove(from, dots)] : importRoots(core)) {
    const path = start + parts.join('/');
    if (lookup.hasFile(`${path}.py`)) return { status: 'found', path: `${path}.py` };
    if (lookup.hasFolder(path)) return { status: 'found', path: `${path}/__init__.py` };
    if (unseenAt(path, lookup) !== undefined) return { status: 'cannot tell' };
    isOurs ||= isPackage(start + parts[0]!, core, lookup);
  }
  return { status: isOurs ? 'missing' : 'cannot tell' };
}

/** The dotted name that the file at `path` is imported by, seen from the folder of the core package. */
export function moduleOf(path: string, core: Core): string {
  const start = importRoots(core).findLast(each => path.startsWith(each)) ?? '';
  return path
    .slice(start.length)
    .replace(/(\/__init__)?\.py$/, '')
    .replaceAll('/', '.');
}

/** Ends in `/`, like all starts. */
function folderAbove(path: string, levels: number): string {
  const folders = path.split('/').slice(0, -levels);
  return folders.length === 0 ? '' : `${folders.join('/')}/`;
}

/** Folders that imports start from, ending in `/` (the root is empty). */
function importRoots(core: Core): string[] {
  const home = folderOf(core.package);
  return [...new Set(['', 'src/', home === '' ? '' : `${home}/`])];
}

function isPackage(folder: string, core: Core, lookup: Lookup): boolean {
  return core.package === folder || core.package.startsWith(`${folder}/`) || lookup.hasFile(`${folder}/__init__.py`);
}

import { defined } from '../../../base/defined';
import { folderOf } from '../../../base/paths';
import type { Lookup } from '../../../model/lookup';
import { unseenAt } from '../../../model/unseen';
import type { Core } from '../define/core';

/** Where a dotted module name leads, as far as the paths of the repository tell. */
export type ModuleVerdict =
  /** `path` is the module's file, or the `__init__.py` of a package, which need not exist. */
  | { readonly status: 'found'; readonly path: string }
  | { readonly status: 'missing' }
  /** The module belongs to a package outside of this repository, or to a folder that could not be listed. */
  | { readonly status: 'cannot tell' };

/**
 * Looks up a module that the file at `from` imports: below the import roots (the repository root, `src`, and the folder
 * of the core package), or relative to the file. It is missing only if its top-level package is in this repository.
 */
export function findModule(module: string, from: string, core: Core, lookup: Lookup): ModuleVerdict {
  const dots = module.length - module.replace(/^\.+/, '').length;
  const segments = module.slice(dots).split('.');
  if (segments.some(segment => !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(segment))) return { status: 'cannot tell' };
  let isInRepository = dots > 0;
  for (const start of dots > 0 ? [folderAbove(from, dots)] : importRoots(core)) {
    const path = start + segments.join('/');
    if (lookup.hasFile(`${path}.py`)) return { status: 'found', path: `${path}.py` };
    if (lookup.hasFolder(path)) return { status: 'found', path: `${path}/__init__.py` };
    if (unseenAt(path, lookup) !== undefined) return { status: 'cannot tell' };
    isInRepository ||= isPackage(start + defined(segments[0], 'the top-level package'), core, lookup);
  }
  return { status: isInRepository ? 'missing' : 'cannot tell' };
}

/** The dotted module name of the file at `path`, relative to the innermost import root that holds it. */
export function moduleOf(path: string, core: Core): string {
  const start = importRoots(core).findLast(each => path.startsWith(each)) ?? '';
  return path
    .slice(start.length)
    .replace(/(\/__init__)?\.py$/, '')
    .replaceAll('/', '.');
}

/** The folder that `levels` leading dots stand for in a relative import, with a final `/` (empty for the root). */
function folderAbove(path: string, levels: number): string {
  const folders = path.split('/').slice(0, -levels);
  return folders.length === 0 ? '' : `${folders.join('/')}/`;
}

/** The folders below which absolute imports are looked up, each with a final `/` (the root is the empty string). */
function importRoots(core: Core): string[] {
  const home = folderOf(core.package);
  return [...new Set(['', 'src/', home === '' ? '' : `${home}/`])];
}

function isPackage(folder: string, core: Core, lookup: Lookup): boolean {
  return core.package === folder || core.package.startsWith(`${folder}/`) || lookup.hasFile(`${folder}/__init__.py`);
}

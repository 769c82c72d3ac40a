import type { Lookup } from '../../model/lookup';
import type { Core } from './core';
import { folderOf } from './layout';

/** Where a dotted module name leads, as far as paths can tell. */
export type ModuleVerdict =
  /** `path` is the module's file, or the `__init__.py` of a package, which need not exist. */
  | { readonly status: 'found'; readonly path: string }
  | { readonly status: 'missing' }
  /** It belongs to a package that is not in this repository. */
  | { readonly status: 'cannot tell' };

/**
 * Looks a module up below the folders that imports start from: the root, `src`, and the folder of the core package. It is
 * missing only if its top-level package is one of the repository's own.
 */
export function findModule(module: string, core: Core, lookup: Lookup): ModuleVerdict {
  const parts = module.split('.');
  if (parts.some(part => !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(part))) return { status: 'cannot tell' };
  let isOurs = false;
  for (const start of startsOf(core)) {
    const path = start + parts.join('/');
    if (lookup.hasFile(`${path}.py`)) return { status: 'found', path: `${path}.py` };
    if (lookup.hasFolder(path)) return { status: 'found', path: `${path}/__init__.py` };
    isOurs ||= isPackage(start + parts[0]!, core, lookup);
  }
  return { status: isOurs ? 'missing' : 'cannot tell' };
}

/** The dotted name that the file at `path` is imported by, seen from the folder of the core package. */
export function moduleOf(path: string, core: Core): string {
  const start = startsOf(core).findLast(each => path.startsWith(each)) ?? '';
  return path
    .slice(start.length)
    .replace(/(\/__init__)?\.py$/, '')
    .replaceAll('/', '.');
}

/** Folders that imports start from, ending in `/` (the root is empty). */
function startsOf(core: Core): string[] {
  const home = folderOf(core.package);
  return [...new Set(['', 'src/', home === '' ? '' : `${home}/`])];
}

function isPackage(folder: string, core: Core, lookup: Lookup): boolean {
  return core.package === folder || core.package.startsWith(`${folder}/`) || lookup.hasFile(`${folder}/__init__.py`);
}

import type { Lookup } from '../../model/lookup';
<<<<<<< HEAD
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
=======
import { coreOf } from './core';
import { folderOf, packageOf } from './layout';

/** The folders that Python may import from, as far as they can be told for code in `path`: the core's, and the root. */
export function importRoots(path: string, lookup: Lookup): readonly string[] {
  const homes = [packageOf(path), coreOf(lookup)?.package].filter(home => home !== undefined);
  return [...new Set([...homes.map(folderOf), ''])];
}

/** The file of a module; `elsewhere` when its first name is none of ours, so that it may be installed. */
export function modulePlace(
  module: string,
  roots: readonly string[],
  lookup: Lookup,
): { readonly path: string } | 'missing' | 'elsewhere' {
  const relative = module.replaceAll('.', '/');
  const [first] = relative.split('/');
  let isOurs = false;
  for (const root of roots) {
    for (const path of [`${relative}.py`, `${relative}/__init__.py`])
      if (lookup.hasFile(below(root, path))) return { path: below(root, path) };
    if (lookup.hasFolder(below(root, relative))) return { path: below(root, relative) };
    isOurs ||= lookup.hasFolder(below(root, first!)) || lookup.hasFile(below(root, `${first!}.py`));
  }
  return isOurs ? 'missing' : 'elsewhere';
}

/** How a file is imported, from the first of the roots that it lies below. */
export function moduleOf(path: string, roots: readonly string[]): string | undefined {
  const root = roots.find(each => each === '' || path.startsWith(`${each}/`));
  if (root === undefined) return undefined;
  const relative = root === '' ? path : path.slice(root.length + 1);
  return relative.replace(/(\/__init__)?\.py$/, '').replaceAll('/', '.');
}

function below(root: string, path: string): string {
  return root === '' ? path : `${root}/${path}`;
>>>>>>> rules
}

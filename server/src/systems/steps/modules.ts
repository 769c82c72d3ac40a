import type { Lookup } from '../../model/lookup';
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
}

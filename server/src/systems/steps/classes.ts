import type { ClassFact } from '../../model/class-outline';
import { classKey, DAMAGED_KEY } from '../../model/class-outline';
import { groupBy } from '../../base/collections';
import type { Lookup } from '../../model/lookup';
import { coreOf } from './core';
import type { ImportFact } from './facts';
import { importKey } from './keys';
import { isComponentPath, isTestPath, SHARED, workspaceDirectory } from './layout';
import { findModule } from './modules';

/** Where a class that a row names is, as far as texts can tell. */
export type ClassVerdict =
  | { readonly status: 'found'; readonly fact: ClassFact; readonly scope: string }
  | { readonly status: 'missing' }
  | { readonly status: 'cannot tell'; readonly why: string };

/**
 * Looks a class up as the run time does (formats 1.7): the workspace's own files, then the shared workspace, then core.
 * `directory` is the folder name of the workspace, absent for core. Other workspaces and tests never count.
 */
export function findClass(name: string, directory: string | undefined, lookup: Lookup): ClassVerdict {
  const scopes = directory === undefined ? [undefined] : [directory, SHARED, undefined];
  const found = classesFor(directory, classesByPlace(name, lookup));
  const fact = found.find(({ file }) => isComponentPath(file.path)) ?? found[0];
  if (fact?.dynamic === true) return { status: 'cannot tell', why: `'${name}' is made at run time` };
  if (fact !== undefined) return { status: 'found', fact, scope: workspaceDirectory(fact.file.path) ?? 'core' };
  const imported = importOf(name, scopes, lookup);
  if (imported !== undefined) return { status: 'cannot tell', why: `${imported.file.path} imports it from elsewhere` };
  const damaged = lookup.providers(DAMAGED_KEY).find(({ file }) => file.incomplete && mayHold(file.path, scopes));
  if (damaged !== undefined) return { status: 'cannot tell', why: `${damaged.file.path} is damaged` };
  return { status: 'missing' };
}

/** Classes of one name by place: the directory name of a workspace, `shared`, or nothing for core. */
export type ClassesByPlace = ReadonlyMap<string | undefined, readonly ClassFact[]>;

/** For rules over a class, which many rows may name: made once, it answers for all of them. */
export function classesByPlace(name: string, lookup: Lookup): ClassesByPlace {
  const classes = lookup.providers(classKey(name)) as readonly ClassFact[];
  return groupBy(
    classes.filter(({ file }) => !isTestPath(file.path)),
    ({ file }) => workspaceDirectory(file.path),
  );
}

/** Those that a row of the workspace `directory` (absent for core) gets, in the order of lookups; none when it gets none. */
export function classesFor(directory: string | undefined, places: ClassesByPlace): readonly ClassFact[] {
  const core = places.get(undefined) ?? [];
  return directory === undefined ? core : (places.get(directory) ?? places.get(SHARED) ?? core);
}

/** Whether a damaged file may hold a component for one of the scopes. */
function mayHold(path: string, scopes: readonly (string | undefined)[]): boolean {
  return isComponentPath(path) && !isTestPath(path) && scopes.includes(workspaceDirectory(path));
}

/** The import by which a module of components has a class that it does not define; of a whole module, any class. */
function importOf(name: string, scopes: readonly (string | undefined)[], lookup: Lookup): ImportFact | undefined {
  const imports = [name, '*'].flatMap(each => lookup.providers(importKey(each)) as readonly ImportFact[]);
  return imports.find(
    ({ file, module }) => scopes.includes(workspaceDirectory(file.path)) && !isInSight(module, file.path, lookup),
  );
}

/** Whether an import leads to a file of components, whose own classes and imports are known. */
function isInSight(module: string, from: string, lookup: Lookup): boolean {
  const core = coreOf(lookup);
  const found = core && findModule(module, from, core, lookup);
  return found?.status === 'found' && isComponentPath(found.path);
}

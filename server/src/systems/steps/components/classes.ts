import { isTestPath } from '../../../base/test-paths';
import type { ClassFact } from '../../../model/class-outline';
import { classKey, DAMAGED_KEY } from '../../../model/class-outline';
import { groupBy } from '../../../base/collections';
import type { Lookup } from '../../../model/lookup';
import { unseenCode, unseenInWords } from '../../../model/unseen';
import { coreOf } from '../define/core';
import type { ImportFact } from '../facts';
import { importKey } from '../keys';
import { isComponentPath, SHARED, workspaceDirectory } from '../layout';
import { classesSought } from '../read/imports';
import { findModule } from './python-modules';

/** Where a class that a row names is defined, as far as that can be told without running code. */
export type ClassVerdict =
  | { readonly status: 'found'; readonly fact: ClassFact; readonly scope: string }
  | { readonly status: 'missing' }
  | { readonly status: 'cannot tell'; readonly why: string };

/**
 * Looks a class up as the run time does (formats 1.7): first in the workspace, then in the shared workspace, then in
 * core. `directory` is the folder name of the workspace, undefined for core. Other workspaces and tests never count.
 */
export function findClass(name: string, directory: string | undefined, lookup: Lookup): ClassVerdict {
  return classFinder(name, lookup)(directory);
}

/** `findClass` for many rows that name one class: what does not depend on the row is computed once. */
export function classFinder(name: string, lookup: Lookup): (directory: string | undefined) => ClassVerdict {
  const places = classesByPlace(name, lookup);
  let doubts: ReadonlyMap<string | undefined, string> | undefined;
  return directory => {
    const found = classesVisibleFrom(directory, places);
    const fact = found.find(({ file }) => isComponentPath(file.path)) ?? found[0];
    if (fact?.dynamic === true) return { status: 'cannot tell', why: `'${name}' is made at run time` };
    if (fact !== undefined) return { status: 'found', fact, scope: workspaceDirectory(fact.file.path) ?? 'core' };
    doubts ??= doubtsByPlace(name, lookup);
    const why = directory === undefined ? undefined : (doubts.get(directory) ?? doubts.get(SHARED));
    const doubt = why ?? doubts.get(undefined);
    return doubt === undefined ? { status: 'missing' } : { status: 'cannot tell', why: doubt };
  };
}

/** Classes of one name by place: the directory name of a workspace, `shared`, or undefined for core. */
export type ClassesByPlace = ReadonlyMap<string | undefined, readonly ClassFact[]>;

/** The classes of a name outside of tests. Rules over a class compute this once for all rows that name the class. */
export function classesByPlace(name: string, lookup: Lookup): ClassesByPlace {
  const classes = lookup.providers(classKey(name));
  return groupBy(
    classes.filter(({ file }) => !isTestPath(file.path)),
    ({ file }) => workspaceDirectory(file.path),
  );
}

/** The classes that a row of workspace `directory` (undefined for core) finds: those of the first place with any. */
export function classesVisibleFrom(directory: string | undefined, places: ClassesByPlace): readonly ClassFact[] {
  const core = places.get(undefined) ?? [];
  return directory === undefined ? core : (places.get(directory) ?? places.get(SHARED) ?? core);
}

/**
 * For each place, why it may have a class that was not found there: a module of components imports the class, or
 * everything, from a module that was not read; or a file of the place is damaged or could not be read.
 */
function doubtsByPlace(name: string, lookup: Lookup): Map<string | undefined, string> {
  const doubts = new Map<string | undefined, string>();
  const add = (path: string, why: () => string | undefined): void => {
    const place = workspaceDirectory(path);
    const doubt = doubts.has(place) ? undefined : why();
    if (doubt !== undefined) doubts.set(place, doubt);
  };
  for (const each of [name, '*'])
    for (const fact of lookup.providers(importKey(each)))
      // Nobody looks for a config among builders, whatever code gives that module.
      if (classesSought(fact.file.path)?.test(name) === true) add(fact.file.path, () => doubtOfImport(fact, lookup));
  for (const { file } of lookup.providers(DAMAGED_KEY))
    if (file.incomplete && isComponentPath(file.path) && !isTestPath(file.path))
      add(file.path, () => `${file.path} is damaged`);
  for (const each of unseenCode(lookup)) {
    const path = each.isFolder ? `${each.path}/x` : each.path;
    if (!isTestPath(path)) add(path, () => unseenInWords(each, lookup));
  }
  return doubts;
}

/**
 * Why an import may give its module a class that was not found there. An import of a module of this repository that does
 * not exist gives none: it raises an error.
 */
export function doubtOfImport({ file: { path }, module }: ImportFact, lookup: Lookup): string | undefined {
  const core = coreOf(lookup);
  // A core of interfaces makes the names of its package of builders from them; a step without an interface gives no name.
  if (module === '' && core?.era === 'interfaces' && path === `${core.package}/steps/builders/__init__.py`)
    return undefined;
  if (module === '') return `code in ${path} gives the module names at run time`;
  const found = core && findModule(module, path, core, lookup);
  if (found?.status === 'missing' || (found?.status === 'found' && isComponentPath(found.path))) return undefined;
  return `${path} imports it from elsewhere`;
}

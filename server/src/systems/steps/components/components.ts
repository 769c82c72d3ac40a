import { classKey, type ClassFact } from '../../../model/class-outline';
import type { ComponentItem } from '../../../model/explanation';
import type { Lookup } from '../../../model/lookup';
import { CLASS_FIELD, classComponent, classVerdict, likelyClassFinder } from './class-components';
import { classesByPlace, classesVisibleFrom, classFinder, type ClassesByPlace, type ClassVerdict } from './classes';
import { fileComponent, hyperparametersOf } from './file-components';
import { searchScopesOf, type SearchScopes } from './search-scopes';
import { effectiveRow } from '../define/core-rows';
import { checkedDefinition, type Definition } from '../define/definitions';
import { isStep, textOf, type ComponentRole } from '../facts';
import { mayLack } from './needs';
import { workspaceDirectory } from '../layout';

const ROLES = ['builder', 'config', 'spec', 'contract', 'script', 'hyperparameters'] as const;

/** The components of a step, in the order of the documents, without those that it neither has nor needs. */
export function componentsOf(definition: Definition, lookup: Lookup): ComponentItem[] {
  const scopes = searchScopesOf(wholly(definition, lookup));
  return ROLES.flatMap(role => itemOf(role, scopes, lookup) ?? []);
}

/**
 * One component of a step, with its status; undefined if the step neither has nor needs one. Rules and explanations
 * both ask here. The status `missing` is certain; if there is any doubt, the status is `cannot tell`, with the reason
 * as the last item of `tried`.
 */
export function componentOf(role: ComponentRole, definition: Definition, lookup: Lookup): ComponentItem | undefined {
  return itemOf(role, searchScopesOf(wholly(definition, lookup)), lookup);
}

/**
 * Whether a step certainly lacks the class that its row names as builder or config: the verdict of `componentOf`,
 * without the search for a class that may have been meant. Pass `find` (see `classFinder`) if many rows name one class.
 */
export function lacksClass(
  role: 'builder' | 'config',
  definition: Definition,
  lookup: Lookup,
  find?: (directory: string | undefined) => ClassVerdict,
): boolean {
  const { entry } = wholly(definition, lookup);
  const name = textOf(entry, CLASS_FIELD[role]);
  if (name === undefined || name === '' || entry.open === true || mayLack(role, entry)) return false;
  return classVerdict(role, name, searchScopesOf(definition), lookup, find).status === 'missing';
}

/** A definition with all fields of its row, also those that come from core. */
function wholly(definition: Definition, lookup: Lookup): Definition {
  const entry = effectiveRow(definition.entry, lookup);
  return entry === definition.entry ? definition : { ...definition, entry };
}

/** A row without the class that it names, the class that was likely meant, and the classes of the name elsewhere. */
export interface RowLackingClass {
  readonly definition: Definition;
  readonly meant: ClassFact | undefined;
  readonly places: ClassesByPlace;
}

/** The rows that name a class as builder or config and certainly lack it. What all rows share is computed once. */
export function* rowsLackingClass(role: 'builder' | 'config', name: string, lookup: Lookup): Iterable<RowLackingClass> {
  const places = classesByPlace(name, lookup);
  const isInCore = places.has(undefined);
  if (isInCore) return;
  const find = classFinder(name, lookup);
  const meantIn = likelyClassFinder(role, name, lookup);
  for (const entry of lookup.readers(classKey(name)).filter(isStep)) {
    if (textOf(entry, CLASS_FIELD[role]) !== name) continue;
    if (classesVisibleFrom(workspaceDirectory(entry.file.path), places).length > 0) continue;
    const definition = checkedDefinition(entry, lookup);
    if (definition !== undefined && lacksClass(role, definition, lookup, find))
      yield { definition, meant: meantIn(searchScopesOf(definition)), places };
  }
}

function itemOf(role: ComponentRole, scopes: SearchScopes, lookup: Lookup): ComponentItem | undefined {
  const item = findComponent(role, scopes, lookup);
  return item?.status !== 'found' && mayLack(role, scopes.definition.entry) ? undefined : item;
}

function findComponent(role: ComponentRole, scopes: SearchScopes, lookup: Lookup): ComponentItem | undefined {
  switch (role) {
    case 'builder':
    case 'config':
      return classComponent(role, scopes, lookup);
    case 'spec':
    case 'contract':
    case 'script':
      return fileComponent(role, scopes, lookup);
    case 'hyperparameters':
      return hyperparametersOf(scopes, lookup);
  }
}

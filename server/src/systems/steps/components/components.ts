import type { ComponentItem } from '../../../model/explanation';
import type { Lookup } from '../../../model/lookup';
import { classComponent, classVerdict } from './class-components';
import type { ClassVerdict } from './classes';
import { fileComponent, hyperparametersOf } from './file-components';
import { searchScopesOf, type SearchScopes } from './search-scopes';
import type { Definition } from '../define/definitions';
import { textOf, type ComponentRole } from '../facts';

const ROLES = ['builder', 'config', 'spec', 'contract', 'script', 'hyperparameters'] as const;

/** What a step runs with, in the order of the documents; what it neither has nor needs is left out. */
export function componentsOf(definition: Definition, lookup: Lookup): ComponentItem[] {
  const scopes = searchScopesOf(definition);
  return ROLES.flatMap(role => itemOf(role, scopes, lookup) ?? []);
}

/**
 * The verdict on one component of a step; nothing where the step neither has nor needs one. This is the one place that
 * decides it: rules and explanations ask here. `missing` is certain; whatever could be otherwise is `cannot tell`, with
 * the reason as the last of `tried`.
 */
export function componentOf(role: ComponentRole, definition: Definition, lookup: Lookup): ComponentItem | undefined {
  return itemOf(role, searchScopesOf(definition), lookup);
}

/**
 * Whether a step certainly lacks the class that it names as its builder or config: the same verdict as `componentOf`, without
 * the search for what was meant. `find` is to be given where many rows name one class.
 */
export function lacksClass(
  role: 'builder' | 'config',
  definition: Definition,
  lookup: Lookup,
  find?: (directory: string | undefined) => ClassVerdict,
): boolean {
  const name = textOf(definition.entry, role === 'builder' ? 'builder_step_name' : 'config_class');
  if (name === undefined || name === '' || definition.entry.open === true || mayLack(role, definition)) return false;
  return classVerdict(role, name, searchScopesOf(definition), lookup, find).status === 'missing';
}

/** Whether the real project itself lets this step go without a builder (formats 1.6). */
export function isExemptFromBuilder(name: string): boolean {
  return name === 'HyperparameterPrep';
}

const ABSTRACT: ReadonlySet<string> = new Set(['Base', 'Processing']);
/** Their builders come with another kit. */
const EXTERNAL: ReadonlySet<string> = new Set([
  'CradleDataLoading',
  'RedshiftDataLoading',
  'Registration',
  'DataUploading',
]);
/** Kinds of steps that run a script of their own, and those that depend on nothing. */
const SCRIPTED: ReadonlySet<string> = new Set(['Processing', 'Training']);
const UNSPECIFIED: ReadonlySet<string> = new Set(['Base', 'Lambda', 'Utility']);

function itemOf(role: ComponentRole, scopes: SearchScopes, lookup: Lookup): ComponentItem | undefined {
  const item = findComponent(role, scopes, lookup);
  return item?.status !== 'found' && mayLack(role, scopes.definition) ? undefined : item;
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

function mayLack(role: ComponentRole, { entry }: Definition): boolean {
  if (ABSTRACT.has(entry.name) || EXTERNAL.has(entry.name) || role === 'hyperparameters') return true;
  if (role === 'builder' || role === 'config') return false;
  const type = textOf(entry, 'sagemaker_step_type');
  return role === 'spec' ? type !== undefined && UNSPECIFIED.has(type) : type === undefined || !SCRIPTED.has(type);
}

import { fileName } from '../../../base/paths';
import type { ComponentItem } from '../../../model/explanation';
import { Part, type Fact } from '../../../model/fact';
import { DAMAGED_KEY } from '../../../model/class-outline';
import { fieldOf } from '../../../model/fields';
import type { Key, Lookup } from '../../../model/lookup';
import { findClass } from './classes';
import { whyScriptMayBeElsewhere } from './entry-points';
import { placeOf, placesInWords, whyAbsenceIsUncertain, type SearchScopes } from './search-scopes';
import { isInterface, textOf, type ComponentFact, type InterfaceEntry, type StepEntry } from '../facts';
import { componentKey, componentWordsKey, contractKey, HYPERPARAMETERS_KEY, scriptKey, stepKey } from '../keys';
import { canonicalKey, conventionalFile } from '../naming';

type FileBackedRole = 'spec' | 'contract' | 'script';

/**
 * The file that holds a step's spec, contract or script. An interface file holds the spec and the contract itself, also
 * where the row of the step stands in a table of its own.
 */
export function fileComponent(role: FileBackedRole, scopes: SearchScopes, lookup: Lookup): ComponentItem | undefined {
  const { entry } = scopes.definition;
  const inside = interfaceFor(scopes, lookup);
  if (inside !== undefined)
    return role === 'script' ? interfaceScriptItem(inside, scopes, lookup) : interfaceSectionItem(role, inside, scopes);
  if (role === 'script') {
    const contract = findComponentFact('contract', scopes, lookup);
    if (contract?.entryPoint !== undefined) return entryPointItem(contract.entryPoint, contract, scopes, lookup);
  }
  const fact = findComponentFact(role, scopes, lookup);
  const file = fileName(conventionalFile(role, entry.name));
  if (fact !== undefined) return foundItem(role, fact, scopes);
  return absentItem(
    role,
    file,
    [`a ${role} of '${entry.name}', such as '${file}', in ${placesInWords(scopes)}`],
    scopes,
    lookup,
  );
}

/**
 * A step's hyperparameter class, or undefined. It is registered by model type, not by step, so it is never `missing`
 * (formats 1.11).
 */
export function hyperparametersOf(scopes: SearchScopes, lookup: Lookup): ComponentItem | undefined {
  const { entry } = scopes.definition;
  if (textOf(entry, 'sagemaker_step_type') !== 'Training') return undefined;
  const framework = textOf(entry, 'framework');
  const rows = lookup.providers(HYPERPARAMETERS_KEY);
  const row = rows.find(each => {
    const type = canonicalKey(textOf(each, 'model_type') ?? '');
    if (type === '' || placeOf(each.file.path, scopes) === undefined) return false;
    return framework === undefined ? canonicalKey(entry.name).startsWith(type) : canonicalKey(framework) === type;
  });
  const name = row && textOf(row, 'class_name');
  if (name === undefined) return undefined;
  const verdict = findClass(name, scopes.places[0].directory, lookup);
  return verdict.status === 'found' ? { ...foundItem('hyperparameters', verdict.fact, scopes), name } : undefined;
}

/** The interface of a step: its own file, or that of the same step type in the first place that has one. */
function interfaceFor(scopes: SearchScopes, lookup: Lookup): InterfaceEntry | undefined {
  const { entry } = scopes.definition;
  if (entry.table === 'interface') return interfaceIn(entry, lookup);
  const rows = lookup.providers(stepKey(entry.name)).filter(({ table }) => table === 'interface');
  const first = rows.length === 0 ? undefined : firstByPlace(rows, scopes);
  return first && interfaceIn(first, lookup);
}

function interfaceIn({ file }: StepEntry, lookup: Lookup): InterfaceEntry | undefined {
  return lookup.contents(file).facts.find(isInterface);
}

function interfaceSectionItem(
  role: 'spec' | 'contract',
  inside: InterfaceEntry,
  scopes: SearchScopes,
): ComponentItem | undefined {
  const index = inside.fields.findIndex(field => field.name === role);
  const { path } = inside.file;
  if (index < 0) return undefined;
  const at = { fact: inside, part: Part.fieldValue(index) };
  const scope = placeOf(path, scopes)?.label ?? 'core';
  return { kind: role, name: fileName(path), at, path, scope, status: 'found', tried: [`the section '${role}'`] };
}

function interfaceScriptItem(inside: InterfaceEntry, scopes: SearchScopes, lookup: Lookup): ComponentItem | undefined {
  const script = fieldOf(inside, 'contract.entry_point');
  return typeof script === 'string' ? entryPointItem(script, inside, scopes, lookup) : undefined;
}

/** The script that a contract names; scripts are compared by file name, not by folder. */
function entryPointItem(
  script: string,
  contract: ComponentFact | InterfaceEntry,
  scopes: SearchScopes,
  lookup: Lookup,
): ComponentItem {
  const name = fileName(script);
  const fact = firstByPlace(lookup.providers(scriptKey(name)), scopes);
  if (fact !== undefined) return foundItem('script', fact, scopes);
  const tried = [`script '${name}', which ${contract.file.path} names, in ${placesInWords(scopes)}`];
  const why = whyScriptMayBeElsewhere(contract, script, lookup);
  if (why !== undefined) return { kind: 'script', name, status: 'cannot tell', tried: [...tried, why] };
  return absentItem('script', name, tried, scopes, lookup);
}

function findComponentFact(role: FileBackedRole, scopes: SearchScopes, lookup: Lookup): ComponentFact | undefined {
  for (const key of componentKeysOf(scopes)) {
    const facts = lookup.providers(key).filter(fact => fact.role === role);
    const fact = firstByPlace(facts, scopes);
    if (fact !== undefined) return fact;
  }
  const contract = role === 'contract' ? findComponentFact('spec', scopes, lookup)?.contract : undefined;
  return contract === undefined ? undefined : firstByPlace(lookup.providers(contractKey(contract)), scopes);
}

/** The keys to look under, in order: step name and spec type, first exactly, then by the same words in any order. */
function componentKeysOf({ definition: { entry } }: SearchScopes): Key<ComponentFact>[] {
  const names = [...new Set([entry.name, textOf(entry, 'spec_type') ?? entry.name])];
  return [...names.map(componentKey), ...names.map(componentWordsKey)];
}

/** The fact in the first place that has one of `facts`. */
function firstByPlace<F extends Fact>(facts: readonly F[], scopes: SearchScopes): F | undefined {
  for (const place of scopes.places) {
    const fact = facts.find(each => placeOf(each.file.path, scopes) === place);
    if (fact !== undefined) return fact;
  }
  return undefined;
}

function foundItem(kind: string, fact: Fact, scopes: SearchScopes): ComponentItem {
  const { path } = fact.file;
  const scope = placeOf(path, scopes)?.label ?? 'core';
  return { kind, name: fileName(path), at: { fact, part: Part.whole }, path, scope, status: 'found', tried: [] };
}

function absentItem(
  role: FileBackedRole,
  name: string,
  tried: readonly string[],
  scopes: SearchScopes,
  lookup: Lookup,
): ComponentItem {
  const why = whyDamaged(scopes, lookup) ?? whyAbsenceIsUncertain(role, scopes, lookup);
  if (why === undefined) return { kind: role, name, status: 'missing', tried };
  return { kind: role, name, status: 'cannot tell', tried: [...tried, why] };
}

/** The damaged file that may hold the component: specs and contracts are known by content, so any damaged file may. */
function whyDamaged(scopes: SearchScopes, lookup: Lookup): string | undefined {
  const damaged = lookup
    .providers(DAMAGED_KEY)
    .find(({ file }) => file.incomplete && file.path.includes('steps/') && placeOf(file.path, scopes) !== undefined);
  return damaged && `${damaged.file.path} is damaged`;
}

import { fileName } from '../../../base/paths';
import type { ComponentItem } from '../../../model/explanation';
import { Part, type Fact } from '../../../model/fact';
import { DAMAGED_KEY } from '../../../model/class-outline';
import { fieldOf } from '../../../model/fields';
import type { Key, Lookup } from '../../../model/lookup';
import { findClass } from './classes';
import { placeOf, placesInWords, whyAbsenceIsUncertain, type SearchScopes } from './search-scopes';
import { isInterface, textOf, type ComponentFact, type InterfaceEntry } from '../facts';
import { componentKey, componentWordsKey, HYPERPARAMETERS_KEY, scriptKey } from '../keys';
import { canonicalKey, conventionalFile } from '../naming';

type FileBackedRole = 'spec' | 'contract' | 'script';

/** The file that holds a step's spec, contract or script. An interface file holds the spec and the contract itself. */
export function fileComponent(role: FileBackedRole, scopes: SearchScopes, lookup: Lookup): ComponentItem | undefined {
  const { entry } = scopes.definition;
  const inside = entry.table === 'interface' ? interfaceOf(entry.file.facts) : undefined;
  if (inside !== undefined)
    return role === 'script' ? interfaceScriptItem(inside, scopes, lookup) : interfaceSectionItem(role, inside);
  if (role === 'script') {
    const contract = findComponentFact('contract', scopes, lookup);
    if (contract?.entryPoint !== undefined)
      return entryPointItem(contract.entryPoint, contract.file.path, scopes, lookup);
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

function interfaceOf(facts: readonly Fact[]): InterfaceEntry | undefined {
  return facts.find(isInterface);
}

function interfaceSectionItem(role: 'spec' | 'contract', inside: InterfaceEntry): ComponentItem | undefined {
  const index = inside.fields.findIndex(field => field.name === role);
  const { path } = inside.file;
  if (index < 0) return undefined;
  const at = { fact: inside, part: Part.fieldValue(index) };
  return {
    kind: role,
    name: fileName(path),
    at,
    path,
    scope: 'core',
    status: 'found',
    tried: [`the section '${role}'`],
  };
}

function interfaceScriptItem(inside: InterfaceEntry, scopes: SearchScopes, lookup: Lookup): ComponentItem | undefined {
  const script = fieldOf(inside, 'contract.entry_point');
  return typeof script === 'string' ? entryPointItem(script, inside.file.path, scopes, lookup) : undefined;
}

/** The script that the contract in the file `by` names; scripts are compared by file name, not by folder. */
function entryPointItem(script: string, by: string, scopes: SearchScopes, lookup: Lookup): ComponentItem {
  const name = fileName(script);
  const fact = firstByPlace(lookup.providers(scriptKey(name)), scopes);
  if (fact !== undefined) return foundItem('script', fact, scopes);
  return absentItem(
    'script',
    name,
    [`script '${name}', which ${by} names, in ${placesInWords(scopes)}`],
    scopes,
    lookup,
  );
}

function findComponentFact(role: FileBackedRole, scopes: SearchScopes, lookup: Lookup): ComponentFact | undefined {
  for (const key of componentKeysOf(scopes)) {
    const facts = lookup.providers(key).filter(fact => fact.role === role);
    const fact = firstByPlace(facts, scopes);
    if (fact !== undefined) return fact;
  }
  return undefined;
}

/** The keys to look under, in order: step name and spec type, first exactly, then by the same words in any order. */
function componentKeysOf({ definition: { entry } }: SearchScopes): Key<ComponentFact>[] {
  const names = [...new Set([entry.name, textOf(entry, 'spec_type') ?? entry.name])];
  return [...names.map(componentKey), ...names.map(componentWordsKey)];
}

/** The fact in the first place that has one of `facts`. */
function firstByPlace(facts: readonly ComponentFact[], scopes: SearchScopes): ComponentFact | undefined {
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

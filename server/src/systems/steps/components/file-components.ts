import { fileName } from '../../../base/paths';
import type { ComponentItem } from '../../../model/explanation';
import { Part, type Fact } from '../../../model/fact';
import { DAMAGED_KEY } from '../../../model/class-outline';
import { fieldOf } from '../../../model/fields';
import type { Lookup } from '../../../model/lookup';
import { findClass } from './classes';
import { placeOf, placesInWords, whyNotAbsent, type Scopes } from './search-scopes';
import { textOf, type ComponentFact, type HyperparameterEntry, type InterfaceEntry } from '../facts';
import { componentKey, componentWordsKey, HYPERPARAMETERS_KEY, scriptKey } from '../keys';
import { canonicalKey, conventionalFile } from '../naming';

type FileRole = 'spec' | 'contract' | 'script';

/** The file that holds a step's spec, contract or script; in an interface, the first two are the file itself. */
export function fileComponent(role: FileRole, scopes: Scopes, lookup: Lookup): ComponentItem | undefined {
  const { entry } = scopes.definition;
  const inside = entry.table === 'interface' ? interfaceOf(entry.file.facts) : undefined;
  if (inside !== undefined) return role === 'script' ? scriptOf(inside, scopes, lookup) : sectionOf(role, inside);
  if (role === 'script') {
    const contract = firstOf('contract', scopes, lookup);
    if (contract?.entryPoint !== undefined) return entryPoint(contract.entryPoint, contract.file.path, scopes, lookup);
  }
  const fact = firstOf(role, scopes, lookup);
  const file = fileName(conventionalFile(role, entry.name));
  if (fact !== undefined) return foundAt(role, fact, scopes);
  return absent(
    role,
    file,
    [`a ${role} of '${entry.name}', such as '${file}', in ${placesInWords(scopes)}`],
    scopes,
    lookup,
  );
}

/** Hyperparameters are registered by model type, not by step, so they are only ever found (formats 1.11). */
export function hyperparametersOf(scopes: Scopes, lookup: Lookup): ComponentItem | undefined {
  const { entry } = scopes.definition;
  if (textOf(entry, 'sagemaker_step_type') !== 'Training') return undefined;
  const framework = textOf(entry, 'framework');
  const rows = lookup.providers(HYPERPARAMETERS_KEY) as readonly HyperparameterEntry[];
  const row = rows.find(each => {
    const type = canonicalKey(textOf(each, 'model_type') ?? '');
    if (type === '' || placeOf(each.file.path, scopes) === undefined) return false;
    return framework === undefined ? canonicalKey(entry.name).startsWith(type) : canonicalKey(framework) === type;
  });
  const name = row && textOf(row, 'class_name');
  if (name === undefined) return undefined;
  const verdict = findClass(name, scopes.places[0]!.directory, lookup);
  return verdict.status === 'found' ? { ...foundAt('hyperparameters', verdict.fact, scopes), name } : undefined;
}

function interfaceOf(facts: readonly Fact[]): InterfaceEntry | undefined {
  return facts.find(fact => fact.kind === 'interface') as InterfaceEntry | undefined;
}

function sectionOf(role: 'spec' | 'contract', inside: InterfaceEntry): ComponentItem | undefined {
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

function scriptOf(inside: InterfaceEntry, scopes: Scopes, lookup: Lookup): ComponentItem | undefined {
  const script = fieldOf(inside, 'contract.entry_point');
  return typeof script === 'string' ? entryPoint(script, inside.file.path, scopes, lookup) : undefined;
}

/** The script that a contract names; its folder does not count. */
function entryPoint(script: string, by: string, scopes: Scopes, lookup: Lookup): ComponentItem {
  const name = fileName(script);
  const fact = nearestOf(lookup.providers(scriptKey(name)) as readonly ComponentFact[], scopes);
  if (fact !== undefined) return foundAt('script', fact, scopes);
  return absent('script', name, [`script '${name}', which ${by} names, in ${placesInWords(scopes)}`], scopes, lookup);
}

function firstOf(role: FileRole, scopes: Scopes, lookup: Lookup): ComponentFact | undefined {
  for (const key of keysFor(scopes)) {
    const facts = (lookup.providers(key) as readonly ComponentFact[]).filter(fact => fact.role === role);
    const fact = nearestOf(facts, scopes);
    if (fact !== undefined) return fact;
  }
  return undefined;
}

/** By the step's name, then by its spec type, where that is another; exact spellings first. */
function keysFor({ definition: { entry } }: Scopes): string[] {
  const names = [...new Set([entry.name, textOf(entry, 'spec_type') ?? entry.name])];
  return [...names.map(componentKey), ...names.map(componentWordsKey)];
}

/** The one in the first of the places that has one. */
function nearestOf(facts: readonly ComponentFact[], scopes: Scopes): ComponentFact | undefined {
  for (const place of scopes.places) {
    const fact = facts.find(each => placeOf(each.file.path, scopes) === place);
    if (fact !== undefined) return fact;
  }
  return undefined;
}

function foundAt(kind: string, fact: Fact, scopes: Scopes): ComponentItem {
  const { path } = fact.file;
  const scope = placeOf(path, scopes)?.label ?? 'core';
  return { kind, name: fileName(path), at: { fact, part: Part.whole }, path, scope, status: 'found', tried: [] };
}

function absent(role: FileRole, name: string, tried: readonly string[], scopes: Scopes, lookup: Lookup): ComponentItem {
  const why = damagedNearby(scopes, lookup) ?? whyNotAbsent(role, scopes, lookup);
  if (why === undefined) return { kind: role, name, status: 'missing', tried };
  return { kind: role, name, status: 'cannot tell', tried: [...tried, why] };
}

/** Specs and contracts are known by their content, so one may stand in any damaged file of components. */
function damagedNearby(scopes: Scopes, lookup: Lookup): string | undefined {
  const damaged = lookup
    .providers(DAMAGED_KEY)
    .find(({ file }) => file.incomplete && file.path.includes('steps/') && placeOf(file.path, scopes) !== undefined);
  return damaged && `${damaged.file.path} is damaged`;
}

import { classKey, isClass } from '../../../model/class-outline';
import { Part, type Fact, type Place } from '../../../model/fact';
import type { Entry } from '../../../model/fields';
import type { Lookup } from '../../../model/lookup';
import type { NamedSymbol } from '../../system';
import {
  isAlias,
  isComponent,
  isHyperparameter,
  isMetadata,
  isReference,
  isStep,
  isWorkspaceImport,
  type AliasFact,
  type ComponentFact,
  type ReferenceFact,
} from '../facts';
import { aliasKey, fieldKey, referenceKey, scriptKey, specTypeKey, stepKey, workspaceKey } from '../keys';

/** What the text at `place` names; undefined if it is no name of the step system. */
export function symbolAt(place: Place, lookup: Lookup): NamedSymbol | undefined {
  const found = nameAt(place, lookup);
  return found === undefined || found.name === '' ? undefined : { ...found, place };
}

type Found = Omit<NamedSymbol, 'place'>;

function nameAt({ fact, part }: Place, lookup: Lookup): Found | undefined {
  if (isStep(fact)) return part === Part.name ? step(fact.name) : field(fact, part);
  if (isMetadata(fact) || isHyperparameter(fact)) return field(fact, part);
  if (isAlias(fact)) return inAlias(fact, part);
  if (isReference(fact)) return inReference(fact);
  if (isComponent(fact)) return part === Part.fieldValue(0) ? inComponent(fact) : undefined;
  if (isWorkspaceImport(fact)) return workspace(fact.directory);
  const isUsedByRow = isClass(fact) && part === Part.name && lookup.readers(classKey(fact.name)).some(isRow);
  return isUsedByRow ? classNamed(fact.name) : undefined;
}

function inAlias({ name, target }: AliasFact, part: number): Found | undefined {
  if (part === Part.name) return { kind: 'alias', name, key: aliasKey(name) };
  return part === Part.fieldValue(0) ? step(target) : undefined;
}

function inReference(fact: ReferenceFact): Found {
  const { to, name, workspace } = fact;
  const kind = KINDS.get(to) ?? to;
  return { kind, name, key: referenceKey(fact), ...(workspace === undefined ? {} : { workspace }) };
}

function inComponent({ entryPoint, stepType }: ComponentFact): Found | undefined {
  if (stepType !== undefined) return step(stepType);
  return entryPoint === undefined ? undefined : { kind: 'script', name: entryPoint, key: scriptKey(entryPoint) };
}

const KINDS: ReadonlyMap<string, string> = new Map([
  ['source', 'step'],
  ['node', 'step'],
  ['config', 'class'],
  ['builder', 'class'],
  ['hyperparameters', 'class'],
]);

function isRow(fact: Fact): boolean {
  return isStep(fact) || isHyperparameter(fact);
}

function step(name: string): Found {
  return { kind: 'step', name, key: stepKey(name) };
}

function workspace(name: string): Found {
  return { kind: 'workspace', name, key: workspaceKey(name) };
}

function classNamed(name: string): Found {
  return { kind: 'class', name, key: classKey(name) };
}

/** What a part of a field names: its name names the field, its value may name a class, a spec type or a workspace. */
function field(entry: Entry, part: number): Found | undefined {
  const index = entry.fields.findIndex((_, i) => part === Part.fieldName(i) || part === Part.fieldValue(i));
  const at = entry.fields[index];
  if (at === undefined) return undefined;
  if (part === Part.fieldName(index)) return { kind: 'field', name: at.name, key: fieldKey(entry.kind, at.name) };
  return typeof at.value === 'string' ? VALUES.get(at.name)?.(at.value) : undefined;
}

const VALUES: ReadonlyMap<string, (value: string) => Found> = new Map([
  ['builder_step_name', classNamed],
  ['config_class', classNamed],
  ['class_name', classNamed],
  ['spec_type', (name: string) => ({ kind: 'spec type', name, key: specTypeKey(name) })],
  ['developer_id', workspace],
]);

import { classKey } from '../../../model/class-outline';
import { Part, type Fact, type Place } from '../../../model/fact';
import type { Entry } from '../../../model/fields';
import type { Lookup } from '../../../model/lookup';
import type { Named } from '../../system';
import type { AliasFact, ComponentFact, ReferenceFact, WorkspaceImport } from '../facts';
import { aliasKey, referenceKey, scriptKey, specTypeKey, stepKey, workspaceKey } from '../keys';

/** What the text at `place` names, if it is a name of ours. */
export function named(place: Place, lookup: Lookup): Named | undefined {
  const found = NAMED[place.fact.kind]?.(place, lookup);
  return found === undefined || found.name === '' ? undefined : { ...found, place };
}

type Found = Omit<Named, 'place'>;
type Finder = (place: Place, lookup: Lookup) => Found | undefined;

const NAMED: Readonly<Record<string, Finder | undefined>> = {
  step: place => (place.part === Part.name ? step(place.fact.name) : field(place)),
  metadata: field,
  hyperparameter: field,
  alias({ fact, part }) {
    if (part === Part.name) return { kind: 'alias', name: fact.name, key: aliasKey(fact.name) };
    return part === Part.fieldValue(0) ? step((fact as AliasFact).target) : undefined;
  },
  reference({ fact }) {
    const { to, name, workspace } = fact as ReferenceFact;
    const kind = to === 'source' ? 'step' : (KINDS.get(to) ?? to);
    return { kind, name, key: referenceKey(fact as ReferenceFact), ...(workspace === undefined ? {} : { workspace }) };
  },
  component({ fact, part }) {
    const { entryPoint, stepType } = fact as ComponentFact;
    if (part !== Part.fieldValue(0)) return undefined;
    if (stepType !== undefined) return step(stepType);
    if (entryPoint === undefined) return undefined;
    return { kind: 'script', name: entryPoint, key: scriptKey(entryPoint) };
  },
  'workspace-import'({ fact }) {
    const { directory } = fact as WorkspaceImport;
    return { kind: 'workspace', name: directory, key: workspaceKey(directory) };
  },
  class({ fact, part }, lookup) {
    const isOurs = part === Part.name && lookup.readers(classKey(fact.name)).some(isRow);
    return isOurs ? classNamed(fact.name) : undefined;
  },
};

const KINDS: ReadonlyMap<string, string> = new Map([
  ['config', 'class'],
  ['builder', 'class'],
]);

function isRow(fact: Fact): boolean {
  return fact.kind === 'step' || fact.kind === 'hyperparameter';
}

function step(name: string): Found {
  return { kind: 'step', name, key: stepKey(name) };
}

function classNamed(name: string): Found {
  return { kind: 'class', name, key: classKey(name) };
}

/** The name of a field names the field; its value may name a class, a spec type or a workspace. */
function field({ fact, part }: Place): Found | undefined {
  const index = (fact as Entry).fields.findIndex((_, i) => part === Part.fieldName(i) || part === Part.fieldValue(i));
  const at = (fact as Entry).fields[index];
  if (at === undefined) return undefined;
  if (part === Part.fieldName(index)) return { kind: 'field', name: at.name, key: `field:${fact.kind}.${at.name}` };
  return typeof at.value === 'string' ? VALUES.get(at.name)?.(at.value) : undefined;
}

const VALUES: ReadonlyMap<string, (value: string) => Found> = new Map([
  ['builder_step_name', classNamed],
  ['config_class', classNamed],
  ['class_name', classNamed],
  ['spec_type', (name: string) => ({ kind: 'spec type', name, key: specTypeKey(name) })],
  ['developer_id', (name: string) => ({ kind: 'workspace', name, key: workspaceKey(name) })],
]);

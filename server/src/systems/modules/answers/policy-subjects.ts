import type { Lookup } from '../../../model/lookup';
import type { PolicyEntry } from '../../../model/policy';
import { stringsOf, type Value } from '../../../model/value';
import type { PolicySubjects } from '../../system';
import { inheritedAttribute } from '../components/classes';
import { classPlaces } from '../resolve/class-places';
import { isModule, type ModuleFact } from '../facts';
import { MERGED_FIELDS, mergedFields } from '../resolve/companion-merge';
import { moduleOf, versionOf, type Module } from '../resolve/module';

/** Modules with a class or a companion; a file with neither is a helper. */
export const policySubjects: PolicySubjects = {
  kinds: ['module'],
  entry: (fact, lookup) => (isModule(fact) ? entryOf(fact, lookup) : undefined),
};

function entryOf(fact: ModuleFact, lookup: Lookup): PolicyEntry | undefined {
  const module = moduleOf(fact, lookup);
  if (module === undefined || (module.entry.status !== 'found' && module.companion === undefined)) return undefined;
  const stated = (module.companion?.fields ?? []).map(({ name, value }) => [name, value] as const);
  const merged = mergedFields(module, lookup).filter(({ winner }) => winner !== 'default');
  const unseen = unseenFields(module, lookup).map(name => [name, { unknown: name }] as const);
  const fields = new Map<string, Value>([
    ...unseen,
    ...stated,
    ...merged.map(({ name, value }) => [name, value] as const),
  ]);
  const version = versionOf(module, lookup);
  return {
    kind: 'module',
    name: module.id,
    names: version === undefined ? [module.id] : [module.id, `${module.id}@${version}`],
    categories: stringsOf(fields.get('tags')),
    workspace: undefined,
    place: classPlaces(module)[0],
    fields,
    open: module.companion?.partial === true || module.companion?.file.incomplete === true,
  };
}

/** The fields that the class may state though its text does not show it. */
function unseenFields({ entry }: Module, lookup: Lookup): readonly string[] {
  if (entry.status !== 'found') return MERGED_FIELDS;
  return MERGED_FIELDS.filter(name => inheritedAttribute(name, entry.entry, lookup).status === 'cannot tell');
}

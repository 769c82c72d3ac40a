import {
  ANNOTATION_FIELDS,
  COMPANION_FIELDS,
  DEPENDENCY_FIELDS,
  DEPRECATION_FIELDS,
  EXAMPLE_FIELDS,
} from '../../../generated/module-fields';
import { inWords } from '../../../base/in-words';
import type { Context } from '../../../model/explanation';
import type { FieldDoc } from '../../../model/field-doc';
import { Part } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import { nonEmptyText } from '../../../model/value';
import type { Description, Link, NamedSymbol } from '../../system';
import { classPlaces, schemaPlace } from '../resolve/class-places';
import type { Discovery } from '../define/configuration';
import { statusOf, whyNotRegistered } from '../resolve/dependencies';
import { discoveryRunOf, type DiscoveredModule } from '../resolve/discovery';
import { dependenciesOf, isCompanion, isDependency, isModuleClass } from '../facts';
import { moduleKey } from '../keys';
import { mergedFields, valueInWords } from '../resolve/companion-merge';
import { modulesOf, modulesOfCompanion, modulesWithId, versionOf, type Module } from '../resolve/module';
import { registrationsOf } from '../resolve/uses';
import { discoveryOf } from './name-at';
import { filesOfCompanion } from '../resolve/module';
import { stemOfCompanion } from '../layout';

/** What a hover says about a module, an entry point or a field; nothing about names that mean nothing here. */
export function describe(named: NamedSymbol, _: Context, lookup: Lookup): Description | undefined {
  const { fact } = named.place;
  if (named.kind === 'field') return describeField(named.key);
  if (named.kind === 'entry point') {
    const [module] = isCompanion(fact) ? modulesOfCompanion(fact, lookup) : [];
    return module && describeModule(module, lookup);
  }
  const discovery = discoveryOf(named, lookup);
  if (discovery === undefined) return describeRegistered(named.name, lookup);
  const [module] = modulesWithId(discovery, named.name, lookup);
  return module && describeModule(module, lookup);
}

/** What code registers: nothing is known of it but where. */
function describeRegistered(id: string, lookup: Lookup): Description | undefined {
  const links = registrationsOf(id, lookup).map(fact => ({ text: fact.file.path, at: { fact, part: Part.name } }));
  if (links.length === 0) return undefined;
  const rows = [{ label: 'registered by', links: links.slice(0, MOST_LINKS), note: '' }];
  return { title: id, lead: 'registered by code, not by discovery', facts: [], rows, notes: [] };
}

const TABLES: Readonly<Record<string, readonly FieldDoc[] | undefined>> = {
  companion: COMPANION_FIELDS,
  annotations: ANNOTATION_FIELDS,
  dependency: DEPENDENCY_FIELDS,
  example: EXAMPLE_FIELDS,
  'x-deprecation': DEPRECATION_FIELDS,
};

/** The fields that a mapping of a companion may have. */
export function fieldsIn(inside: string): readonly FieldDoc[] {
  return TABLES[inside] ?? [];
}

function describeField(key: string): Description | undefined {
  const [inside = '', name = ''] = key.slice('field:'.length).split('.', 2);
  const field = fieldsIn(inside).find(each => each.name === name);
  if (field === undefined) return undefined;
  return { title: field.name, lead: '', facts: [field.type], text: field.description, rows: [], notes: [] };
}

const MOST_LINKS = 5;

function describeModule(module: Module, lookup: Lookup): Description {
  const { id, derived, placed, ready, companion } = module;
  const version = versionOf(module, lookup);
  const merged = mergedFields(module, lookup);
  const text = nonEmptyText(merged.find(({ name }) => name === 'description')?.value);
  const from = id === derived ? placed.relative : `${placed.relative}, by the ID map`;
  return {
    title: id,
    lead: ready === 'no' ? `not registered: ${whyNotRegistered(module)}` : fateOf(module, lookup),
    facts: [...(version === undefined ? [] : [`version ${version}`]), `id from ${from}`, ...otherIds(module, lookup)],
    ...(text === undefined ? {} : { text }),
    rows: [
      ...classPlaces(module).map(at => ({
        label: 'class',
        links: [{ text: at.fact.kind === 'module' ? at.fact.file.path : at.fact.name, at }],
        note: '',
      })),
      ...(companion === undefined
        ? []
        : [
            {
              label: 'companion',
              links: [{ text: companion.file.path, at: { fact: companion, part: Part.name } }],
              note: '',
            },
          ]),
      ...(['input_schema', 'output_schema'] as const).flatMap(name => schemaRow(module, name, lookup)),
      ...merged
        .filter(({ name }) => name !== 'description' && name !== 'documentation')
        .map(({ name, value, winner, at }) => ({
          label: name,
          links: [{ text: cut(valueInWords(value)), ...(at === undefined ? {} : { at }) }],
          note: winner === 'both' ? 'companion over class' : `from the ${winner}`,
        })),
    ],
    notes: [...needs(module, lookup), ...neededBy(id, placed.discovery, lookup)],
    explain: id,
  };
}

/** A file below several roots is a module below each. */
function otherIds({ fact, id, placed }: Module, lookup: Lookup): string[] {
  const others = modulesOf(fact, lookup).filter(each => each.id !== id || each.placed.discovery !== placed.discovery);
  if (others.length === 0) return [];
  const names = others.slice(0, MOST_LINKS).map(each => each.id);
  return [`also ${inWords(others.length > MOST_LINKS ? [...names, 'others'] : names, 'and')}, below another root`];
}

/** The place in the order of registration, as `explain` and `list modules` say it; or what keeps it from having one. */
function fateOf({ fact, id, placed }: Module, lookup: Lookup): string {
  const { modules } = discoveryRunOf(placed.discovery, placed.language, lookup);
  const own = modules.find(({ module }) => module.fact === fact && module.id === id);
  if (own?.order !== undefined) {
    const count = modules.filter(({ order }) => order !== undefined).length;
    return `module, number ${own.order} of ${count} in the load order`;
  }
  if (own?.lost === undefined) return 'module';
  return `${FATES[own.outcome]}: ${own.lost.why}`;
}

const FATES: Readonly<Record<DiscoveredModule['outcome'], string>> = {
  registered: 'registered',
  skipped: 'not registered',
  'not-loaded': 'not loaded',
  'cannot tell': 'cannot tell whether it is registered',
};

function cut(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function schemaRow(module: Module, name: 'input_schema' | 'output_schema', lookup: Lookup): Description['rows'] {
  const at = schemaPlace(module, name, lookup);
  if (at === undefined) return [];
  const fields = isModuleClass(at.fact) ? at.fact.schema : [];
  const note = fields.map(
    ({ name: field, type, required, isAssigned }) => `${field}${required === false || isAssigned ? '?' : ''}: ${type}`,
  );
  return [{ label: name, links: [{ text: at.fact.name, at }], note: cut(note.join(', ')) }];
}

function needs({ companion, placed }: Module, lookup: Lookup): Description['notes'] {
  const links = dependenciesOf(companion, lookup)
    .filter(({ name }) => name !== '')
    .map((dependency): Link => {
      const status = statusOf(dependency, placed.discovery, placed.language, lookup);
      const target = 'module' in status ? status.module : undefined;
      return { text: dependency.name, ...(target === undefined ? {} : { at: { fact: target.fact, part: Part.name } }) };
    });
  return links.length === 0 ? [] : [{ text: 'Needs', links: links.slice(0, MOST_LINKS) }];
}

function neededBy(id: string, discovery: Discovery, lookup: Lookup): Description['notes'] {
  const users = lookup.readers(moduleKey(discovery, id)).filter(isDependency);
  const links = users.slice(0, MOST_LINKS).map((fact): Link => {
    const [file] = filesOfCompanion(fact.file.path, lookup);
    const text = (file ?? stemOfCompanion(fact.file.path)).replace(/^.*\/|\.\w+$/g, '');
    return { text, at: { fact, part: Part.name } };
  });
  if (links.length === 0) return [];
  return [{ text: users.length > MOST_LINKS ? 'Needed by, among others,' : 'Needed by', links }];
}

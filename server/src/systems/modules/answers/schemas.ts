import { bareClassName } from '../../../model/class-outline';
import { Part } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import { isList, isMapping, isUnknown, type Value } from '../../../model/value';
import { compareStrings } from '../../../base/collections';
import type { SchemaItem } from '../../system';
import { classNamed, isSchemaClass } from '../components/classes';
import { schemaClass } from '../resolve/class-places';
import { discoveryRuns } from '../resolve/discovery';
import { isModuleClass, type ModuleClass, type SchemaField } from '../facts';
import { mergedFields } from '../resolve/companion-merge';
import { versionOf, type Module } from '../resolve/module';
import { languageOf } from '../layout';

/** The schemas of all modules that would be registered, and of those that only an abort of the whole keeps from it. */
export function schemas(lookup: Lookup): readonly SchemaItem[] {
  return discoveryRuns(lookup)
    .flatMap(({ modules }) => modules)
    .filter(({ outcome }) => outcome !== 'skipped')
    .map(({ module }) => schemaItem(module, lookup))
    .sort((a, b) => compareStrings(a.name, b.name) || compareStrings(a.place.fact.file.path, b.place.fact.file.path));
}

function schemaItem(module: Module, lookup: Lookup): SchemaItem {
  const unsure: string[] = [];
  const input = modelSchema(module, 'input_schema', unsure, lookup);
  const output = modelSchema(module, 'output_schema', unsure, lookup);
  const fields = new Map<string, Value>();
  for (const { name, value } of mergedFields(module, lookup))
    if (isCertain(value)) fields.set(name, value);
    else unsure.push(`${name}: decided by code`);
  const version = versionOf(module, lookup);
  if (version !== undefined) fields.set('version', version);
  const place = { fact: module.fact, part: Part.name };
  return { name: module.id, place, input, output, fields, uncertainties: unsure };
}

function isCertain(value: Value): boolean {
  if (isUnknown(value)) return false;
  if (isMapping(value)) return [...value.values()].every(isCertain);
  return !isList(value) || value.every(isCertain);
}

type Side = 'input_schema' | 'output_schema';

/** A schema as pydantic (or TypeBox) would give it; what it refers to is under `$defs`. */
function modelSchema(module: Module, side: Side, unsure: string[], lookup: Lookup): Value | undefined {
  const fact = schemaClass(module, side, lookup);
  if (fact === undefined || !isModuleClass(fact)) {
    unsure.push(`${side}: its class is not in sight`);
    return undefined;
  }
  const definitions: Definitions = { byFact: new Map(), schemas: new Map() };
  const own = objectSchema(fact, { side, unsure, lookup, definitions });
  return definitions.schemas.size === 0 ? own : new Map<string, Value>([['$defs', definitions.schemas], ...own]);
}

interface Definitions {
  /** The name that each class has under `$defs`. */
  readonly byFact: Map<ModuleClass, string>;
  readonly schemas: Map<string, Value>;
}

interface Frame {
  /** Where in the whole this stands, for people. */
  readonly side: string;
  readonly unsure: string[];
  readonly lookup: Lookup;
  readonly definitions: Definitions;
}

function objectSchema(fact: ModuleClass, frame: Frame): Map<string, Value> {
  const isPython = languageOf(fact.file.path) === 'python';
  const properties = new Map<string, Value>();
  const required: string[] = [];
  for (const { field, owner } of fieldsOf(fact, frame, new Set()).values()) {
    properties.set(field.name, fieldSchema(field, owner, isPython, frame));
    if (field.required === true) required.push(field.name);
    else if (field.required === undefined) frame.unsure.push(`${frame.side}.${field.name}: whether it is required`);
  }
  const schema = new Map<string, Value>([['properties', properties]]);
  if (required.length > 0) schema.set('required', required);
  schema.set('type', 'object');
  if (!isPython) return withOptions(schema, fact.options, frame);
  schema.set('title', bareClassName(fact.name));
  if (fact.doc !== undefined) schema.set('description', fact.doc);
  return withConfig(schema, configOf(fact, frame, new Set()), frame);
}

/** The options of a TypeBox object are taken over as they are. */
function withOptions(schema: Map<string, Value>, options: Value | undefined, frame: Frame): Map<string, Value> {
  if (options === undefined) return schema;
  if (isMapping(options) && isCertain(options)) return new Map([...schema, ...options]);
  frame.unsure.push(`${frame.side}: its options`);
  return schema;
}

/** The `model_config` of a model over those of its bases, key by key. */
function configOf(fact: ModuleClass, frame: Frame, seen: Set<ModuleClass>): Map<string, Value> {
  const config = new Map<string, Value>();
  if (seen.has(fact)) return config;
  seen.add(fact);
  for (const base of fact.bases) {
    const parent = classNamed(base, fact.file.path, frame.lookup);
    if (parent !== undefined && isModuleClass(parent))
      for (const [key, value] of configOf(parent, frame, seen)) config.set(key, value);
  }
  if (isMapping(fact.options)) for (const [key, value] of fact.options) config.set(key, value);
  else if (fact.options !== undefined) frame.unsure.push(`${frame.side}: model_config of ${fact.name}`);
  return config;
}

/** What these make of a schema is decided by code. */
const UNTOLD = ['alias_generator', 'field_title_generator', 'model_title_generator', 'use_attribute_docstrings'];

function withConfig(schema: Map<string, Value>, config: Map<string, Value>, frame: Frame): Map<string, Value> {
  const told = new Map([...config].filter(([, value]) => isCertain(value)));
  for (const key of ['extra', 'title', 'json_schema_extra', ...UNTOLD])
    if (config.has(key) && (!told.has(key) || (UNTOLD.includes(key) && told.get(key))))
      frame.unsure.push(`${frame.side}: ${key} in model_config`);
  const extra = told.get('extra');
  if (extra === 'forbid' || extra === 'allow') schema.set('additionalProperties', extra === 'allow');
  const title = told.get('title');
  if (typeof title === 'string') schema.set('title', title);
  const more = told.get('json_schema_extra');
  return isMapping(more) ? new Map([...schema, ...more]) : schema;
}

interface Owned {
  readonly field: SchemaField;
  readonly owner: ModuleClass;
}

/** The fields of a class with those of its bases before them, which a field of the same name replaces in its place. */
function fieldsOf(fact: ModuleClass, frame: Frame, seen: Set<ModuleClass>): Map<string, Owned> {
  const all = new Map<string, Owned>();
  if (seen.has(fact)) return all;
  seen.add(fact);
  if (fact.dynamic) frame.unsure.push(`${frame.side}: what code adds to ${fact.name}`);
  for (const base of fact.bases) {
    if (/^(?:BaseModel|TSchema|ABC|Generic)$/.test(bareClassName(base))) continue;
    const parent = classNamed(base, fact.file.path, frame.lookup);
    if (parent === undefined || !isModuleClass(parent))
      frame.unsure.push(`${frame.side}: what it inherits from ${base}`);
    else for (const [name, field] of fieldsOf(parent, frame, seen)) all.set(name, field);
  }
  for (const field of fact.schema) all.set(field.name, { field, owner: fact });
  return all;
}

function fieldSchema(field: SchemaField, owner: ModuleClass, isPython: boolean, frame: Frame): Value {
  const side = `${frame.side}.${field.name}`;
  if (field.schema === undefined) {
    frame.unsure.push(`${side}: ${field.type}`);
    return isPython ? new Map([['title', titleOf(field.name)]]) : new Map();
  }
  const own = resolved(field.schema, owner, { ...frame, side }) as ReadonlyMap<string, Value>;
  return !isPython || own.has('$ref') || own.has('title')
    ? own
    : new Map<string, Value>([...own, ['title', titleOf(field.name)]]);
}

/** As pydantic makes titles of names: `user_id` is `User Id`. */
function titleOf(name: string): string {
  return name
    .replaceAll('_', ' ')
    .replace(/[A-Za-z]+/g, word => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase());
}

/** A schema whose references to classes lead to `$defs`. */
function resolved(schema: Value, owner: ModuleClass, frame: Frame): Value {
  if (isList(schema)) return schema.map(item => resolved(item, owner, frame));
  if (!isMapping(schema)) return schema;
  const reference = schema.get('$ref');
  if (typeof reference === 'string') {
    const rest = [...schema].filter(([key]) => key !== '$ref');
    return new Map([...referenceTo(reference, owner, frame), ...rest]);
  }
  return new Map([...schema].map(([key, value]) => [key, DATA.has(key) ? value : resolved(value, owner, frame)]));
}

/** Keywords whose values are data, whatever they look like. */
const DATA: ReadonlySet<string> = new Set(['const', 'enum', 'default', 'examples']);

function referenceTo(name: string, owner: ModuleClass, frame: Frame): ReadonlyMap<string, Value> {
  const { lookup, definitions } = frame;
  const fact = classNamed(name, owner.file.path, lookup);
  if (fact === undefined || !isModuleClass(fact) || isSchemaClass(name, owner.file.path, lookup) !== 'yes') {
    frame.unsure.push(`${frame.side}: ${name}`);
    return new Map();
  }
  const known = definitions.byFact.get(fact);
  if (known !== undefined) return new Map([['$ref', `#/$defs/${known}`]]);
  const bare = bareClassName(fact.name);
  const own = definitions.schemas.has(bare) ? `${bare}${definitions.byFact.size}` : bare;
  definitions.byFact.set(fact, own);
  definitions.schemas.set(own, new Map());
  definitions.schemas.set(own, objectSchema(fact, { ...frame, side: own }));
  return new Map([['$ref', `#/$defs/${own}`]]);
}

import { isList, isMapping, type Value } from '../../../../model/value';
import { cleanDoc } from '../../read/docstring';
import { textOf } from './config';
import {
  isFunctionWithInner,
  type Constrained,
  type Plain,
  type CoreField,
  type CoreSchema,
  type Definition,
  type Enumeration,
  type Metadata,
  type Model,
} from './core-schema';
import { remappedDefinitions } from './definition-names';
import { tagsOf } from './discriminators';
import { SchemaFailure } from './failures';
import { jsonOfDefault, jsonOrUnknown } from './json-values';
import { titleOfName } from './text-methods';
import { isDeprecated } from './validators';
import { equalityKey, isCallOf, type PyValue } from './values';

/** A JSON Schema. A value that cannot be told is `Unknown` until the whole is made, and then a `$comment` beside it. */
export type Json = Map<string, Value>;

const REFERENCE = '#/$defs/';

/** Makes JSON Schema of core schemas, as pydantic's `GenerateJsonSchema` does for what is put in (mode `validation`). */
export class JsonSchemas {
  /** The definitions of classes, by their references. */
  private definitions = new Map<string, Json>();
  private readonly inProgress = new Set<string>();
  private readonly models: ReadonlyMap<string, Definition>;
  private readonly configs: Model['config'][] = [];
  private readonly defaults: (value: PyValue) => Value | undefined;

  constructor(models: ReadonlyMap<string, Definition>, defaults: (value: PyValue) => Value | undefined) {
    this.models = models;
    this.defaults = defaults;
  }

  /** The schema of a class with everything that it refers to (`generate`). */
  ofModel(ref: string): Json {
    let schema = this.ofSchema({ type: 'definition-ref', to: ref });
    const counts = new Map<string, number>();
    this.countReferences(schema, counts);
    if (counts.get(ref) === 1) schema = new Map(this.definitions.get(ref));
    this.dropUnreachable(schema);
    return remappedDefinitions(schema, this.definitions);
  }

  private ofSchema(schema: CoreSchema): Json {
    if (schema.ref !== undefined && this.definitions.has(schema.ref)) return reference(schema.ref);
    const json = withMetadata(this.plain(schema), schema.metadata);
    if (schema.ref === undefined) return json;
    this.definitions.set(schema.ref, json);
    return reference(schema.ref);
  }

  private plain(schema: CoreSchema): Json {
    return isScalar(schema) ? this.scalar(schema) : this.composed(schema);
  }

  private scalar(schema: Scalar): Json {
    switch (schema.type) {
      case 'any':
      case 'is-subclass':
        return new Map();
      case 'none':
        return type('null');
      case 'bool':
        return type('boolean');
      case 'complex':
        return type('string');
      case 'date':
      case 'time':
      case 'uuid':
        return formatted(schema.type);
      case 'datetime':
        return formatted('date-time');
      case 'timedelta':
        return this.setting('ser_json_timedelta') === 'float' ? type('number') : formatted('duration');
      case 'int':
      case 'float':
        return numeric(schema.type === 'int' ? 'integer' : 'number', schema.constraints);
      case 'decimal':
        return decimal(schema.constraints);
      case 'str':
        return limited(type('string'), schema.constraints, TEXT_WORDS);
      case 'bytes':
        return limited(
          formatted(this.setting('ser_json_bytes') === 'base64' ? 'base64url' : 'binary'),
          schema.constraints,
          LENGTH_WORDS,
        );
      case 'url':
      case 'multi-host-url':
        return limited(
          new Map<string, Value>([...formatted(schema.type === 'url' ? 'uri' : 'multi-host-uri'), ['minLength', 1]]),
          schema.constraints,
          TEXT_WORDS,
        );
      case 'callable':
      case 'is-instance':
        throw new SchemaFailure(
          'invalid',
          `pydantic has no JSON Schema of ${schema.type === 'callable' ? 'a callable' : 'an object of a class'}`,
        );
    }
  }

  private composed(schema: Exclude<CoreSchema, Scalar>): Json {
    switch (schema.type) {
      case 'list':
      case 'set':
      case 'frozenset':
      case 'generator':
        return this.list(schema.items, schema.type, schema.constraints);
      case 'tuple':
        return this.tuple(schema.items, schema.isVariadic === true, schema.constraints);
      case 'dict':
        return this.dict(schema.items, schema.constraints);
      case 'nullable':
        return this.nullable(schema.schema);
      case 'union':
        return this.union(schema.choices);
      case 'tagged-union':
        return this.tagged(schema.schema, schema.discriminator);
      case 'literal':
        return literal(schema.expected);
      case 'enum':
        return enumeration(schema);
      case 'default':
        return this.withDefault(schema.schema, schema.default);
      case 'function-plain':
        if (schema.metadata?.replacedBy !== undefined) return new Map<string, Value>();
        if (schema.input !== undefined) return this.ofSchema(schema.input);
        throw new SchemaFailure('invalid', 'a validator that pydantic has no schema of');
      case 'function-before':
      case 'function-after':
      case 'function-wrap':
        return this.ofSchema(schema.input ?? inner(schema.schema));
      case 'lax-or-strict':
        return schema.metadata?.replacedBy === undefined
          ? this.ofSchema(inner(schema.schema))
          : new Map<string, Value>();
      case 'alias':
      case 'chain':
      case 'custom-error':
      case 'json-or-python':
        return this.ofSchema(inner(schema.schema));
      case 'json':
        return new Map<string, Value>([
          ['type', 'string'],
          ['contentMediaType', 'application/json'],
          ['contentSchema', this.ofSchema(inner(schema.schema))],
        ]);
      case 'definition-ref':
        return this.definitionReference(schema.to);
      case 'unknown':
        return new Map<string, Value>([['$comment', { unknown: schema.reason }]]);
      case 'model':
      case 'dataclass':
      case 'typed-dict':
      case 'call':
        return this.model(schema);
    }
  }

  private definitionReference(ref: string): Json {
    const model = this.models.get(ref);
    if (model !== undefined && !this.definitions.has(ref) && !this.inProgress.has(ref)) {
      this.inProgress.add(ref);
      this.ofSchema(model);
      this.inProgress.delete(ref);
    }
    return reference(ref);
  }

  private setting(name: string): string | undefined {
    const config = this.configs.at(-1);
    return config && textOf(config, name);
  }

  private list(
    items: readonly CoreSchema[],
    kind: 'list' | 'set' | 'frozenset' | 'generator',
    constraints: ReadonlyMap<string, PyValue>,
  ): Json {
    const [item] = items;
    const json: Json = new Map<string, Value>([
      ['type', 'array'],
      ...(kind === 'set' || kind === 'frozenset' ? [['uniqueItems', true] as const] : []),
      ['items', item === undefined ? new Map<string, Value>() : this.ofSchema(item)],
    ]);
    return limited(json, constraints, ARRAY_WORDS);
  }

  private tuple(items: readonly CoreSchema[], isVariadic: boolean, constraints: ReadonlyMap<string, PyValue>): Json {
    const json = type('array');
    const all = items.map(each => this.ofSchema(each));
    const [first] = all;
    if (isVariadic && first !== undefined) json.set('items', first);
    else {
      if (all.length > 0) json.set('prefixItems', all);
      json.set('minItems', all.length).set('maxItems', all.length);
    }
    return limited(json, constraints, ARRAY_WORDS);
  }

  private dict(items: readonly CoreSchema[], constraints: ReadonlyMap<string, PyValue>): Json {
    const [keySchema, valueSchema] = items;
    const json = type('object');
    const keys: Json = new Map(keySchema && this.ofSchema(keySchema));
    const values: Json = new Map(valueSchema && this.ofSchema(valueSchema));
    values.delete('title');
    const pattern = keys.has('$ref') ? undefined : keys.get('pattern');
    if (!keys.has('$ref')) {
      keys.delete('pattern');
      keys.delete('title');
    }
    if (typeof pattern === 'string') json.set('patternProperties', new Map([[pattern, values]]));
    else json.set('additionalProperties', values.size === 0 ? true : values);
    if ((keys.get('type') === 'string' && keys.size > 1) || keys.has('$ref')) {
      keys.delete('type');
      json.set('propertyNames', keys);
    }
    return limited(json, constraints, OBJECT_WORDS);
  }

  private nullable(schema: CoreSchema | undefined): Json {
    const own = this.ofSchema(inner(schema));
    return own.size === 1 && own.get('type') === 'null' ? own : anyOf([own, type('null')]);
  }

  private union(choices: readonly CoreSchema[]): Json {
    const made: Json[] = [];
    for (const choice of choices) {
      try {
        made.push(this.ofSchema(choice));
      } catch (error) {
        if (!isSkipped(error)) throw error;
      }
    }
    const [only] = made;
    return only !== undefined && made.length === 1 ? only : anyOf(made);
  }

  private tagged(schema: CoreSchema, discriminator: string): Json {
    const tags = tagsOf(schema, discriminator, this.models);
    if (typeof tags === 'string') return new Map<string, Value>([['$comment', { unknown: tags }]]);
    const mapping = new Map<string, Value>();
    const choices: Json[] = [];
    for (const [tag, choice] of tags.choices) {
      const json = this.ofSchema(choice);
      choices.push(json);
      mapping.set(tag, json.get('$ref') ?? json);
    }
    const own: Json = new Map<string, Value>([
      ['oneOf', deduplicated(choices)],
      [
        'discriminator',
        new Map<string, Value>([
          ['propertyName', tags.property],
          ['mapping', mapping],
        ]),
      ],
    ]);
    return tags.isNullable ? anyOf([own, type('null')]) : own;
  }

  private withDefault(schema: CoreSchema | undefined, value: PyValue | undefined): Json {
    const json = new Map(this.ofSchema(inner(schema)));
    if (value === undefined) return json;
    if (this.isSetOtherwise(value)) return json.set('default', { unknown: 'written as model_config says' });
    const encoded = this.defaults(value) ?? jsonOfDefault(value);
    return encoded === undefined ? json : json.set('default', encoded);
  }

  /** Whether a default is written in a way that the configuration sets. */
  private isSetOtherwise(value: PyValue): boolean {
    if (this.isEncoded(value)) return true;
    if ('items' in value) return value.items.some(item => this.isSetOtherwise(item));
    if (value.kind === 'bytes') return (this.setting('ser_json_bytes') ?? 'utf8') !== 'utf8';
    return isCallOf(value, 'datetime.timedelta') && (this.setting('ser_json_timedelta') ?? 'iso8601') !== 'iso8601';
  }

  /** Whether `json_encoders` has a function for values of this type, or may have one. */
  private isEncoded(value: PyValue): boolean {
    const encoders = this.configs.at(-1)?.get('json_encoders');
    if (encoders === undefined || encoders.kind === 'none' || value.kind === 'none') return false;
    if (encoders.kind !== 'dict') return true;
    return encoders.entries.some(([key]) => key.kind !== 'library' || key.name === typeNameOf(value));
  }

  private model(model: Model): Json {
    this.configs.push(model.config);
    try {
      const json = this.body(model);
      if (model.type === 'call') return json;
      return this.withClass(json, model);
    } finally {
      this.configs.pop();
    }
  }

  private body(model: Model): Json {
    if (model.type === 'call') return this.positional(model.fields);
    if (model.root !== undefined) return withMetadata(this.ofSchema(model.root.schema), rootMetadata(model));
    const json = this.object(model.fields);
    if (model.additional !== undefined) json.set('additionalProperties', model.additional);
    if (model.extras !== undefined) json.set('additionalProperties', this.ofSchema(model.extras));
    return json;
  }

  private object(fields: readonly CoreField[]): Json {
    const properties = new Map<string, Value>();
    const required: string[] = [];
    for (const field of fields) {
      const json = this.property(field, field.alias);
      if (json === undefined) continue;
      properties.set(field.alias, json);
      if (field.isRequired) required.push(field.alias);
    }
    const json: Json = new Map<string, Value>([
      ['type', 'object'],
      ['properties', properties],
    ]);
    return required.length === 0 ? json : json.set('required', required);
  }

  /** One property; nothing for a field that is to be left out. */
  private property(field: CoreField, name: string): Json | undefined {
    try {
      const json = new Map(withMetadata(this.ofSchema(field.schema), field.metadata));
      if (!json.has('title') && takesTitle(field.schema)) json.set('title', titleOfName(name));
      return this.withoutRedundant(json);
    } catch (error) {
      if (error instanceof SchemaFailure && error.kind === 'omitted') return undefined;
      throw error;
    }
  }

  /** Without what the class that is referred to says as well (`handle_ref_overrides`). */
  private withoutRedundant(json: Json): Json {
    const definition = this.definitions.get(referenceIn(json) ?? '');
    if (definition === undefined) return json;
    return new Map([...json].filter(([key, value]) => key === '$ref' || !isEqual(definition.get(key), value)));
  }

  /** A named tuple: an array with an item for each argument. */
  private positional(fields: readonly CoreField[]): Json {
    const items = fields.map(field => {
      const json = new Map(this.ofSchema(field.schema));
      if (!json.has('title') && takesTitle(field.schema)) json.set('title', titleOfName(field.alias));
      return json;
    });
    const least = fields.filter(field => field.schema.type !== 'default').length;
    const json = type('array');
    if (items.length > 0) json.set('prefixItems', items);
    if (least > 0) json.set('minItems', least);
    return json.set('maxItems', items.length);
  }

  /** What a class says of itself: title, description, configuration (`_update_class_schema`). */
  private withClass(json: Json, model: Model): Json {
    const { config } = model;
    if (!json.has('title')) json.set('title', textOf(config, 'title') ?? model.name);
    if (model.doc !== undefined && model.doc !== '' && !json.has('description'))
      json.set('description', cleanDoc(model.doc));
    const extra = textOf(config, 'extra');
    if (!json.has('additionalProperties') && (extra === 'allow' || extra === 'forbid'))
      json.set('additionalProperties', extra === 'allow');
    for (const [key, value] of classExtra(model)) json.set(key, value);
    if (isDeprecated(model.of)) json.set('deprecated', true);
    if (model.unclear !== undefined) json.set('$comment', { unknown: model.unclear });
    return json;
  }

  private countReferences(value: Value, counts: Map<string, number>): void {
    if (isList(value)) for (const each of value) this.countReferences(each, counts);
    if (!isMapping(value)) return;
    const ref = referenceIn(value);
    if (ref !== undefined) {
      const count = (counts.get(ref) ?? 0) + 1;
      counts.set(ref, count);
      if (count > 1) return;
      const definition = this.definitions.get(ref);
      if (definition !== undefined) this.countReferences(definition, counts);
    }
    for (const [key, each] of value) if (key !== 'examples' || !isList(each)) this.countReferences(each, counts);
  }

  private dropUnreachable(schema: Json): void {
    const counts = new Map<string, number>();
    this.countReferences(schema, counts);
    this.definitions = new Map([...this.definitions].filter(([ref]) => counts.has(ref)));
  }
}

/** The name of the type of a value; that of what is made by a call is that of the callee. */
function typeNameOf(value: PyValue): string {
  return value.kind === 'call' && value.callee.kind === 'library' ? value.callee.name : value.kind;
}

type Scalar = Plain | Constrained;

function isScalar(schema: CoreSchema): schema is Scalar {
  return !('items' in schema) && ('constraints' in schema || SCALARS.has(schema.type));
}

const SCALARS: ReadonlySet<string> = new Set<Plain['type']>([
  'any',
  'none',
  'bool',
  'date',
  'datetime',
  'time',
  'timedelta',
  'uuid',
  'complex',
  'is-subclass',
  'callable',
  'is-instance',
]);

function reference(ref: string): Json {
  return new Map([['$ref', REFERENCE + ref]]);
}

function referenceIn(json: ReadonlyMap<string, Value>): string | undefined {
  const ref = json.get('$ref');
  return typeof ref === 'string' && ref.startsWith(REFERENCE) ? ref.slice(REFERENCE.length) : undefined;
}

function type(name: string): Json {
  return new Map([['type', name]]);
}

function formatted(format: string): Json {
  return new Map([
    ['type', 'string'],
    ['format', format],
  ]);
}

/** The schema that a wrapper is around. */
function inner(schema: CoreSchema | undefined): CoreSchema {
  return schema ?? { type: 'any' };
}

function isSkipped(error: unknown): boolean {
  return error instanceof SchemaFailure && (error.kind === 'invalid' || error.kind === 'omitted');
}

type Words = Readonly<Record<string, string>>;
const NUMBER_WORDS: Words = {
  multiple_of: 'multipleOf',
  le: 'maximum',
  ge: 'minimum',
  lt: 'exclusiveMaximum',
  gt: 'exclusiveMinimum',
};
const LENGTH_WORDS: Words = { min_length: 'minLength', max_length: 'maxLength' };
const TEXT_WORDS: Words = { ...LENGTH_WORDS, pattern: 'pattern' };
const ARRAY_WORDS: Words = { min_length: 'minItems', max_length: 'maxItems' };
const OBJECT_WORDS: Words = { min_length: 'minProperties', max_length: 'maxProperties' };

/** A schema with the constraints that have a word in JSON Schema. */
function limited(json: Json, constraints: ReadonlyMap<string, PyValue>, words: Words): Json {
  for (const [name, word] of Object.entries(words)) {
    const value = constraints.get(name);
    if (value !== undefined) json.set(word, patternOf(value) ?? jsonOrUnknown(value, name));
  }
  return json;
}

/** The text of `re.compile("…")`. */
function patternOf(value: PyValue): string | undefined {
  if (value.kind !== 'call' || value.callee.kind !== 'library' || value.callee.name !== 're.compile') return undefined;
  const [source] = value.args;
  return source?.kind === 'str' ? source.value : undefined;
}

function numeric(name: 'integer' | 'number', constraints: ReadonlyMap<string, PyValue>): Json {
  const finite = [...constraints].filter(([, value]) => value.kind !== 'float' || Number.isFinite(value.value));
  return limited(type(name), new Map(finite), NUMBER_WORDS);
}

function decimal(constraints: ReadonlyMap<string, PyValue>): Json {
  const digits = constraints.get('max_digits');
  const places = constraints.get('decimal_places');
  return anyOf([
    numeric('number', new Map([...constraints].map(([name, value]) => [name, decimalAsFloat(value)]))),
    new Map([...type('string'), ['pattern', decimalPattern(countOf(digits), countOf(places))]]),
  ]);
}

function countOf(value: PyValue | undefined): number | undefined {
  return value?.kind === 'int' ? Number(value.value) : undefined;
}

/** The limits of a Decimal are numbers in JSON Schema. */
function decimalAsFloat(value: PyValue): PyValue {
  const text =
    value.kind === 'call' && value.callee.kind === 'library' && value.callee.name === 'decimal.Decimal'
      ? value.args[0]
      : undefined;
  if (text?.kind === 'str' && text.value.trim() !== '' && Number.isFinite(Number(text.value)))
    return { kind: 'float', value: Number(text.value) };
  return text?.kind === 'int' ? text : value;
}

/** The texts that are decimals with so many digits (`get_decimal_pattern`). */
function decimalPattern(digits: number | undefined, places: number | undefined): string {
  const start = '^(?!^[-+.]*$)[+-]?0*';
  if (digits !== undefined && places !== undefined) {
    const whole = Math.max(0, digits - places);
    return `${start}(?:\\d{0,${whole}}|(?=[\\d.]{1,${digits + 1}}0*$)\\d{0,${whole}}\\.\\d{0,${places}}0*$)`;
  }
  if (digits !== undefined) return `${start}(?:\\d{0,${digits}}|(?=[\\d.]{1,${digits + 1}}0*$)\\d*\\.\\d*0*$)`;
  return places === undefined ? `${start}\\d*\\.?\\d*$` : `${start}\\d*\\.?\\d{0,${places}}0*$`;
}

function literal(expected: readonly PyValue[]): Json {
  const unique = new Map(expected.map((value, i) => [literalKey(value) ?? `${i}`, value]));
  const values = [...unique.values()].map(value => (value.kind === 'member' ? value.value : value));
  const json = values.map(value => jsonOrUnknown(value, 'a value'));
  const [first] = json;
  const schema: Json = new Map<string, Value>([
    json.length === 1 && first !== undefined ? ['const', first] : ['enum', json],
  ]);
  const word = typeOfValues(values, { none: 'null' });
  return word === undefined ? schema : schema.set('type', word);
}

function literalKey(value: PyValue): string | undefined {
  const key = equalityKey(value);
  return key === undefined ? undefined : `${value.kind} ${key}`;
}

function enumeration({ of, members }: Enumeration): Json {
  const values = members.map(member => member.value);
  const json: Json = new Map<string, Value>([['enum', values.map(value => jsonOrUnknown(value, 'a value'))]]);
  const word = typeOfValues(values, {});
  if (word !== undefined) json.set('type', word);
  json.set('title', of.name);
  return of.doc === undefined || of.doc === '' ? json : json.set('description', cleanDoc(of.doc));
}

const JSON_TYPES: Readonly<Record<string, string>> = {
  str: 'string',
  int: 'integer',
  float: 'number',
  bool: 'boolean',
  bytes: 'string',
  list: 'array',
  tuple: 'array',
};

/** The word for the type that all values have in JSON. */
function typeOfValues(values: readonly PyValue[], more: Readonly<Record<string, string>>): string | undefined {
  const words = new Set(values.map(({ kind }) => more[kind] ?? JSON_TYPES[kind]));
  const [only] = words;
  return words.size === 1 ? only : undefined;
}

/** Alternatives, each once; those of an inner `anyOf` among them (`get_flattened_anyof`). */
function anyOf(schemas: readonly Json[]): Json {
  const members = schemas.flatMap(schema => {
    const own = schema.get('anyOf');
    return schema.size === 1 && isList(own) ? (own as readonly Json[]) : [schema];
  });
  const unique = deduplicated(members);
  const [only] = unique;
  return only !== undefined && unique.length === 1 ? only : new Map<string, Value>([['anyOf', unique]]);
}

function deduplicated(schemas: readonly Json[]): Json[] {
  return [...new Map(schemas.map(schema => [keyOfJson(schema), schema])).values()];
}

/** A text that equal JSON values have in common. */
function keyOfJson(value: Value): string {
  if (isMapping(value))
    return `{${[...value]
      .map(([key, each]) => `${JSON.stringify(key)}:${keyOfJson(each)}`)
      .sort()
      .join(',')}}`;
  if (isList(value)) return `[${value.map(keyOfJson).join(',')}]`;
  return typeof value === 'boolean' ? String(Number(value)) : JSON.stringify(value);
}

function isEqual(a: Value | undefined, b: Value): boolean {
  return a !== undefined && keyOfJson(a) === keyOfJson(b);
}

/** Whether a field of this schema gets a title from its name: classes have titles of their own (`field_title_should_be_set`). */
function takesTitle(schema: CoreSchema): boolean {
  if (schema.ref !== undefined || schema.type === 'definition-ref') return false;
  if (
    (schema.type === 'default' || schema.type === 'nullable' || isFunctionWithInner(schema)) &&
    schema.schema !== undefined
  )
    return takesTitle(schema.schema);
  return true;
}

/** Lays metadata over a schema. */
function withMetadata(json: Json, metadata: Metadata | undefined): Json {
  if (metadata === undefined) return json;
  const { updates, extra, replacedBy, formatted: format, unclear } = metadata;
  if (replacedBy === 'nothing') throw new SchemaFailure('omitted', 'SkipJsonSchema');
  const made: Json = new Map(replacedBy ?? [...json, ...(updates ?? []), ...(extra ?? []), ...(format ?? [])]);
  return unclear === undefined ? made : made.set('$comment', { unknown: unclear });
}

/** What the field of a root model says; the docstring of the class comes before its description. */
function rootMetadata({ root, doc }: Model): Metadata | undefined {
  const { metadata } = root ?? {};
  if (metadata?.updates?.has('description') !== true || doc === undefined || doc === '') return metadata;
  return { ...metadata, updates: new Map([...metadata.updates].filter(([key]) => key !== 'description')) };
}

/** `json_schema_extra` of a configuration. */
function classExtra({ config, root }: Model): Iterable<readonly [string, Value]> {
  const own = config.get('json_schema_extra');
  if (own === undefined || own.kind === 'none' || root?.metadata?.extra !== undefined) return [];
  if (own.kind !== 'dict') return [['$comment', { unknown: 'json_schema_extra in model_config is code' }]];
  return own.entries.flatMap(([key, value]) =>
    key.kind === 'str' ? [[key.value, jsonOrUnknown(value, key.value)] as const] : [],
  );
}

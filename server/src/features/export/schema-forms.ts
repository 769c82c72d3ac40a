/**
 * The transformations of JSON Schemas that modules are exported with, as `apcore.schema.strict` makes them (formats 2.9), with its
 * limits: it takes the keys of `properties` for keywords where it strips, and does not look into `prefixItems` or
 * `additionalProperties` where it makes strict. None changes what it is given.
 */

export type Json = Record<string, unknown>;

/** A schema without `x-…` keys and, unless they are to be kept, without `default`, in objects at any depth. */
export function withoutExtensions(schema: unknown, how: { readonly defaults: 'kept' | 'dropped' }): unknown {
  if (!isObject(schema)) return schema;
  const kept = Object.entries(schema).filter(
    ([key]) => !key.startsWith('x-') && !(key === 'default' && how.defaults === 'dropped'),
  );
  return fromEntries(
    kept.map(([key, value]) => [
      key,
      Array.isArray(value) ? value.map((each: unknown) => withoutExtensions(each, how)) : withoutExtensions(value, how),
    ]),
  );
}

/**
 * A schema that allows nothing but what it names: no further properties, every property required, those that were
 * optional nullable instead; no `x-…` keywords, no defaults.
 */
export function strictSchema(schema: unknown): unknown {
  return madeStrict(withoutExtensions(schema, { defaults: 'dropped' }));
}

function madeStrict(schema: unknown): unknown {
  if (!isObject(schema)) return schema;
  return mapSubschemas(isObjectSchema(schema) ? closed(schema) : schema, madeStrict);
}

function isObjectSchema(schema: Json): boolean {
  return schema['type'] === 'object' && 'properties' in schema;
}

function closed(schema: Json): Json {
  const properties = isObject(schema['properties']) ? schema['properties'] : {};
  const required = new Set(Array.isArray(schema['required']) ? (schema['required'] as unknown[]) : []);
  return {
    ...schema,
    properties: fromEntries(
      Object.entries(properties).map(([name, each]) => [name, required.has(name) ? each : nullable(each)]),
    ),
    additionalProperties: false,
    required: Object.keys(properties).sort(),
  };
}

/** `null` beside the type of a schema; beside the schema where it has no type of its own. */
function nullable(schema: unknown): unknown {
  if (!isObject(schema)) return schema;
  if (!('type' in schema)) return { oneOf: [schema, { type: 'null' }] };
  const { type } = schema;
  if (typeof type === 'string') return { ...schema, type: [type, 'null'] };
  if (!Array.isArray(type) || type.includes('null')) return schema;
  return { ...schema, type: [...(type as unknown[]), 'null'] };
}

/** A schema in which `x-llm-description`, what a description says to a language model, has taken its place. */
export function withDescriptionsForModels(schema: unknown): unknown {
  if (!isObject(schema)) return schema;
  const isDescribed = 'x-llm-description' in schema && 'description' in schema;
  const own = isDescribed ? { ...schema, description: schema['x-llm-description'] } : schema;
  return mapSubschemas(own, withDescriptionsForModels);
}

/** Only the first sentence or line of the description, no `x-…` keywords, no defaults, no examples. */
export function compactSchema(full: Json): Json {
  const rest = fromEntries(Object.entries(full).filter(([key]) => key !== 'examples'));
  const description = typeof full['description'] === 'string' ? full['description'] : '';
  return {
    ...rest,
    description: firstSentence(description),
    input_schema: withoutExtensions(full['input_schema'], { defaults: 'dropped' }),
    output_schema: withoutExtensions(full['output_schema'], { defaults: 'dropped' }),
  };
}

function firstSentence(text: string): string {
  const sentence = text.indexOf('. ');
  const line = text.indexOf('\n');
  const cuts = [...(sentence < 0 ? [] : [sentence + 1]), ...(line < 0 ? [] : [line])];
  return cuts.length === 0 ? text : text.slice(0, Math.min(...cuts)).trimEnd();
}

/** Keywords under which apcore looks for further schemas: by name, as a list, and alone. */
const MAPS_OF_SCHEMAS = ['properties', 'definitions', '$defs'];
const LISTS_OF_SCHEMAS = ['oneOf', 'anyOf', 'allOf'];

function mapSubschemas(schema: Json, change: (schema: unknown) => unknown): Json {
  const changed: Json = { ...schema };
  for (const key of MAPS_OF_SCHEMAS) {
    const named = schema[key];
    if (isObject(named)) changed[key] = fromEntries(Object.entries(named).map(([name, each]) => [name, change(each)]));
  }
  for (const key of LISTS_OF_SCHEMAS) {
    const list = schema[key];
    if (Array.isArray(list)) changed[key] = list.map((each: unknown) => change(each));
  }
  if (isObject(schema['items'])) changed['items'] = change(schema['items']);
  return changed;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object of these entries; `__proto__` is a key like any other. */
function fromEntries(entries: readonly (readonly [string, unknown])[]): Json {
  return Object.fromEntries(entries);
}

/** The transformations of JSON Schemas that modules are exported with (formats 2.9). None changes what it is given. */

export type Json = Record<string, unknown>;

/** Keywords whose values map names to schemas: their keys are names, whatever they look like. */
const SCHEMA_MAPS: ReadonlySet<string> = new Set([
  'properties',
  'patternProperties',
  '$defs',
  'definitions',
  'dependentSchemas',
]);
/** Keywords whose values are data. */
const DATA_KEYWORDS: ReadonlySet<string> = new Set(['const', 'enum', 'default', 'examples']);

/** A schema without `x-…` keywords, at any depth; and without defaults, unless they are to be kept. */
export function withoutExtensions(schema: unknown, how: { readonly defaults: 'kept' | 'dropped' }): unknown {
  return mapSchema(schema, node =>
    fromEntries(
      Object.entries(node).filter(
        ([key]) => !key.startsWith('x-') && !(key === 'default' && how.defaults === 'dropped'),
      ),
    ),
  );
}

/**
 * A schema that allows nothing but what it names: no further properties, every property required, those that were
 * optional nullable instead; no `x-…` keywords, no defaults.
 */
export function strictSchema(schema: unknown): unknown {
  return mapSchema(withoutExtensions(schema, { defaults: 'dropped' }), node => {
    const { properties } = node;
    if (!isObject(properties) || !mayBeObject(node['type'])) return node;
    const required = new Set(Array.isArray(node['required']) ? (node['required'] as unknown[]) : []);
    return {
      ...node,
      properties: fromEntries(
        Object.entries(properties).map(([name, each]) => [name, required.has(name) ? each : nullable(each)]),
      ),
      additionalProperties: false,
      required: Object.keys(properties).sort(),
    };
  });
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
  const ends = [text.indexOf('. ') + 1, text.indexOf('\n')].filter(end => end > 0);
  return text.slice(0, ends.length === 0 ? text.length : Math.min(...ends)).trimEnd();
}

function nullable(schema: unknown): unknown {
  if (!isObject(schema)) return schema;
  const { type } = schema;
  if (typeof type === 'string') return { ...schema, type: [type, 'null'] };
  if (Array.isArray(type))
    return type.includes('null') ? schema : { ...schema, type: [...(type as unknown[]), 'null'] };
  return { anyOf: [schema, { type: 'null' }] };
}

/** Whether a schema may describe an object: `type` says so, or is absent. */
function mayBeObject(type: unknown): boolean {
  return type === undefined || type === 'object' || (Array.isArray(type) && type.includes('object'));
}

/** Changes each schema within a schema, the inner ones first. */
function mapSchema(schema: unknown, change: (node: Json) => Json): unknown {
  if (!isObject(schema)) return schema;
  const inner = Object.entries(schema).map(([key, value]): [string, unknown] => {
    if (DATA_KEYWORDS.has(key) || key.startsWith('x-')) return [key, value];
    if (SCHEMA_MAPS.has(key) && isObject(value))
      return [key, fromEntries(Object.entries(value).map(([name, each]) => [name, mapSchema(each, change)]))];
    if (Array.isArray(value)) return [key, value.map((each: unknown) => mapSchema(each, change))];
    return [key, mapSchema(value, change)];
  });
  return change(fromEntries(inner));
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object of these entries; `__proto__` is a key like any other. */
function fromEntries(entries: readonly (readonly [string, unknown])[]): Json {
  return Object.fromEntries(entries);
}

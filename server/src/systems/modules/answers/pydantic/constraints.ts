import type { Value } from '../../../../model/value';
import { isFunctionWithInner, unknownSchema, withMetadata, type CoreSchema } from './core-schema';
import { jsonOrUnknown } from './json-values';
import type { PyValue } from './values';

/** The constraints that a core schema takes itself, by its type (`_known_annotated_metadata.CONSTRAINTS_TO_ALLOWED_SCHEMAS`). */
const LENGTH = ['min_length', 'max_length'];
const NUMERIC = ['multiple_of', 'le', 'ge', 'lt', 'gt'];
const TEXTS = [...LENGTH, 'strip_whitespace', 'to_lower', 'to_upper', 'pattern', 'coerce_numbers_to_str', 'ascii_only'];
const SEQUENCE = [...LENGTH, 'fail_fast'];

const TAKEN: Readonly<Record<string, readonly string[]>> = {
  str: TEXTS,
  bytes: TEXTS,
  url: TEXTS,
  'multi-host-url': TEXTS,
  list: SEQUENCE,
  tuple: SEQUENCE,
  set: SEQUENCE,
  frozenset: SEQUENCE,
  dict: LENGTH,
  generator: LENGTH,
  float: [...NUMERIC, 'allow_inf_nan'],
  int: [...NUMERIC, 'allow_inf_nan'],
  decimal: ['max_digits', 'decimal_places', ...NUMERIC, 'allow_inf_nan'],
  date: NUMERIC,
  time: NUMERIC,
  datetime: NUMERIC,
  timedelta: NUMERIC,
  union: ['union_mode'],
};

/** Constraints that any other schema gets by a validator behind it. */
const BY_VALIDATOR: ReadonlySet<string> = new Set([...LENGTH, ...NUMERIC, 'max_digits', 'decimal_places']);
/** Constraints that are checked by a text schema in a chain behind the schema, whose JSON Schema stays what it is. */
const BY_CHAIN: ReadonlySet<string> = new Set([
  'pattern',
  'strip_whitespace',
  'to_lower',
  'to_upper',
  'coerce_numbers_to_str',
  'ascii_only',
]);

/** A constraint applied to a schema (`apply_known_metadata`); of a nullable schema, to what is within. */
export function withConstraint(schema: CoreSchema, name: string, value: PyValue): CoreSchema {
  if (schema.type === 'unknown') return schema;
  if (schema.type === 'nullable' && schema.schema !== undefined)
    return { ...schema, schema: withConstraint(schema.schema, name, value) };
  if (name === 'strict') return schema.ref === undefined && schema.type !== 'union' ? schema : schema;
  if (TAKEN[schema.type]?.includes(name) === true)
    return 'constraints' in schema
      ? { ...schema, constraints: new Map([...schema.constraints, [name, value]]) }
      : schema;
  if (schema.ref !== undefined || schema.type === 'definition-ref')
    return unknownSchema(`the constraint ${name} on a class`);
  if (BY_CHAIN.has(name)) return { type: 'chain', schema };
  if (name === 'allow_inf_nan') return isFalse(value) ? { type: 'function-after', schema } : schema;
  if (!BY_VALIDATOR.has(name)) return schema;
  const limit = jsonOrUnknown(value, name);
  const updates = new Map<string, Value>([[keywordOf(schema, name), limit]]);
  return withMetadata({ type: 'function-after', schema }, { updates });
}

function isFalse(value: PyValue): boolean {
  return value.kind === 'bool' && !value.value;
}

/** What a constraint is called in the JSON Schema of a schema that does not take it: a length has a word of its own. */
function keywordOf(schema: CoreSchema, name: string): string {
  if (!LENGTH.includes(name)) return name;
  let inner = schema;
  while (isFunctionWithInner(inner)) inner = inner.schema;
  const isList = inner.type === 'list' || (inner.type === 'json-or-python' && inner.schema?.type === 'list');
  return `${name === 'min_length' ? 'min' : 'max'}${isList ? 'Items' : 'Length'}`;
}

import { fieldOf, type Field } from '../../../model/fields';
import { isList, isMapping, isUnknown, type Value } from '../../../model/value';
import type { Inheritance, Refusal, StepEntry } from '../facts';
import type { FieldType } from '../../../model/field-doc';
import { CONVENTIONAL_FIELDS, LOADED_FIELDS } from '../vocabulary';

/** The part of a row, or of a fact made of one, that decides whether the loader accepts it. */
export type Refusable = Pick<StepEntry, 'name' | 'shape' | 'fields' | 'partial'>;

/** Whether the loader refuses a row; neither field if it accepts the row. */
export interface Judgement {
  readonly refused?: Refusal;
  readonly doubt?: StepEntry['doubt'];
}

function judgementOf(row: Refusable): Judgement {
  const refused = refusalIn(row);
  return refused === undefined ? {} : { refused };
}

/**
 * Makes a fact of a row. What follows from the row alone is computed here, since an edit leaves nearly all facts as
 * they are.
 */
export function stepEntry(
  row: Omit<StepEntry, 'kind' | 'refused' | 'repeats' | 'anyBuilder' | 'incomplete'>,
  { refused }: Judgement = judgementOf(row),
): StepEntry {
  const { name, file, table, shape, fields, ...flags } = row;
  const entry: StepEntry = { kind: 'step', name, file, table, shape, fields };
  const repeats = new Set(fields.map(field => field.name)).size < fields.length;
  const anyBuilder = namesAnyBuilder(row);
  const incomplete = CONVENTIONAL_FIELDS.some(field => isAbsent(entry, field));
  if (refused === undefined && !repeats && !anyBuilder && !incomplete && Object.keys(flags).length === 0) return entry;
  return {
    ...entry,
    ...flags,
    ...(refused === undefined ? {} : { refused }),
    ...(repeats ? { repeats } : {}),
    ...(anyBuilder ? { anyBuilder } : {}),
    ...(incomplete ? { incomplete } : {}),
  };
}

/** Whether a row does without a field, or gives it no content. */
export function isAbsent(row: Pick<StepEntry, 'fields'>, field: string): boolean {
  const value = fieldOf(row, field);
  return value === undefined || value === null || value === '';
}

/** Whether code decides the builder of a row. */
export function namesAnyBuilder({
  shape,
  fields,
  open,
  inherits,
}: Pick<StepEntry, 'shape' | 'fields' | 'open'> & { readonly inherits?: Inheritance | undefined }): boolean {
  if (shape === 'unknown') return true;
  // What comes from a row of core is a builder that core names as well.
  if (inherits?.fields.some(({ name }) => name === 'builder_step_name') === true) return false;
  const builder = fields.findLast(({ name }) => name === 'builder_step_name');
  return builder === undefined ? open === true && inherits?.row === undefined : isUnknown(builder.value);
}

/** Why the loader refuses a row; undefined if the row loads, is half-typed, or is decided at run time. */
export function refusalIn(row: Refusable): Refusal | undefined {
  if (row.partial === true) return undefined;
  if (!isAcceptedName(row.name)) return { why: 'name' };
  if (row.shape === 'other') return { why: 'shape' };
  for (const field of row.fields) {
    const refusal = fieldRefusal(field);
    if (refusal !== undefined && isLastOfItsName(field, row.fields)) return refusal;
  }
  return undefined;
}

/**
 * Whether the run time accepts a name: letters and digits as in Python's `isalnum`, `_` and `-`. pydantic strips it first,
 * of what Unicode calls white space.
 */
export function isAcceptedName(name: string): boolean {
  const text = name.replace(AROUND, '');
  return /^[\p{L}\p{N}_-]+$/u.test(text) && /[\p{L}\p{N}]/u.test(text);
}

const AROUND =
  /^[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+|(?<![\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000])[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+$/g;

/** Whether a value has a type. A value that is decided at run time may have any. */
export function isOfType(value: Value, type: FieldType): boolean {
  if (isUnknown(value)) return true;
  switch (type) {
    case 'text':
      return typeof value === 'string';
    case 'whole number':
      return typeof value === 'number' && Number.isInteger(value);
    case 'true or false':
      return typeof value === 'boolean';
    case 'list of texts':
      return isList(value) && value.every(item => isOfType(item, 'text'));
    case 'list':
      return isList(value);
    case 'mapping':
      return isMapping(value);
    case 'anything':
      return true;
  }
}

/** Whether the loader accepts a value for a type: it takes `None` for a text, but not for a list or mapping. */
function isLoadable(value: Value, type: FieldType): boolean {
  if (typeof value === 'string') return type === 'text' && value.isWellFormed();
  if (type === 'list of texts' && isList(value)) return value.every(item => item !== null && isLoadable(item, 'text'));
  return isOfType(value, type) || (type === 'text' && value === null);
}

function fieldRefusal({ name, value }: Field): Refusal | undefined {
  const expected = LOADED_FIELDS.get(name);
  if (expected === undefined) return undefined;
  if (!isLoadable(value, expected)) return { why: 'type', field: name, expected };
  if (name !== 'builder_step_name' || typeof value !== 'string') return undefined;
  return isAcceptedName(value) ? undefined : { why: 'builder', builder: value };
}

/** Whether a field is the one that Python keeps if several have its name. */
function isLastOfItsName(field: Field, fields: readonly Field[]): boolean {
  return fields.findLast(each => each.name === field.name) === field;
}

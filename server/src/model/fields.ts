import { Part, type Fact, type Place } from './fact';
import type { Value } from './value';

/** A named value of a mapping, in the order of the text; the spans of field `i` are `Part.fieldName(i)` and `Part.fieldValue(i)`. */
export interface Field {
  readonly name: string;
  readonly value: Value;
}

/** A fact that was written as a mapping. */
export interface Entry extends Fact {
  readonly fields: readonly Field[];
}

/** The value of a field; the last one, should it be given twice, as in Python. */
export function fieldOf({ fields }: { readonly fields: readonly Field[] }, name: string): Value | undefined {
  return fields.findLast(field => field.name === name)?.value;
}

/** Where the value of a field stands; the entry's name, should it have no such field. */
export function valuePlace(entry: Entry, name: string): Place {
  const index = entry.fields.findLastIndex(field => field.name === name);
  return { fact: entry, part: index < 0 ? Part.name : Part.fieldValue(index) };
}

/** Where the name of a field stands; the entry's name, should it have no such field. */
export function fieldPlace(entry: Entry, name: string): Place {
  const index = entry.fields.findLastIndex(field => field.name === name);
  return { fact: entry, part: index < 0 ? Part.name : Part.fieldName(index) };
}

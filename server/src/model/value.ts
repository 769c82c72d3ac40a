/**
 * A value as a file states it, whatever language it is written in. Mappings are `Map`s, so that a key named
 * `__proto__` is a key like any other.
 */
export type Value = string | number | boolean | null | readonly Value[] | ReadonlyMap<string, Value> | Unknown;

/** A value that code decides at run time; `unknown` is the expression's text, shortened for messages. */
export interface Unknown {
  readonly unknown: string;
}

export function isUnknown(value: Value | undefined): value is Unknown {
  return typeof value === 'object' && value !== null && 'unknown' in value;
}

export function isMapping(value: Value | undefined): value is ReadonlyMap<string, Value> {
  return value instanceof Map;
}

export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

/** The strings of a list; other items are passed over. Anything but a list gives none. */
export function stringsOf(value: Value | undefined): string[] {
  return isList(value) ? value.filter(item => typeof item === 'string') : [];
}

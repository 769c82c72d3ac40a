/**
 * A value as a file states it, whatever language it is written in. Mappings are `Map`s, so that a key named
 * `__proto__` is a key like any other.
 */
export type Value = string | number | boolean | null | readonly Value[] | ReadonlyMap<string, Value> | Unknown;

/** A value that code decides at run time; `unknown` is the expression's text, shortened for messages. */
export interface Unknown {
  readonly unknown: string;
}

/** Whether code decides the value at run time. The three tests below accept undefined, so that a lookup can be tested directly. */
export function isUnknown(value: Value | undefined): value is Unknown {
  return typeof value === 'object' && value !== null && 'unknown' in value;
}

/** Whether a value is a mapping. */
export function isMapping(value: Value | undefined): value is ReadonlyMap<string, Value> {
  return value instanceof Map;
}

/** Whether a value is a list. */
export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

/** A text that says something. */
export function nonEmptyText(value: Value | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A value as JSON has it; what code decides is shown as `{ "unknown": "…" }`. */
export function jsonOf(value: Value): unknown {
  if (isMapping(value)) return Object.fromEntries([...value].map(([key, item]) => [key, jsonOf(item)]));
  return isList(value) ? value.map(jsonOf) : value;
}

/** The strings of a list; other items are passed over. Anything but a list gives none. */
export function stringsOf(value: Value | undefined): string[] {
  return isList(value) ? value.filter(item => typeof item === 'string') : [];
}

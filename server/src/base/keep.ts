/** Strings that were kept lately, each in the slot that its units hash to: bounded, and nothing to clean up. */
const SLOTS = 1 << 15;
const kept: string[] = new Array<string>(SLOTS).fill('');

/** Longer ones are rarely equal. */
const LONGEST_SHARED = 200;

/**
 * A string that may be kept for long: a copy of its own, since a piece cut out of a text keeps the whole text alive; equal
 * ones mostly share a copy.
 */
export function keep(text: string): string {
  if (text.length > LONGEST_SHARED) return copyOf(text);
  let hash = text.length;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
  const there = kept[slot]!;
  return there === text ? there : (kept[slot] = copyOf(text));
}

const units = new Uint16Array(4096);

/** Made from numbers, a string shares nothing with the one that they came from. */
function copyOf(text: string): string {
  let copy = '';
  for (let from = 0; from < text.length; from += units.length) {
    const size = Math.min(units.length, text.length - from);
    for (let i = 0; i < size; i++) units[i] = text.charCodeAt(from + i);
    copy += String.fromCharCode.apply(null, units.subarray(0, size) as unknown as number[]);
  }
  return copy;
}

/** A plain value as it may be kept for long: its strings are copies, its lists have no room to grow. In place where it can. */
export function keepData<T>(value: T): T {
  if (typeof value === 'string') return keep(value) as T;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const list = value.slice();
    for (let i = 0; i < list.length; i++) list[i] = keepData<unknown>(list[i]);
    return list as T;
  }
  if (value instanceof Map) {
    const entries = [...(value as Map<unknown, unknown>)];
    value.clear();
    for (const [key, item] of entries) value.set(keepData(key), keepData(item));
    return value;
  }
  const object = value as Record<string, unknown>;
  for (const key in object) {
    const item = object[key];
    if (typeof item === 'string' || typeof item === 'object') object[key] = keepData(item);
  }
  return value;
}

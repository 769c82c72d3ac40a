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

const items: Readonly<Record<string, unknown>>[] = new Array<Readonly<Record<string, unknown>>>(SLOTS >> 1).fill({});

const lists: (readonly string[])[] = new Array<readonly string[]>(SLOTS >> 3).fill([]);

/** Longer ones are rarely equal. */
const LONGEST_LIST = 4;

/** Short lists of texts are mostly equal to another: base classes, job types. The texts have been kept. */
function sharedList(list: readonly unknown[]): readonly unknown[] {
  if (list.length > LONGEST_LIST || !isTexts(list)) return list;
  const slot = slotOf(list.reduce(mixed, list.length), lists.length);
  const there = lists[slot]!;
  const isEqual = there.length === list.length && there.every((each, i) => each === list[i]);
  return isEqual ? there : (lists[slot] = list);
}

function isTexts(list: readonly unknown[]): list is readonly string[] {
  return list.every(each => typeof each === 'string');
}

/** Two places of a text, and how long it is, are mostly enough to tell it from others. */
function mixed(hash: number, text: string): number {
  const some = Math.imul(hash, 31) + text.length + Math.imul(text.charCodeAt(text.length >> 1) || 0, 131);
  return Math.imul(some, 31) + (text.charCodeAt(text.length - 1) || 0);
}

function slotOf(hash: number, slots: number): number {
  return (hash ^ (hash >>> 13)) & (slots - 1);
}

/** Items of lists that hold texts, numbers and shared lists only are mostly equal to another: `{ name: 'framework', value: 'pandas' }`. */
function shared(item: unknown): unknown {
  if (typeof item !== 'object' || item === null || Array.isArray(item) || item instanceof Map) return item;
  const object = item as Readonly<Record<string, unknown>>;
  let hash = 0;
  for (const key in object) {
    const value = object[key];
    if (typeof value === 'object' && !Array.isArray(value)) return item;
    hash = mixed(hash, typeof value === 'string' ? value : typeof value);
  }
  const slot = slotOf(hash, items.length);
  const there = items[slot]!;
  return sameItem(there, object) ? there : (items[slot] = object);
}

function sameItem(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  let count = 0;
  for (const key in b) {
    if (a[key] !== b[key]) return false;
    count++;
  }
  return Object.keys(a).length === count;
}

/** Made from numbers, a string shares nothing with the one that they came from. */
export function copyOf(text: string): string {
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
    for (let i = 0; i < list.length; i++) list[i] = shared(keepData<unknown>(list[i]));
    return sharedList(list) as T;
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

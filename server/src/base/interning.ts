/** How many strings are shared at most. */
const STRINGS = 1 << 15;
const OBJECTS = STRINGS >> 1;
const LISTS = STRINGS >> 3;

/** Longer strings are rarely equal. */
const LONGEST_SHARED = 200;
/** Longer lists are rarely equal. */
const LONGEST_LIST = 4;

type PlainObject = Readonly<Record<string, unknown>>;

/**
 * Makes data that may be kept for long: equal strings, short lists and small objects mostly share one copy. What it has seen is in
 * slots, by hashes: that is bounded, and there is nothing to clean up.
 */
export class Interner {
  private readonly strings: string[] = new Array<string>(STRINGS).fill('');
  private readonly objects: PlainObject[] = new Array<PlainObject>(OBJECTS).fill({});
  private readonly lists: (readonly string[])[] = new Array<readonly string[]>(LISTS).fill([]);
  private readonly units = new Uint16Array(4096);

  /**
   * A plain value as it may be kept for long: its strings are copies, its lists have no room to grow. Objects are copied, but for
   * class instances such as the file of a fact.
   */
  data<T>(value: T): T;
  data(value: unknown): unknown {
    if (typeof value === 'string') return this.string(value);
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return this.sharedList(value.map(item => this.shared(this.data<unknown>(item))));
    if (value instanceof Map)
      return new Map(Array.from(value, ([key, item]: [unknown, unknown]) => [this.data(key), this.data(item)]));
    return this.fields(value);
  }

  /** A copy of an object with its fields interned, but for those named. */
  fields<T extends object>(object: T, ...except: readonly (keyof T)[]): T {
    const copy = { ...object };
    for (const key in copy) {
      const item = copy[key];
      if (typeof item === 'string' || typeof item === 'object') if (!except.includes(key)) copy[key] = this.data(item);
    }
    return copy;
  }

  /** A copy of a string, since a piece cut out of a text keeps the whole text alive; equal ones mostly share a copy. */
  private string(text: string): string {
    if (text.length > LONGEST_SHARED) return this.copyOf(text);
    let hash = text.length;
    for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
    const slot = (hash ^ (hash >>> 15)) & (STRINGS - 1);
    const there = this.strings[slot]!;
    return there === text ? there : (this.strings[slot] = this.copyOf(text));
  }

  /** Made from numbers, a string shares nothing with the one that they came from. */
  private copyOf(text: string): string {
    const { units } = this;
    let copy = '';
    for (let from = 0; from < text.length; from += units.length) {
      const size = Math.min(units.length, text.length - from);
      for (let i = 0; i < size; i++) units[i] = text.charCodeAt(from + i);
      copy += String.fromCharCode.apply(null, units.subarray(0, size) as unknown as number[]);
    }
    return copy;
  }

  /** Short lists of texts are mostly equal to another: base classes, job types. The texts have been interned. */
  private sharedList(list: readonly unknown[]): readonly unknown[] {
    if (list.length > LONGEST_LIST || !isTexts(list)) return list;
    const slot = slotOf(list.reduce(mixed, list.length), LISTS);
    const there = this.lists[slot]!;
    const isEqual = there.length === list.length && there.every((each, i) => each === list[i]);
    return isEqual ? there : (this.lists[slot] = list);
  }

  /** Items of lists that hold texts, numbers and shared lists only are mostly equal to another: `{ name: 'framework', value: 'pandas' }`. */
  private shared(item: unknown): unknown {
    if (typeof item !== 'object' || item === null || Array.isArray(item) || item instanceof Map) return item;
    const object = item as PlainObject;
    let hash = 0;
    for (const key in object) {
      const value = object[key];
      if (typeof value === 'object' && !Array.isArray(value)) return item;
      hash = mixed(hash, typeof value === 'string' ? value : typeof value);
    }
    const slot = slotOf(hash, OBJECTS);
    const there = this.objects[slot]!;
    return sameFields(there, object) ? there : (this.objects[slot] = object);
  }
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

function sameFields(a: PlainObject, b: PlainObject): boolean {
  let count = 0;
  for (const key in b) {
    if (a[key] !== b[key]) return false;
    count++;
  }
  return Object.keys(a).length === count;
}

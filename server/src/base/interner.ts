/** How many strings are shared at most. */
const STRINGS = 1 << 15;

/** Longer strings are rarely equal. */
const LONGEST_SHARED = 200;

/**
 * Makes data that may be kept for long: equal strings mostly share one copy. The strings it has seen are in slots, by hashes: that is
 * bounded, and there is nothing to clean up.
 */
export class Interner {
  private readonly strings: string[] = new Array<string>(STRINGS).fill('');
  private readonly units = new Uint16Array(4096);

  /**
   * A plain value as it may be kept for long: its strings are copies, its lists have no room to grow. Objects are copied, but for
   * class instances such as the file of a fact.
   */
  internData<T>(value: T): T;
  internData(value: unknown): unknown {
    if (typeof value === 'string') return this.internString(value);
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(item => this.internData<unknown>(item));
    if (value instanceof Map)
      return new Map(
        Array.from(value, ([key, item]: [unknown, unknown]) => [this.internData(key), this.internData(item)]),
      );
    return this.internFields(value);
  }

  /** A copy of an object with its fields interned, but for those named. */
  internFields<T extends object>(object: T, ...except: readonly (keyof T)[]): T {
    const copy = { ...object };
    for (const key in copy) {
      const item = copy[key];
      if (typeof item === 'string' || typeof item === 'object')
        if (!except.includes(key)) copy[key] = this.internData(item);
    }
    return copy;
  }

  /** A copy of a string, since a piece cut out of a text keeps the whole text alive; equal ones mostly share a copy. */
  private internString(text: string): string {
    if (text.length > LONGEST_SHARED) return this.copyOf(text);
    let hash = text.length;
    for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
    const slot = (hash ^ (hash >>> 15)) & (STRINGS - 1);
    const there = this.strings[slot];
    return there === text ? there : (this.strings[slot] = this.copyOf(text));
  }

  /** Made from numbers, a string shares nothing with the one that they came from. */
  private copyOf(text: string): string {
    const { units } = this;
    let copy = '';
    for (let from = 0; from < text.length; from += units.length) {
      const size = Math.min(units.length, text.length - from);
      for (let i = 0; i < size; i++) units[i] = text.charCodeAt(from + i);
      // `apply` takes whatever is like an array, and its type says: arrays alone.
      copy += String.fromCharCode.apply(null, units.subarray(0, size) as unknown as number[]);
    }
    return copy;
  }
}

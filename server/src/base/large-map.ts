/** A power of two. With a million entries, each of the maps has some thousands: growing takes it a millisecond. */
export const PARTS = 256;

/** Every other character tells names apart well enough, in half the time. */
export function partOf(text: string): number {
  let sum = text.length;
  for (let at = text.length - 1; at >= 0; at -= 2) sum = (Math.imul(sum, 31) + text.charCodeAt(at)) | 0;
  return (sum ^ (sum >>> 8)) & (PARTS - 1);
}

/**
 * A map for millions of entries. It is made of many small ones, by the text that stands for a key: a single one would stand
 * still for half a second whenever it outgrows its table. In no particular order.
 */
export class LargeMap<K, V> {
  private readonly parts = Array.from({ length: PARTS }, () => new Map<K, V>());
  private readonly textOf: (key: K) => string;

  /** Keys may have the same text. */
  constructor(textOf: (key: K) => string) {
    this.textOf = textOf;
  }

  get(key: K): V | undefined {
    return this.part(key).get(key);
  }

  set(key: K, value: V): void {
    this.part(key).set(key, value);
  }

  delete(key: K): void {
    this.part(key).delete(key);
  }

  *entries(): Iterable<[K, V]> {
    for (const part of this.parts) yield* part;
  }

  private part(key: K): Map<K, V> {
    return this.parts[partOf(this.textOf(key))]!;
  }
}

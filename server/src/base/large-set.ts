import { PARTS, partOf } from './large-map';

/**
 * A set for hundreds of thousands: made of many small ones, by the text that stands for a thing, since a single one would stand still
 * for a tenth of a second whenever it outgrows its table. In no particular order.
 */
export class LargeSet<T> {
  private readonly parts = Array.from({ length: PARTS }, () => new Set<T>());
  private readonly textOf: (thing: T) => string;
  private count = 0;

  /** Things may have the same text. */
  constructor(textOf: (thing: T) => string, things: Iterable<T> = []) {
    this.textOf = textOf;
    for (const thing of things) this.add(thing);
  }

  get size(): number {
    return this.count;
  }

  has(thing: T): boolean {
    return this.part(thing).has(thing);
  }

  add(thing: T): void {
    const part = this.part(thing);
    const before = part.size;
    this.count += part.add(thing).size - before;
  }

  /** Whether it was there. */
  delete(thing: T): boolean {
    const isGone = this.part(thing).delete(thing);
    if (isGone) this.count--;
    return isGone;
  }

  *[Symbol.iterator](): Iterator<T> {
    for (const part of this.parts) yield* part;
  }

  private part(thing: T): Set<T> {
    return this.parts[partOf(this.textOf(thing))]!;
  }
}

/** From so many on, a set is a large one: then that pays. */
const MANY = 4096;

/** The set, or, once it has grown, a large one with the same things, to be used in its place. */
export function roomy<T>(set: Set<T> | LargeSet<T>, textOf: (thing: T) => string): Set<T> | LargeSet<T> {
  return set instanceof Set && set.size >= MANY ? new LargeSet(textOf, set) : set;
}

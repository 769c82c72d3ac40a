import { LargeMap } from './large-map';

/**
 * What waits, each thing once, in the order of coming: for hundreds of thousands. A set would stand still whenever it outgrows its
 * table, for a tenth of a second at half a million.
 */
export class LargeQueue<T> {
  /** Where each stands in the order. */
  private readonly places: LargeMap<T, number>;
  /** Holds also what has gone since, until nothing waits. */
  private order: T[] = [];
  /** Before it, nothing waits. */
  private first = 0;
  private count = 0;

  /** Things may have the same text. */
  constructor(textOf: (thing: T) => string) {
    this.places = new LargeMap(textOf);
  }

  get size(): number {
    return this.count;
  }

  has(thing: T): boolean {
    return this.places.get(thing) !== undefined;
  }

  add(thing: T): void {
    if (this.has(thing)) return;
    this.places.set(thing, this.order.length);
    this.order.push(thing);
    this.count++;
  }

  delete(thing: T): void {
    if (!this.has(thing)) return;
    this.places.delete(thing);
    this.count--;
    if (this.count > 0) return;
    this.order = [];
    this.first = 0;
  }

  /** Things may come and go meanwhile; those that come are met, too. */
  *[Symbol.iterator](): Iterator<T> {
    while (this.first < this.order.length && !this.waitsAt(this.first)) this.first++;
    let { order, first: at } = this;
    for (;;) {
      if (order !== this.order) {
        order = this.order;
        at = 0;
      }
      if (at >= order.length) return;
      if (this.waitsAt(at)) yield order[at]!;
      at++;
    }
  }

  private waitsAt(at: number): boolean {
    return this.places.get(this.order[at]!) === at;
  }
}

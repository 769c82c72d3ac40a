import { defined } from './defined';

/** How long answers of one kind have taken lately, in milliseconds. */
export interface Latency {
  readonly what: string;
  /** How many answers the figures are of, at most `WINDOW_SIZE`. */
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
}

const WINDOW_SIZE = 500;

/** Keeps how long the last answers of each kind took. */
export class Latencies {
  private readonly kinds = new Map<string, { readonly last: number[]; next: number }>();

  record(what: string, milliseconds: number): void {
    let kind = this.kinds.get(what);
    if (kind === undefined) this.kinds.set(what, (kind = { last: [], next: 0 }));
    kind.last[kind.next] = milliseconds;
    kind.next = (kind.next + 1) % WINDOW_SIZE;
  }

  /** By kind, in the order in which they first came. */
  all(): Latency[] {
    return [...this.kinds].map(([what, { last }]) => {
      const sorted = [...last].sort((a, b) => a - b);
      const at = (share: number): number =>
        defined(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))], 'a noted time');
      return { what, count: sorted.length, p50: at(0.5), p95: at(0.95) };
    });
  }
}

import type { Fact } from '../model/fact';

/** The spans of fact `i`, part after part, are at `data[offsets[i]]` up to `data[offsets[i + 1]]`. */
export interface SpanTable {
  readonly offsets: Uint32Array;
  readonly data: Uint32Array;
}

/** What a file said before an edit, while an editor shows it. */
export interface PreviousText {
  readonly text: string;
  readonly facts: readonly Fact[];
  readonly spans: SpanTable;
}

/** A fact whose text an edit left as it was, with the spans that it has now. */
export interface Unchanged {
  readonly fact: Fact;
  readonly spans: readonly number[];
}

/**
 * Finds facts whose text is still the same, so that a reader need not read it again: of a thousand rows, an edit changes
 * one. Facts are asked for in the order of the text; most edits keep it.
 */
export class PreviousRead {
  private readonly before: PreviousText;
  private readonly text: string;
  private next = 0;
  private rows: Map<string, number> | undefined;

  constructor(before: PreviousText, text: string) {
    this.before = before;
    this.text = text;
  }

  /** The fact of that kind and name, if its whole text stands at `start` to `end` now. */
  unchanged(kind: string, name: string, start: number, end: number): Unchanged | undefined {
    const row = this.rowOf(kind, name);
    const { facts, spans, text } = this.before;
    const first = spans.offsets[row];
    const last = spans.offsets[row + 1];
    if (first === undefined || last === undefined || last - first < 2) return undefined;
    const was = spans.data[first]!;
    if (spans.data[first + 1]! - was !== end - start) return undefined;
    if (text.slice(was, was + end - start) !== this.text.slice(start, end)) return undefined;
    this.next = row + 1;
    return { fact: facts[row]!, spans: Array.from(spans.data.subarray(first, last), at => at - was + start) };
  }

  private rowOf(kind: string, name: string): number {
    const { facts } = this.before;
    const inLine = facts[this.next];
    if (inLine?.kind === kind && inLine.name === name) return this.next;
    this.rows ??= new Map(facts.map((fact, row) => [`${fact.kind}\0${fact.name}`, row]));
    return this.rows.get(`${kind}\0${name}`) ?? -1;
  }
}

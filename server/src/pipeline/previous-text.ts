import { defined } from '../base/defined';
import type { Fact } from '../model/fact';
import { lineStartsAfter, sharedParts, type SharedParts } from '../base/text';
import type { MovedSpans } from '../systems/system';
import type { SpanTable } from './positions';

/** What a file said before an edit, while an editor shows it. */
export interface PreviousText {
  readonly text: string;
  readonly facts: readonly Fact[];
  readonly spans: SpanTable;
  readonly lineStarts: Uint32Array;
}

/** A fact whose text an edit left as it was, and where its spans are now. */
export interface UnchangedFact {
  readonly fact: Fact;
  readonly spans: MovedSpans;
}

/**
 * Finds facts whose text is still the same, so that a reader need not read it again: of a thousand rows, an edit changes
 * one. Facts are asked for in the order of the text; most edits keep it.
 */
export class UnchangedFinder {
  private readonly before: PreviousText;
  private readonly text: string;
  private readonly shared: SharedParts;
  private next = 0;
  private readonly rows = new Map<string, Map<string, number>>();

  constructor(before: PreviousText, text: string) {
    this.before = before;
    this.text = text;
    this.shared = sharedParts(before.text, text);
  }

  /** The text before the edit, for others who compare with it. */
  get olderText(): { readonly text: string; readonly shared: SharedParts } {
    return { text: this.before.text, shared: this.shared };
  }

  lineStarts(): Uint32Array {
    return lineStartsAfter(this.before.lineStarts, this.text, this.shared);
  }

  /** The fact of that kind and name, if its whole text stands at `start` to `end` now. */
  unchanged(kind: string, name: string, start: number, end: number): UnchangedFact | undefined {
    const row = this.rowOf(kind, name);
    if (row < 0) return undefined;
    this.next = row + 1;
    const { facts, spans } = this.before;
    const [from, to] = [spans.offsets[row]!, spans.offsets[row + 1]!];
    if (to - from < 2) return undefined;
    const was = spans.data[from]!;
    if (spans.data[from + 1]! - was !== end - start || !this.isSame(was, start, end)) return undefined;
    return {
      fact: defined(facts[row], 'the fact of a row'),
      spans: { previousSpans: spans.data, from, to, shift: start - was },
    };
  }

  /** The first fact of a kind, if the edit touched nothing but lines that begin with a blank, before it and after it. */
  unlessOutdented(kind: string): Fact | undefined {
    const { head, tail, shift } = this.shared;
    const isIndented = isIndentedFrom(this.before.text, head, tail) && isIndentedFrom(this.text, head, tail + shift);
    return isIndented ? this.before.facts.find(fact => fact.kind === kind) : undefined;
  }

  private isSame(was: number, start: number, end: number): boolean {
    const { head, tail, shift } = this.shared;
    if (was === start && end <= head) return true;
    if (was >= tail && was + shift === start) return true;
    return this.before.text.slice(was, was + end - start) === this.text.slice(start, end);
  }

  /** The next in line, behind facts of other kinds, or the one after it, if the edit was in a name; else wherever it is. */
  private rowOf(kind: string, name: string): number {
    const { facts } = this.before;
    for (let row = this.next; row < this.next + ROWS_TRIED; row++) {
      const fact = facts[row];
      if (fact?.kind === kind && fact.name === name) return row;
    }
    let rows = this.rows.get(kind);
    if (rows === undefined) this.rows.set(kind, (rows = rowsByName(facts, kind)));
    return rows.get(name) ?? -1;
  }
}

/** Whether each line that has any of `start` to `end` begins with a blank, or is empty. */
function isIndentedFrom(text: string, start: number, end: number): boolean {
  let line = start;
  while (line > 0 && !isLineEnd(text, line - 1)) line--;
  for (let at = line; at <= end; at++)
    if ((at === line || isLineEnd(text, at - 1)) && !BLANK.has(text.charAt(at))) return false;
  return true;
}

function isLineEnd(text: string, at: number): boolean {
  const char = text.charAt(at);
  return char === '\n' || char === '\r';
}

/** What a line begins with that holds no statement of the module; nothing stands at the end of a text. */
const BLANK: ReadonlySet<string> = new Set([' ', '\t', '\r', '\n', '']);

/** The names of a file, a registry, its metadata and a table are facts, too, before the first row. */
const ROWS_TRIED = 8;

function rowsByName(facts: readonly Fact[], kind: string): Map<string, number> {
  const rows = new Map<string, number>();
  for (const [row, fact] of facts.entries()) if (fact.kind === kind) rows.set(fact.name, row);
  return rows;
}

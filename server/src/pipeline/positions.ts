import { positionAt, type Position, type Span } from '../base/text';
import { Part } from '../model/fact';

/** Where the facts and the lines of a text stand. Offsets are 0-based, in UTF-16 units. */
export interface PositionTable {
  readonly spans: SpanTable;
  readonly lineStarts: Uint32Array;
}

/** The spans of fact `i`, part after part, are at `data[offsets[i]]` up to `data[offsets[i + 1]]`. */
export interface SpanTable {
  readonly offsets: Uint32Array;
  readonly data: Uint32Array;
}

/** The positions of a file, however they are kept. */
export interface Positions {
  /** The table of all positions, for whoever goes through the whole file. */
  table(): PositionTable;
  /** The span of a part of the fact in `row`; of its name, should it have no such part. */
  span(row: number, part: number): Span | undefined;
  /** Where a span begins and ends. */
  range(span: Span): Range;
}

/** A range of a text; both ends are 0-based. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Positions kept as they are, for a file that an editor shows. */
export function plainPositions(table: PositionTable): Positions {
  return {
    table: () => table,
    span: (row, part) => spanAt(table.spans, row, part),
    range: span => rangeAt(table.lineStarts, span),
  };
}

/** The positions of a file without facts. */
export const NO_POSITIONS: Positions = plainPositions({
  spans: { offsets: new Uint32Array(1), data: new Uint32Array(0) },
  lineStarts: new Uint32Array(1),
});

/** See `Positions.span`. */
export function spanAt({ offsets, data }: SpanTable, row: number, part: number): Span | undefined {
  const at = partOffset(offsets[row], offsets[row + 1], part);
  if (at === undefined || data[at]! > data[at + 1]!) return undefined;
  return { start: data[at]!, end: data[at + 1]! };
}

/** Start and end of a part that the text does not show at present, though its fact has it (see `damage.ts`). */
export const NOWHERE = [1, 0] as const;

/** Where the span of a part is in `SpanTable.data`, of a fact whose spans are from `first` to `end`. */
export function partOffset(first: number | undefined, end: number | undefined, part: number): number | undefined {
  if (first === undefined || end === undefined || first === end) return undefined;
  const wanted = first + 2 * part;
  return wanted < end ? wanted : Math.min(first + 2 * Part.name, end - 2);
}

/** See `Positions.range`. */
export function rangeAt(lineStarts: Uint32Array, { start, end }: Span): Range {
  return { start: positionAt(lineStarts, start), end: positionAt(lineStarts, end) };
}

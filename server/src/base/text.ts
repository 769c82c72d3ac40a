import { defined } from './defined';

/** A half-open range of UTF-16 offsets in one text. Positions inside the engine are always offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A 0-based line and a 0-based column in UTF-16 units, as the Language Server Protocol counts. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Finds the start of every line. Line ends are `\n`, `\r\n` and `\r`, as in the Language Server Protocol; Python's
 * tokenizer agrees (form feed and the Unicode separators do not end a line).
 */
export function lineStarts(text: string): Uint32Array {
  const starts: number[] = [0];
  if (!text.includes('\r')) {
    for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
    return new Uint32Array(starts);
  }
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === LF || (c === CR && text.charCodeAt(i + 1) !== LF)) starts.push(i + 1);
  }
  return new Uint32Array(starts);
}

const LF = 10;
const CR = 13;

/**
 * The line starts of `text`, from those of a text that is the same up to `head` and, `shift` characters earlier, from `tail`
 * on. A line end of two characters may have been torn or made at either place, so only what lies between the lines
 * around them is looked at.
 */
export function lineStartsAfter(before: Uint32Array, text: string, { head, tail, shift }: SharedParts): Uint32Array {
  const first = lineAt(before, Math.max(0, head - 1));
  const rest = lineAt(before, tail) + 1;
  const from = before[first]!;
  const to = rest < before.length ? before[rest]! + shift : text.length;
  const between = lineStarts(text.slice(from, to));
  // Of a line that ends where the rest begins, the start is the first of the rest.
  const kept = rest < before.length ? between.length - 1 : between.length;
  const starts = new Uint32Array(first + kept + before.length - rest);
  starts.set(before.subarray(0, first));
  for (let i = 0; i < kept; i++) starts[first + i] = between[i]! + from;
  for (let i = rest; i < before.length; i++) starts[first + kept + i - rest] = before[i]! + shift;
  return starts;
}

/** The 0-based line that holds `offset`, by binary search. `starts` are those that `lineStarts` gives. */
export function lineAt(starts: Uint32Array, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The line and column of an offset, both 0-based, the column in UTF-16 units. An offset past the end counts on in the last line. */
export function positionAt(starts: Uint32Array, offset: number): Position {
  const line = lineAt(starts, offset);
  return { line, column: offset - starts[line]! };
}

/** The code point of a character of one or two UTF-16 units, as iterating over a string gives it. */
export function codePointOf(character: string): number {
  return defined(character.codePointAt(0), 'a character');
}

/** A group of a match that takes part in every match of its pattern, counted from 1. */
export function groupOf(match: RegExpMatchArray, group: number): string {
  return defined(match[group], 'a group of the match');
}

/** Whether `offset` lies in the span or at its end: a cursor right behind a name is still on that name. */
export function contains(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** The first line without its line end: where something that a whole text lacks is said. */
export function firstLine(text: string): Span {
  const end = text.search(/[\r\n]/);
  return { start: 0, end: end < 0 ? text.length : end };
}

/** How many UTF-16 units two texts share at their beginning. Compares pieces, which the runtime does fastest. */
export function sharedStart(a: string, b: string): number {
  let low = 0;
  let high = Math.min(a.length, b.length);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (a.slice(low, middle) === b.slice(low, middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** How many UTF-16 units two texts share at their end. */
export function sharedEnd(a: string, b: string): number {
  let low = 0;
  let high = Math.min(a.length, b.length);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (a.slice(a.length - middle, a.length - low) === b.slice(b.length - middle, b.length - low)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Two texts are the same up to `head`, and from `tail` of the first on, which is `shift` earlier than in the second. */
export interface SharedParts {
  readonly head: number;
  readonly tail: number;
  readonly shift: number;
}

/** The parts that a text and what an edit made of it share. `head` and `tail` never overlap in either text. */
export function sharedParts(before: string, after: string): SharedParts {
  const shift = after.length - before.length;
  const head = sharedStart(before, after);
  // Of a letter doubled, both ends hold one of the two.
  const tail = Math.max(before.length - sharedEnd(before, after), head, head - shift);
  return { head, tail, shift };
}

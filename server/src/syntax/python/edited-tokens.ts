import { defined } from '../../base/defined';
import type { SharedParts } from '../../base/text';
import type { Source } from './source';
import { tokenizeLines, type Tokenized } from './tokenize';
import { Inside, isClosing, isOpening, Token, type Tokens } from './tokens';

/** What has been read again, by the indices of tokens: from `from` up to `end`, which was `endBefore`. */
export interface TokenEdit {
  readonly from: number;
  readonly end: number;
  readonly endBefore: number;
  /** The innermost bracket around it; -1 outside of all. */
  readonly around: number;
  readonly comments: Tokenized['comments'];
}

/** The older text, and what of it stands in the newer one. */
export interface OlderText {
  readonly text: string;
  readonly shared: SharedParts;
}

/** The lines that have to be read again: whole lines that leave the brackets as they found them. */
interface Lines {
  /** Offsets in the older text. */
  readonly start: number;
  readonly end: number;
  /** Tokens in the older text. */
  readonly from: number;
  readonly to: number;
  /** The brackets around them, innermost last. */
  readonly stack: readonly number[];
}

/**
 * Fills `to` with the tokens of `source`, taking over from `before` what stands in lines that the edit left alone: the
 * tokens, balanced and without problems, of the older text, with its comments. Gives nothing when that is not
 * possible, or not worth it; then `to` holds nothing of use.
 */
export function editTokens(
  before: Tokens,
  comments: Tokenized['comments'],
  to: Tokens,
  source: Source,
  { text: textBefore, shared }: OlderText,
): TokenEdit | undefined {
  const lines = linesToRead(before, textBefore, shared);
  if (lines === undefined) return undefined;
  const { from, stack } = lines;
  const shift = source.length - textBefore.length;
  for (const part of ['kind', 'bits', 'start', 'end', 'indent', 'close'] as const)
    to[part].set(before[part].subarray(0, from));
  const read = upTo(lines.end + shift, source, part =>
    tokenizeLines(part, to, { from: lines.start, count: from, stack }),
  );
  if (read === undefined) return undefined;
  const end = to.count;
  takeRest(before, to, lines.to, shift);
  for (const bracket of stack) to.close[bracket]! += end - lines.to;
  const around = stack.at(-1) ?? -1;
  if (around >= 0) to.bits[around] = inside(to, around);
  return {
    from,
    end,
    endBefore: lines.to,
    around,
    comments: [
      ...comments.filter(([start]) => start < lines.start),
      ...read,
      ...comments.filter(([start]) => start >= lines.end).map(([start, to]) => [start + shift, to + shift] as const),
    ],
  };
}

/** The lines that an edit has changed; nothing where the tokens do not tell them, or they are most of the text. */
function linesToRead(tokens: Tokens, before: string, { head, tail }: SharedParts): Lines | undefined {
  let start = lineStart(before, head);
  let end = nextLine(before, tail);
  // Each round takes in one more bracket.
  for (let round = 0; round < MOST_ROUNDS; round++) {
    if (2 * (end - start) > before.length || isContinued(before, start) || isContinued(before, end)) return undefined;
    const from = tokenFrom(tokens, start);
    const to = tokenFrom(tokens, end);
    if ((from > 0 && tokens.end[from - 1]! > start) || (to > 0 && tokens.end[to - 1]! > end)) return undefined;
    const stack = bracketsAt(tokens, from);
    if (stack === undefined) return undefined;
    const loose = looseBracket(tokens, from, to);
    if (loose < 0) return { start, end, from, to, stack };
    if (isClosing(tokens.kind[loose]!))
      start = lineStart(before, tokens.start[defined(stack.at(-1), 'the bracket that is closed')]!);
    else end = nextLine(before, tokens.end[tokens.close[loose]!]!);
  }
  return undefined;
}

/** An edit of so many brackets, one in the other, is rare, and each round looks at all tokens before it. */
const MOST_ROUNDS = 8;

function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

/** Whether a line goes on at `start` that began before. */
function isContinued(text: string, start: number): boolean {
  return /\\\r?\n$/.test(text.slice(Math.max(0, start - 3), start));
}

/** The first token that starts at `offset` or behind it. */
function tokenFrom({ start, count }: Tokens, offset: number): number {
  let [low, high] = [0, count - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (start[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The brackets that are open before a token; nothing inside of a string with replacement fields. */
function bracketsAt({ kind, close }: Tokens, token: number): readonly number[] | undefined {
  const stack: number[] = [];
  for (let at = 0; at < token; at++) {
    if (!isOpening(kind[at]!) && kind[at] !== Token.FStart) continue;
    if (close[at]! < token) at = close[at]!;
    else if (kind[at] === Token.FStart) return undefined;
    else stack.push(at);
  }
  return stack;
}

/** A bracket between two tokens whose partner stands elsewhere; -1 if there is none. */
function looseBracket({ kind, close }: Tokens, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    if (isClosing(kind[at]!)) return at;
    if (!isOpening(kind[at]!) && kind[at] !== Token.FStart) continue;
    if (close[at]! >= to) return at;
    at = close[at]!;
  }
  return -1;
}

/** Calls `read` with the text up to `end`. */
function upTo<T>(end: number, source: Source, read: (source: Source) => T): T {
  const { text, bytes } = source;
  const behind = bytes.slice(end, end + 8);
  bytes.fill(0, end, end + 8);
  try {
    return read({ ...source, text: text.slice(0, end), length: end });
  } finally {
    bytes.set(behind, end);
  }
}

/** Puts the tokens from `first` on behind those of `to`. */
function takeRest(before: Tokens, to: Tokens, first: number, shift: number): void {
  const { count } = before;
  const end = to.count;
  const by = end - first;
  for (const part of ['kind', 'bits', 'indent'] as const) to[part].set(before[part].subarray(first, count), end);
  for (const part of ['start', 'end'] as const) addTo(before[part], to[part], { first, count, by, add: shift });
  addTo(before.close, to.close, { first, count, by, add: by });
  to.count = count + by;
}

/** Copies numbers `by` places further on, with something added to each. */
export function addTo(
  from: Int32Array,
  to: Int32Array,
  { first, count, by, add }: { first: number; count: number; by: number; add: number },
): void {
  if (add === 0) to.set(from.subarray(first, count), first + by);
  else for (let at = first; at < count; at++) to[at + by] = from[at]! + add;
}

/** What stands directly inside a bracket: see `Inside`. */
function inside({ kind, close }: Tokens, bracket: number): number {
  let bits = 0;
  for (let at = bracket + 1; at < close[bracket]!; at++) {
    bits |= INSIDE[kind[at]!]!;
    if (isOpening(kind[at]!) || kind[at] === Token.FStart) at = close[at]!;
  }
  return bits;
}

const INSIDE = new Uint8Array(64);
INSIDE[Token.Comma] = Inside.Comma;
INSIDE[Token.Colon] = Inside.Colon;
INSIDE[Token.For] = Inside.For;
INSIDE[Token.Lambda] = Inside.Lambda;
INSIDE[Token.String] = Inside.String;

import type { Cursor } from './cursor';
import { CR, END, HASH, isBlankOrEnd, isBreak, isBreakOrEnd, isSpaceOrEnd, SPACE, TAB } from './cursor';
import { Refusal } from './refusal';
import type { ScalarToken } from './tokens';

/** A plain scalar, and whether it went on to a new line, where a key may begin. */
export interface PlainScan {
  readonly token: ScalarToken;
  readonly crossedLine: boolean;
}

/** Scans a plain scalar (`Scanner.scan_plain`). `indent` is that of the collection around it, plus one. */
export function scanPlain(cursor: Cursor, indent: number, isFlow: boolean): PlainScan {
  const start = cursor.at;
  let end = start;
  let crossedLine = false;
  let text = '';
  let spaces = '';
  while (cursor.peek() !== HASH) {
    const length = plainLength(cursor, isFlow);
    if (length === 0) break;
    text += spaces + cursor.take(length);
    end = cursor.at;
    const line = cursor.line;
    spaces = scanPlainSpaces(cursor);
    crossedLine = cursor.line > line;
    if (spaces === '' || cursor.peek() === HASH || (!isFlow && cursor.column < indent)) break;
  }
  const at = { start, end };
  return { token: { type: 'scalar', ...at, text, style: 'plain', content: at }, crossedLine };
}

/** Up to white space, a colon that ends a key, and inside brackets whatever has a meaning there. */
function plainLength(cursor: Cursor, isFlow: boolean): number {
  for (let length = 0; ; length++) {
    const code = cursor.peek(length);
    if (isBlankOrEnd(code)) return length;
    if (isFlow && FLOW_END.has(code)) return length;
    if (code !== COLON) continue;
    const next = cursor.peek(length + 1);
    if (isBlankOrEnd(next) || (isFlow && FLOW_AFTER_COLON.has(next))) return length;
  }
}

/** What white space within a plain scalar means; empty where the scalar ends before it. */
function scanPlainSpaces(cursor: Cursor): string {
  const before = cursor.at;
  cursor.skipSpaces();
  if (!isBreak(cursor.peek())) return cursor.text.slice(before, cursor.at);
  const lineBreak = cursor.takeBreak();
  if (cursor.isSeparator()) return '';
  let breaks = '';
  while (cursor.peek() === SPACE || isBreak(cursor.peek())) {
    if (cursor.peek() === SPACE) {
      cursor.forward();
      continue;
    }
    breaks += cursor.takeBreak();
    if (cursor.isSeparator()) return '';
  }
  return folded(lineBreak, breaks);
}

/** Folds line breaks as YAML does: a single one between two texts becomes a space; of several, the empty lines stay. */
function folded(lineBreak: string, breaks: string): string {
  if (lineBreak !== '\n') return lineBreak + breaks;
  return breaks === '' ? ' ' : breaks;
}

/** Scans a quoted scalar (`Scanner.scan_flow_scalar`). */
export function scanQuoted(cursor: Cursor): ScalarToken {
  const start = cursor.at;
  const quote = cursor.peek();
  cursor.forward();
  let text = scanQuotedText(cursor, quote, start);
  while (cursor.peek() !== quote) {
    text += scanQuotedSpaces(cursor, start);
    text += scanQuotedText(cursor, quote, start);
  }
  cursor.forward();
  const end = cursor.at;
  return { type: 'scalar', start, end, text, style: 'quoted', content: { start: start + 1, end: end - 1 } };
}

function scanQuotedText(cursor: Cursor, quote: number, start: number): string {
  let text = '';
  for (;;) {
    let length = 0;
    while (!isQuotedEnd(cursor.peek(length))) length++;
    text += cursor.take(length);
    const code = cursor.peek();
    if (quote === SINGLE && code === SINGLE && cursor.peek(1) === SINGLE) text += cursor.take(2).charAt(0);
    else if (code === quote || isBlankOrEnd(code)) return text;
    else if (code === BACKSLASH && quote === DOUBLE) text += scanEscape(cursor, start);
    else text += cursor.take(1);
  }
}

function isQuotedEnd(code: number): boolean {
  return code === SINGLE || code === DOUBLE || code === BACKSLASH || isBlankOrEnd(code);
}

/** What a backslash in double quotes stands for. */
function scanEscape(cursor: Cursor, start: number): string {
  const at = cursor.at;
  cursor.forward();
  const letter = cursor.text.charAt(cursor.at);
  const replacement = ESCAPES.get(letter);
  if (replacement !== undefined) {
    cursor.forward();
    return replacement;
  }
  const digits = ESCAPED_DIGITS.get(letter);
  if (digits !== undefined) {
    cursor.forward();
    const code = cursor.text.slice(cursor.at, cursor.at + digits);
    const value = parseInt(code, 16);
    if (!/^[0-9A-Fa-f]+$/.test(code) || code.length < digits || value > 0x10ffff)
      throw new Refusal(at, `After '\\${letter}' come ${digits} hexadecimal digits, of a character that there is`);
    cursor.forward(digits);
    return String.fromCodePoint(value);
  }
  if (!isBreak(cursor.peek()))
    throw new Refusal(at, 'Double quotes do not know this escape; use single quotes, or a double backslash', at + 2);
  cursor.takeBreak();
  return scanQuotedBreaks(cursor, start);
}

function scanQuotedSpaces(cursor: Cursor, start: number): string {
  const before = cursor.at;
  while (isBlank(cursor.peek())) cursor.forward();
  const spaces = cursor.text.slice(before, cursor.at);
  if (cursor.peek() === END) throw new Refusal(start, 'This quote is not closed');
  if (!isBreak(cursor.peek())) return spaces;
  const lineBreak = cursor.takeBreak();
  return folded(lineBreak, scanQuotedBreaks(cursor, start));
}

function scanQuotedBreaks(cursor: Cursor, start: number): string {
  let breaks = '';
  for (;;) {
    if (cursor.isSeparator()) throw new Refusal(start, 'A document ends before this quote is closed');
    while (isBlank(cursor.peek())) cursor.forward();
    if (!isBreak(cursor.peek())) return breaks;
    breaks += cursor.takeBreak();
  }
}

/** Scans a block of text after `|` or `>` (`Scanner.scan_block_scalar`). `outer` is the indentation around it. */
export function scanBlockScalar(cursor: Cursor, outer: number): ScalarToken {
  const start = cursor.at;
  const isFolded = cursor.take(1) === '>';
  const { chomping, increment } = scanHeader(cursor);
  const contentStart = cursor.at;
  const least = Math.max(1, outer + 1);
  const first = increment === undefined ? scanIndentation(cursor) : undefined;
  const indent = first === undefined ? least + (increment ?? 1) - 1 : Math.max(least, first.deepest);
  let breaks = first ?? scanBreaks(cursor, indent);
  let text = '';
  let lineBreak = '';
  let end = contentStart;
  while (cursor.column === indent && cursor.peek() !== END) {
    text += breaks.text;
    const isFlush = !isBlank(cursor.peek());
    let length = 0;
    while (!isBreakOrEnd(cursor.peek(length))) length++;
    text += cursor.take(length);
    lineBreak = cursor.takeBreak();
    end = cursor.at;
    breaks = scanBreaks(cursor, indent);
    if (cursor.column !== indent || cursor.peek() === END) break;
    if (!isFolded || lineBreak !== '\n' || !isFlush || isBlank(cursor.peek())) text += lineBreak;
    else if (breaks.text === '') text += ' ';
  }
  if (chomping !== 'strip') text += lineBreak;
  if (chomping === 'keep') {
    text += breaks.text;
    end = Math.max(end, breaks.end);
  }
  return { type: 'scalar', start, end, text, style: 'block', content: { start: contentStart, end } };
}

interface Header {
  readonly chomping: 'strip' | 'clip' | 'keep';
  readonly increment: number | undefined;
}

function scanHeader(cursor: Cursor): Header {
  const before = cursor.at;
  const [indicators = ''] = /^(?:[+-][0-9]?|[0-9][+-]?)?/.exec(cursor.text.slice(before, before + 2)) ?? [];
  cursor.forward(indicators.length);
  const digit = /[0-9]/.exec(indicators)?.[0];
  if (digit === '0') throw new Refusal(before, 'A block of text is indented by 1 to 9 more than what is around it');
  if (!isSpaceOrEnd(cursor.peek()))
    throw new Refusal(cursor.at, "After '|' and '>' only '+', '-' and a digit are known");
  cursor.skipSpaces();
  cursor.skipComment();
  if (!isBreakOrEnd(cursor.peek())) throw new Refusal(cursor.at, 'A block of text begins on the line below its header');
  cursor.takeBreak();
  const chomping = indicators.includes('-') ? 'strip' : indicators.includes('+') ? 'keep' : 'clip';
  return { chomping, increment: digit === undefined ? undefined : Number(digit) };
}

interface Breaks {
  readonly text: string;
  /** Where the last of the line breaks ends. */
  readonly end: number;
}

/** The empty lines before a block of text, and its indentation: that of the deepest of them and of its first line. */
function scanIndentation(cursor: Cursor): Breaks & { readonly deepest: number } {
  let text = '';
  let deepest = 0;
  let end = cursor.at;
  for (;;) {
    if (isBreak(cursor.peek())) {
      text += cursor.takeBreak();
      end = cursor.at;
    } else if (cursor.peek() === SPACE) {
      cursor.forward();
      deepest = Math.max(deepest, cursor.column);
    } else return { text, end, deepest };
  }
}

function scanBreaks(cursor: Cursor, indent: number): Breaks {
  let text = '';
  let end = cursor.at;
  for (;;) {
    while (cursor.column < indent && cursor.peek() === SPACE) cursor.forward();
    if (!isBreak(cursor.peek())) return { text, end };
    text += cursor.takeBreak();
    end = cursor.at;
  }
}

function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}

function codesOf(characters: string): ReadonlySet<number> {
  return new Set(Array.from(characters, each => each.charCodeAt(0)));
}

const SINGLE = 39;
const DOUBLE = 34;
const BACKSLASH = 92;
const COLON = 58;
const FLOW_END = codesOf(',?[]{}');
const FLOW_AFTER_COLON = codesOf(',[]{}');
const ESCAPED_DIGITS: ReadonlyMap<string, number> = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
]);
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['t', '\t'],
  ['\t', '\t'],
  ['n', '\n'],
  ['v', '\v'],
  ['f', '\f'],
  ['r', String.fromCharCode(CR)],
  ['e', '\x1b'],
  [' ', ' '],
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['N', '\x85'],
  ['_', '\xa0'],
  ['L', '\u2028'],
  ['P', '\u2029'],
]);

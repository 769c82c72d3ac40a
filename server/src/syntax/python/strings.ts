import * as tree from './tree';
import * as source from './source';
import type { Source } from './source';

// Names of this module's own: where modules are not bundled, each use of an import costs a call.
const { Flag } = tree;
const { IN_NAME } = source;

const QUOTE = 34;
const HASH = 35;
const BACKSLASH = 92;

/** What a string literal starts with, as bits; -1 for letters that are no prefix. */
export const Prefix = { Raw: 1, Bytes: 2, Format: 4, Template: 8, Unicode: 16 } as const;

/** Reads the one or two letters before a quote. */
export function prefixOf(bytes: Uint8Array, start: number, quoteAt: number): number {
  const first = letterBit(bytes[start]!);
  if (quoteAt - start === 1) return first;
  const second = letterBit(bytes[start + 1]!);
  // Of two letters, one is `r`, and the other neither `r` nor `u`.
  const other = first === Prefix.Raw ? second : second === Prefix.Raw ? first : -1;
  return other > 0 && other !== Prefix.Unicode && other !== Prefix.Raw ? other | Prefix.Raw : -1;
}

function letterBit(letter: number): number {
  switch (letter | 32) {
    case 114:
      return Prefix.Raw;
    case 98:
      return Prefix.Bytes;
    case 102:
      return Prefix.Format;
    case 116:
      return Prefix.Template;
    case 117:
      return Prefix.Unicode;
    default:
      return -1;
  }
}

/** Where a literal ends and what was seen inside; the object is reused. */
export interface StringEnd {
  end: number;
  /** Bits of `Flag`: Triple, Decode, Unterminated. */
  flags: number;
}

const found: StringEnd = { end: 0, flags: 0 };

/**
 * Reads a literal whose quote is at `quoteAt`, without looking for replacement fields. A one-line literal that is not
 * closed ends with its line and gives back what looks like the code behind it. `careful` texts are known to have
 * an odd triple quote somewhere.
 */
export function scanString(source: Source, quoteAt: number, careful: boolean): StringEnd {
  const quote = source.bytes[quoteAt]!;
  if (isTriple(source.bytes, quoteAt, quote)) scanTriple(source, quoteAt, quote, careful);
  else scanLine(source, quoteAt, quote);
  return found;
}

/** Whether three quotes stand here. */
export function isTriple(bytes: Uint8Array, at: number, quote: number): boolean {
  return bytes[at] === quote && bytes[at + 1] === quote && bytes[at + 2] === quote;
}

/** The first unit after a backslash and what it escapes; a line end of two units is one thing. */
export function afterEscape(bytes: Uint8Array, backslash: number, length: number): number {
  const two = bytes[backslash + 1] === 13 && bytes[backslash + 2] === 10 ? 3 : 2;
  return Math.min(backslash + two, length);
}

function scanLine(source: Source, quoteAt: number, quote: number): void {
  const { bytes, length } = source;
  found.flags = Flag.Decode;
  for (let i = quoteAt + 1; ;) {
    const c = bytes[i]!;
    if (c === quote) {
      found.end = i + 1;
      return;
    }
    if (c === 10 || c === 13 || (c === 0 && i >= length)) {
      found.end = giveBack(source, quoteAt + 1, i);
      found.flags |= Flag.Unterminated;
      return;
    }
    i = c === BACKSLASH ? afterEscape(bytes, i, length) : i + 1;
  }
}

function scanTriple(source: Source, quoteAt: number, quote: number, careful: boolean): void {
  const { bytes, length } = source;
  found.flags = Flag.Decode | Flag.Triple;
  const close = careful && source.searched > MOST_SEARCHES * length ? length : closeOfTriple(source, quoteAt, quote);
  source.searched += close - quoteAt;
  found.end = close + 3;
  if (close < length && (!careful || isPlausible(source, quoteAt, close))) return;
  found.flags |= Flag.Unterminated;
  found.end = careful ? giveBack(source, quoteAt + 3, lineEnd(bytes, quoteAt + 3, length)) : length;
}

/** How often a careful reading may look through the text for closing quotes, all searches taken together. */
const MOST_SEARCHES = 8;

/** Where the three closing quotes begin; the length of the text if they are missing. */
function closeOfTriple(source: Source, quoteAt: number, quote: number): number {
  const { text, bytes, length } = source;
  // The engine's own search is much faster than a loop. It knows no escapes, but they are rare.
  const close = text.indexOf(quote === QUOTE ? '"""' : "'''", quoteAt + 3);
  const end = close < 0 ? length : close;
  for (let i = nextBackslash(source, quoteAt + 3); i < end; i = nextBackslash(source, i)) {
    i = afterEscape(bytes, i, length);
    if (i > end) return closeBehindEscape(bytes, i, length, quote);
  }
  return end;
}

/** Finds the next backslash; over the whole text, the searches come to one pass. */
function nextBackslash(source: Source, from: number): number {
  if (source.backslash < from) {
    const found = source.text.indexOf('\\', from);
    source.backslash = found < 0 ? source.length : found;
  }
  return source.backslash;
}

function closeBehindEscape(bytes: Uint8Array, from: number, length: number, quote: number): number {
  for (let i = from; i < length;) {
    const c = bytes[i]!;
    if (c === quote && isTriple(bytes, i, quote)) return i;
    i = c === BACKSLASH ? afterEscape(bytes, i, length) : i + 1;
  }
  return length;
}

/**
 * Lines that prose hardly has: if a triple-quoted string holds one, its opening quotes may really be closing ones. To the
 * expression, Unicode's line and paragraph separators begin a line too, so they have to end what it passes over.
 */
const CODE_LINE =
  /^(?:class \w+|def \w+\(|import \w+|from [\w.]+ import |[A-Za-z_]\w*(?: *:[^=\n\r\u2028\u2029]*| *)= *[[{(]|[ \t]+"[^"\n\r\u2028\u2029]*": *[{["'])/m;

/** Whether the quotes at `open` and `close` can belong together, in a text where some do not. */
function isPlausible({ text, bytes }: Source, open: number, close: number): boolean {
  if (IN_NAME[bytes[close + 3]!] === 1) return false;
  const isFormat = open > 0 && (bytes[open - 1]! | 32) === 102;
  return isFormat || !CODE_LINE.test(text.slice(open + 3, close));
}

/** Where the line that holds an offset ends, before its line break. */
export function lineEnd(bytes: Uint8Array, from: number, length: number): number {
  let i = from;
  while (i < length && bytes[i] !== 10 && bytes[i] !== 13) i++;
  return i;
}

/** Where a literal that lacks its closing quote ends: before the punctuation, and a comment, that end the line. */
function giveBack(source: Source, from: number, lineEnds: number): number {
  const { bytes } = source;
  for (let i = from; i < lineEnds; i++) {
    if (bytes[i] !== HASH) continue;
    const end = beforePunctuation(bytes, from, i);
    if (end < i && bytes[i - 1] === 32 && hasPunctuation(bytes, end, i)) return end;
  }
  return beforePunctuation(bytes, from, lineEnds);
}

function beforePunctuation(bytes: Uint8Array, from: number, to: number): number {
  let end = to;
  while (end > from && isPunctuation(bytes[end - 1]!)) end--;
  return end;
}

function hasPunctuation(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (bytes[i]! > 32) return true;
  return false;
}

/** Space, tab, and `, : ( ) [ ] { }`. */
function isPunctuation(c: number): boolean {
  switch (c) {
    case 32:
    case 9:
    case 44:
    case 58:
    case 40:
    case 41:
    case 91:
    case 93:
    case 123:
    case 125:
      return true;
    default:
      return false;
  }
}

/** Whether a code is that of a single or double quote. */
export function isQuote(c: number): boolean {
  return c === QUOTE || c === 39;
}

/**
 * A text as one byte per UTF-16 unit: ASCII as it is, anything else as `WIDE`. Reading bytes is several times faster than
 * reading a string, and offsets stay those of the string. Behind the text stand at least eight zeros, so that
 * looking ahead needs no check.
 */
export interface Source {
  readonly text: string;
  readonly length: number;
  readonly bytes: Uint8Array;
  /** Where the next backslash stands, behind the last place that was asked for. */
  backslash: number;
  /** How many characters were looked through for closing quotes. */
  searched: number;
}

/** Stands in the bytes of a text for a character beyond ASCII. */
export const WIDE = 0xff;

/** What kind of token a character starts. */
export const Char = {
  Bad: 0,
  Space: 1,
  Newline: 2,
  Name: 3,
  Digit: 4,
  Quote: 5,
  Hash: 6,
  Backslash: 7,
  Open: 8,
  Close: 9,
  Comma: 10,
  Colon: 11,
  Dot: 12,
  Operator: 13,
  End: 14,
} as const;

/** `Char` by byte. */
export const CLASS = classes();

/** 1 for bytes that may go on in a name, by byte. */
export const IN_NAME = Uint8Array.from(CLASS, c => (c === Char.Name || c === Char.Digit ? 1 : 0));

/** How many zeros stand behind a text. */
const LOOKAHEAD = 8;

const encoder = new TextEncoder();

/** How many bytes `sourceOf` needs for a text of a length. */
export function bytesNeeded(length: number): number {
  return length + LOOKAHEAD;
}

/** Writes the bytes of `text` into `bytes`, which has `bytesNeeded` at least. */
export function sourceOf(text: string, bytes = new Uint8Array(bytesNeeded(text.length))): Source {
  const { length } = text;
  const { read, written } = encoder.encodeInto(text, bytes.subarray(0, length));
  if (read !== length || written !== length) encodeWide(text, bytes.subarray(0, length));
  bytes.fill(0, length, bytesNeeded(length));
  return { text, length, bytes, backslash: -1, searched: 0 };
}

/** By way of DEL, so that the runtime does nearly all of it; a real DEL becomes another character that Python refuses. */
function encodeWide(text: string, bytes: Uint8Array): void {
  encoder.encodeInto(text.replaceAll('\x7f', '\x01').replace(/[\x80-\uffff]/g, '\x7f'), bytes);
  for (let at = bytes.indexOf(0x7f); at >= 0; at = bytes.indexOf(0x7f, at + 1)) bytes[at] = WIDE;
}

function classes(): Uint8Array {
  const table = new Uint8Array(256);
  const set = (characters: string, value: number): void => {
    for (const character of characters) table[character.charCodeAt(0)] = value;
  };
  set(' \t\f', Char.Space);
  set('\n\r', Char.Newline);
  set('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_', Char.Name);
  table[WIDE] = Char.Name;
  set('0123456789', Char.Digit);
  set('"\'', Char.Quote);
  set('#', Char.Hash);
  set('\\', Char.Backslash);
  set('([{', Char.Open);
  set(')]}', Char.Close);
  set(',', Char.Comma);
  set(':', Char.Colon);
  set('.', Char.Dot);
  set('=+-*/%@&|^~<>!;', Char.Operator);
  table[0] = Char.End;
  return table;
}

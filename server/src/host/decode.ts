import { isAscii, isUtf8 } from 'node:buffer';

/** Why a text could not be read completely. `offset` is the UTF-16 offset in the text at which the problem begins. */
export interface Unreadable {
  readonly message: string;
  readonly offset: number;
  /** Set if the machine was short of a resource, such as open files, so that reading again may succeed. */
  readonly mayPass?: true;
}

/**
 * Turns bytes into text as Python and the YAML loaders do: UTF-8, with or without a byte order mark, else the coding
 * that a Python text declares (PEP 263). Anything else is said, and what can be made out is kept.
 */
export function decode(bytes: Buffer): { text: string; unreadable?: Unreadable } {
  if (isAscii(bytes)) return { text: bytes.toString('latin1') };
  const body = bytes.subarray(0, 3).equals(UTF8_MARK) ? bytes.subarray(3) : bytes;
  if (isUtf8(body)) return { text: body.toString('utf8') };
  const utf16 = UTF16_MARKS.find(({ mark }) => bytes.subarray(0, 2).equals(mark));
  if (utf16 !== undefined) {
    const text = new TextDecoder(utf16.coding).decode(bytes);
    return {
      text,
      unreadable: { message: 'This file is UTF-16, and it is loaded as UTF-8: loading it fails', offset: 0 },
    };
  }
  return inDeclaredCoding(body) ?? withReplacements(body, bytes.length - body.length);
}

const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const UTF16_MARKS = [
  { mark: Buffer.from([0xff, 0xfe]), coding: 'utf-16le' },
  { mark: Buffer.from([0xfe, 0xff]), coding: 'utf-16be' },
];

function inDeclaredCoding(bytes: Buffer): { text: string } | undefined {
  const head = bytes.subarray(0, 400).toString('latin1');
  const coding = /^(?:[ \t\f]*(?:#[^\r\n]*)?\r?\n)?[ \t\f]*#[^\r\n]*?coding[:=][ \t]*([-\w.]+)/.exec(head)?.[1];
  if (coding === undefined) return undefined;
  try {
    return { text: new TextDecoder(labelOf(coding), { fatal: true }).decode(bytes) };
  } catch {
    return undefined;
  }
}

/** Python's names of codings are a few more than the Web's. */
function labelOf(coding: string): string {
  const label = coding.toLowerCase().replace(/_/g, '-');
  return /^(iso-)?latin-1(-|$)/.test(label) ? 'latin1' : label;
}

/** `markSize` bytes stood before `bytes` in the file. */
function withReplacements(bytes: Buffer, markSize: number): { text: string; unreadable: Unreadable } {
  const at = firstInvalid(bytes);
  const before = bytes.subarray(0, at).toString('utf8');
  const line = before.split(/\r\n|\r|\n/).length;
  const byte = `0x${bytes[at]!.toString(16).padStart(2, '0')}`;
  const message = `This file is not UTF-8 (byte ${byte} at offset ${markSize + at}, in line ${line}): loading it fails`;
  return { text: bytes.toString('utf8'), unreadable: { message, offset: before.length } };
}

/**
 * The offset of the first byte that is not UTF-8, by bisection: it lies behind each prefix that is valid up to a cut
 * character.
 */
function firstInvalid(bytes: Buffer): number {
  let good = 0;
  let bad = bytes.length;
  while (good + 1 < bad) {
    const middle = (good + bad) >> 1;
    if (isUtf8(bytes.subarray(0, lastCharacter(bytes, middle)))) good = middle;
    else bad = middle;
  }
  return lastCharacter(bytes, good);
}

/** The start of the character that `end` cuts, or `end` where it cuts none. */
function lastCharacter(bytes: Buffer, end: number): number {
  for (let at = end - 1; at >= Math.max(0, end - 3); at--) {
    const byte = bytes[at]!;
    if (byte < 0x80) return end;
    if (byte >= 0xc0) return at + lengthOf(byte) > end ? at : end;
  }
  return end;
}

function lengthOf(lead: number): number {
  return lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
}

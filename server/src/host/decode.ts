import { isAscii, isUtf8 } from 'node:buffer';
import { codingCookie, encodingRefusal, isPlainUtf8, pythonCodec, type Cookie } from '../base/python-encoding';
import { decodeAs } from './decode-python';
import { escapeUtf8 } from './escape-utf8';

/** Why a text could not be read completely. `offset` is the UTF-16 offset in the text at which the problem begins. */
export interface Unreadable {
  readonly message: string;
  readonly offset: number;
  /** Set if the machine was short of a resource, such as open files, so that reading again may succeed. */
  readonly mayPass?: true;
  /** Set if the bytes were read and whoever loads the file refuses them, so that it is known that nothing of it is loaded. */
  readonly isRefused?: true;
}

interface DecodedFile {
  readonly text: string;
  readonly unreadable?: Unreadable;
}

/**
 * Turns the bytes of a file into text as those do who load it: Python code as `compile` does (PEP 263), everything else as UTF-8, with or
 * without a byte order mark. Bytes that are none become lone surrogates.
 */
export function decode(path: string, bytes: Buffer): DecodedFile {
  const hasMark = bytes.subarray(0, 3).equals(UTF8_MARK);
  const hasTwo = hasMark && bytes.subarray(3, 6).equals(UTF8_MARK);
  // Readers of YAML take one mark off a text, as PyYAML does: where there are two, both stay, so that the second one is part of the first key.
  const body = hasMark && (!hasTwo || path.endsWith('.py')) ? bytes.subarray(3) : bytes;
  if (hasTwo && path.endsWith('.py')) return { text: escapeUtf8(body), unreadable: refused(SECOND_MARK, 0) };
  const cookie = path.endsWith('.py') ? codingCookie(body.toString('latin1', 0, LONGEST_HEAD)) : undefined;
  if (cookie !== undefined && !isPlainUtf8(cookie.name) && encodingRefusal(cookie.name) === undefined)
    return hasMark ? markedOtherwise(body, cookie) : inDeclaredCoding(body, cookie);
  const utf16 = UTF16_BEGINNINGS.find(each => each.isAt(bytes));
  if (utf16 !== undefined) {
    const text = new TextDecoder(utf16.coding).decode(bytes);
    return { text, unreadable: refused('This file is UTF-16, and it is loaded as UTF-8: loading it fails', 0) };
  }
  if (isAscii(body)) return { text: body.toString('latin1') };
  if (isUtf8(body)) return { text: body.toString('utf8') };
  const text = escapeUtf8(body);
  // What Python makes of bytes that are no UTF-8 depends on where in the text they stand: the reader of the text says it.
  return path.endsWith('.py') ? { text } : { text, unreadable: notUtf8(text, bytes.length - body.length) };
}

/** How far, in bytes, the two lines are looked for that may declare an encoding. */
const LONGEST_HEAD = 10_000;
const SECOND_MARK = 'This file begins with two byte order marks, and Python takes one';
const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
/** A mark, or two characters of ASCII, each with a null byte that nothing else begins with. */
const UTF16_BEGINNINGS: readonly { readonly coding: string; readonly isAt: (bytes: Buffer) => boolean }[] = [
  { coding: 'utf-16le', isAt: bytes => (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[1] === 0 && bytes[3] === 0) },
  { coding: 'utf-16be', isAt: bytes => (bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0 && bytes[2] === 0) },
];

function refused(message: string, offset: number): Unreadable {
  return { message, offset, isRefused: true };
}

function markedOtherwise(body: Buffer, { name, span }: Cookie): DecodedFile {
  const message = `The byte order mark says that this file is UTF-8, this says '${name}': Python refuses it`;
  return { text: escapeUtf8(body), unreadable: refused(message, span.start) };
}

function inDeclaredCoding(body: Buffer, { name, span }: Cookie): DecodedFile {
  const codec = pythonCodec(name) ?? '';
  const decoded = codec === 'utf_8' && !isUtf8(body) ? { invalidAt: 0 } : decodeAs(codec, body);
  if (decoded === 'letters') return { text: body.toString('latin1').replace(/[\x80-\xff]/g, '\uFFFD') };
  if (decoded === 'cannot tell')
    return { text: '', unreadable: { message: `The encoding '${name}' of this file is not read here`, offset: 0 } };
  if ('text' in decoded) return decoded;
  const text = codec === 'utf_8' ? escapeUtf8(body) : body.toString('latin1');
  const message = `This file is not in the encoding '${name}' that it declares: Python refuses it`;
  return { text, unreadable: refused(message, codec === 'utf_8' ? span.start : decoded.invalidAt) };
}

/** `markSize` bytes stand before the text in the file. */
function notUtf8(text: string, markSize: number): Unreadable {
  const offset = text.search(LONE_SURROGATE);
  const byte = (text.charCodeAt(offset) - 0xdc00).toString(16);
  const before = text.slice(0, offset);
  const line = before.split(/\r\n|\r|\n/).length;
  const place = `byte 0x${byte} at offset ${markSize + Buffer.byteLength(before)}, in line ${line}`;
  return refused(`This file is not UTF-8 (${place}): loading it fails`, offset);
}

const LONE_SURROGATE = /(?<![\ud800-\udbff])[\udc80-\udcff]/;

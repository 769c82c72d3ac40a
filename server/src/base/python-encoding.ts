import { NO_TEXT, PYTHON_CODECS, UNLIKE_ASCII } from './python-codecs';
import type { Span } from './text';

/** The encoding that a Python text declares in a comment of its first two lines (PEP 263). */
export interface Cookie {
  readonly name: string;
  /** Where the name stands. */
  readonly span: Span;
}

/** The first is found, as in CPython's `get_coding_spec`: of line 2 only where line 1 holds nothing but a comment. */
export function codingCookie(text: string): Cookie | undefined {
  const head = text.slice(0, LONGEST_HEAD);
  const firstEnd = lineEnd(head, 0);
  const first = cookieIn(head, 0, firstEnd);
  if (first !== undefined || !/^[ \t\f]*(?:#|$)/.test(head.slice(0, firstEnd))) return first;
  const second = head.startsWith('\r\n', firstEnd) ? firstEnd + 2 : firstEnd + 1;
  return cookieIn(head, second, lineEnd(head, second));
}

const LONGEST_HEAD = 10_000;

function lineEnd(text: string, from: number): number {
  const end = text.slice(from).search(/[\r\n]/);
  return end < 0 ? text.length : from + end;
}

function cookieIn(text: string, from: number, end: number): Cookie | undefined {
  const line = text.slice(from, end);
  if (!/^[ \t\f]*#/.test(line)) return undefined;
  const found = /coding[:=][ \t]*([-\w.]+)/.exec(line);
  const name = found?.[1];
  if (found === null || name === undefined) return undefined;
  const start = from + found.index + found[0].length - name.length;
  return { name, span: { start, end: start + name.length } };
}

/** Whether a text in the encoding of that name is read byte by byte as UTF-8, and so may hold anything in comments (`get_normal_name`). */
export function isPlainUtf8(name: string): boolean {
  return /^utf-8(?:-|$)/.test(name.slice(0, 12).toLowerCase().replaceAll('_', '-'));
}

/** The name of Python's codec for an encoding; nothing where there is none. */
export function pythonCodec(name: string): string | undefined {
  if (/^(?:latin-1|iso-8859-1|iso-latin-1)(?:-|$)/.test(name.slice(0, 12).toLowerCase().replaceAll('_', '-')))
    return 'latin_1';
  const normal = name.toLowerCase().replace(/[^0-9a-z.]+/g, '_');
  const asked = [normal, normal.replaceAll('.', '_')];
  const line = lines().find(names => asked.some(each => names.includes(each)));
  return line?.[0];
}

function lines(): string[][] {
  return PYTHON_CODECS.trim()
    .split('\n')
    .map(line => line.split(' '));
}

/** Why Python refuses every file that declares an encoding, in words; nothing where it depends on the file. */
export function encodingRefusal(name: string): string | undefined {
  if (isPlainUtf8(name)) return undefined;
  const codec = pythonCodec(name);
  if (codec === undefined) return `Python knows no encoding '${name}'`;
  if (NO_TEXT.split(' ').includes(codec)) return `'${name}' is no encoding of texts`;
  return UNLIKE_ASCII.split(' ').includes(codec) ? `No text that says so is in the encoding '${name}'` : undefined;
}

/** Encodings of one byte for each letter, ASCII being their first half, of whose other half no table is here. */
export const LETTERS_UNREAD: ReadonlySet<string> = new Set([
  'cp1006', 'cp1125', 'cp437', 'cp720', 'cp737', 'cp775', 'cp850', 'cp852', 'cp855', 'cp857', 'cp858', 'cp860', 'cp861', 'cp862', 'cp863',
  'cp865', 'cp869', 'cp874', 'hp_roman8', 'iso8859_9', 'iso8859_11', 'iso8859_16', 'koi8_t', 'kz1048', 'mac_croatian', 'mac_farsi',
  'mac_greek', 'mac_iceland', 'mac_latin2', 'mac_romanian', 'mac_turkish', 'palmos', 'ptcp154', 'tis_620',
]); // prettier-ignore

/** The encoding that a text declares, if letters of the text could not be read in it and stand there as U+FFFD. */
export function encodingNotRead(text: string): Cookie | undefined {
  const cookie = text.includes('\uFFFD') ? codingCookie(text) : undefined;
  return cookie !== undefined && LETTERS_UNREAD.has(pythonCodec(cookie.name) ?? '') ? cookie : undefined;
}

import { defined } from '../../base/defined';
import type { Problems } from './problems';
import type { Source } from './source';
import { lineEnd } from './strings';

const SPACE = 32;

/** The end of the line at `at` if it is one that a merge tool left for people to resolve, else `at`. */
export function markerEnd(bytes: Uint8Array, at: number, length: number): number {
  for (let i = 1; i < 7; i++) if (bytes[at + i] !== bytes[at]) return at;
  return bytes[at + 7]! <= SPACE ? lineEnd(bytes, at, length) : at;
}

/**
 * How far the characters from `start` up to `end` can be a name. Those that cannot are reported, and become spaces in
 * the bytes, so that nobody looks at them twice. Characters that this machine does not know are let pass: Python may.
 */
export function nameEnd(source: Source, start: number, end: number, problems: Problems): number {
  const { text, bytes } = source;
  let good = end;
  for (let i = start; i < end;) {
    const code = defined(text.codePointAt(i), 'a character of the name');
    const size = code > 0xffff ? 2 : 1;
    if (code >= 128 && !mayBeInName(String.fromCodePoint(code), i === start)) {
      problems.add('character', i, i + size, strayCharacter(code));
      bytes.fill(SPACE, i, i + size);
      good = Math.min(good, i);
    }
    i += size;
  }
  return good;
}

function mayBeInName(character: string, isFirst: boolean): boolean {
  return isFirst ? /[\p{XID_Start}\p{Cn}]/u.test(character) : /[\p{XID_Continue}\p{Cn}]/u.test(character);
}

/** What is wrong with a character that no token starts with. */
export function strayCharacter(code: number): string {
  const hex = code.toString(16).toUpperCase().padStart(4, '0');
  const printed = /[\p{P}\p{S}]/u.test(String.fromCodePoint(code)) ? `\`${String.fromCodePoint(code)}\`` : `U+${hex}`;
  return `The character ${printed} cannot stand outside of strings and comments.`;
}

import { matchWith } from './glob';
import { codePointOf } from './text';

/**
 * Whether `text` as a whole fits `pattern`: `*` any text, `?` one character, `[A-Z0-9_]` one of a set, `[!a-z]` one that is
 * not in it; everything else stands for itself, an unclosed bracket too. For names in files we do not trust: no regular
 * expression is made, and a text takes steps in proportion to the length of both, whatever they are.
 */
export function matchesPattern(pattern: string, text: string): boolean {
  return matchWith(tokensOf(pattern), Array.from(text), token => token === '*', fits);
}

interface CharacterSet {
  readonly isNot: boolean;
  /** The first and the last code point of each range. */
  readonly ranges: readonly (readonly [number, number])[];
}

type Token = string | CharacterSet;

function fits(token: Token, character: string): boolean {
  if (typeof token === 'string') return token === '?' || token === character;
  const point = codePointOf(character);
  const isIn = token.ranges.some(([from, to]) => from <= point && point <= to);
  return isIn !== token.isNot;
}

function tokensOf(pattern: string): Token[] {
  const characters = Array.from(pattern);
  const tokens: Token[] = [];
  // Once a bracket is not closed, no later one is: looking for its end again and again would not be linear.
  const lastEnd = characters.lastIndexOf(']');
  let i = 0;
  for (let character = characters[i]; character !== undefined; character = characters[++i]) {
    const start = characters[i + 1] === '!' ? i + 2 : i + 1;
    const end = character === '[' && start < lastEnd ? characters.indexOf(']', start + 1) : -1;
    if (end < 0) tokens.push(character);
    else {
      tokens.push({ isNot: start === i + 2, ranges: rangesOf(characters.slice(start, end)) });
      i = end;
    }
  }
  return tokens;
}

function rangesOf(characters: readonly string[]): [number, number][] {
  const ranges: [number, number][] = [];
  let i = 0;
  for (let first = characters[i]; first !== undefined; first = characters[++i]) {
    const last = characters[i + 1] === '-' ? characters[i + 2] : undefined;
    ranges.push([codePointOf(first), codePointOf(last ?? first)]);
    if (last !== undefined) i += 2;
  }
  return ranges;
}

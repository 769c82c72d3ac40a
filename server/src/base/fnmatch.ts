import { matchWith } from './glob';

/**
 * Whether `text` as a whole fits `pattern`: `*` any text, `?` one character, `[A-Z0-9_]` one of a set, `[!a-z]` one that is
 * not in it; everything else stands for itself, an unclosed bracket too. For names in files we do not trust: no regular
 * expression is made, and a text takes steps in proportion to the length of both, whatever they are.
 */
export function matchesPattern(pattern: string, text: string): boolean {
  const tokens = tokensOf(pattern);
  const characters = Array.from(text);
  return matchWith(
    tokens.length,
    characters.length,
    t => tokens[t] === '*',
    (t, i) => fits(tokens[t]!, characters[i]!),
  );
}

interface CharacterSet {
  readonly isNot: boolean;
  /** The first and the last character of each range. */
  readonly ranges: readonly (readonly [string, string])[];
}

type Token = string | CharacterSet;

function fits(token: Token, character: string): boolean {
  if (typeof token === 'string') return token === '?' || token === character;
  const point = character.codePointAt(0)!;
  const isIn = token.ranges.some(([from, to]) => from.codePointAt(0)! <= point && point <= to.codePointAt(0)!);
  return isIn !== token.isNot;
}

function tokensOf(pattern: string): Token[] {
  const characters = Array.from(pattern);
  const tokens: Token[] = [];
  // Once a bracket is not closed, no later one is: looking for its end again and again would not be linear.
  const lastEnd = characters.lastIndexOf(']');
  for (let i = 0; i < characters.length; i++) {
    const start = characters[i + 1] === '!' ? i + 2 : i + 1;
    const end = characters[i] === '[' && start < lastEnd ? characters.indexOf(']', start + 1) : -1;
    if (end < 0) tokens.push(characters[i]!);
    else {
      tokens.push({ isNot: start === i + 2, ranges: rangesOf(characters.slice(start, end)) });
      i = end;
    }
  }
  return tokens;
}

function rangesOf(characters: readonly string[]): [string, string][] {
  const ranges: [string, string][] = [];
  for (let i = 0; i < characters.length; i++) {
    const isRange = characters[i + 1] === '-' && i + 2 < characters.length;
    ranges.push([characters[i]!, characters[isRange ? i + 2 : i]!]);
    if (isRange) i += 2;
  }
  return ranges;
}

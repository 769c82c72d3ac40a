import type { Span } from '../../base/text';
import { Problems } from './problems';
import { sourceOf } from './source';
import { tokenize } from './tokenize';
import { createTokens, Token, type Tokens } from './tokens';

/** Where `name` stands as an identifier, annotations included; never in strings or comments. */
export function identifiers(text: string, name: string): Span[] {
  if (!text.includes(name)) return [];
  const tokens = tokensOf(text);
  const found: Span[] = [];
  for (let i = 0; i < tokens.count; i++)
    if (tokens.kind[i] === Token.Name) addParts(text, tokens.start[i]!, tokens.end[i]!, name, found);
  return found;
}

/** Where any of `names` stands as an identifier, in the order of the text. */
export function* identifiersAmong(text: string, names: ReadonlySet<string>): Iterable<Span> {
  const tokens = tokensOf(text);
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.kind[i] !== Token.Name) continue;
    const start = tokens.start[i]!;
    for (const { 0: part, index } of text.slice(start, tokens.end[i]).matchAll(PARTS))
      if (names.has(part)) yield { start: start + index, end: start + index + part.length };
  }
}

function tokensOf(text: string): Tokens {
  const tokens = createTokens(text.length + 16);
  const { runaway } = tokenize(sourceOf(text), tokens, new Problems(), false);
  if (runaway) tokenize(sourceOf(text), tokens, new Problems(), true);
  return tokens;
}

/** A dotted name is one token: each of its parts counts. */
function addParts(text: string, start: number, end: number, name: string, found: Span[]): void {
  for (let at = text.indexOf(name, start); at >= 0 && at + name.length <= end; at = text.indexOf(name, at + 1)) {
    const isPart =
      (at === start || !PART.test(text.charAt(at - 1))) &&
      !PART.test(text.slice(at + name.length, at + name.length + 1));
    if (isPart) found.push({ start: at, end: at + name.length });
  }
}

const PART = /[\p{L}\p{N}_]/u;
const PARTS = /[^.\s\\]+/g;

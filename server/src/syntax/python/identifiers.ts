import type { Span } from '../../base/text';
import { Problems } from './problems';
import { sourceOf } from './source';
import { tokenize } from './tokenize';
import { createTokens, Token } from './tokens';

/** Where `name` stands as an identifier, annotations included; never in strings or comments. */
export function identifiers(text: string, name: string): Span[] {
  if (!text.includes(name)) return [];
  const tokens = createTokens(text.length + 16);
  const { runaway } = tokenize(sourceOf(text), tokens, new Problems(), false);
  if (runaway) tokenize(sourceOf(text), tokens, new Problems(), true);
  const found: Span[] = [];
  for (let i = 0; i < tokens.count; i++)
    if (tokens.kind[i] === Token.Name) addParts(text, tokens.start[i]!, tokens.end[i]!, name, found);
  return found;
}

/** A dotted name is one token: each of its parts counts. */
function addParts(text: string, start: number, end: number, name: string, found: Span[]): void {
  for (let at = text.indexOf(name, start); at >= 0 && at + name.length <= end; at = text.indexOf(name, at + 1)) {
    const isPart =
      (at === start || !PART.test(text[at - 1]!)) && !PART.test(text.slice(at + name.length, at + name.length + 1));
    if (isPart) found.push({ start: at, end: at + name.length });
  }
}

const PART = /[\p{L}\p{N}_]/u;

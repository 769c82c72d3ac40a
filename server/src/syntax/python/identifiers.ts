import type { Span } from '../../base/text';
import { Problems } from './problems';
import { sourceOf } from './source';
import { tokenize } from './tokenize';
import { createTokens, Token } from './tokens';

/** Where `name` stands as an identifier of its own or behind a dot, annotations included; never in strings or comments. */
export function identifiers(text: string, name: string): Span[] {
  if (!text.includes(name)) return [];
  const tokens = createTokens(text.length + 16);
  const { runaway } = tokenize(sourceOf(text), tokens, new Problems(), false);
  if (runaway) tokenize(sourceOf(text), tokens, new Problems(), true);
  const found: Span[] = [];
  for (let i = 0; i < tokens.count; i++) {
    const [start, end] = [tokens.start[i]!, tokens.end[i]!];
    if (tokens.kind[i] === Token.Name && end - start === name.length && text.startsWith(name, start))
      found.push({ start, end });
  }
  return found;
}

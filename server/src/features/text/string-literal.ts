import { groupOf, type Span } from '../../base/text';
import { languageOf } from './literal-style';

/**
 * Whether the text at `span` is one that no other extension of the editor answers for: anything in YAML, but only
 * strings in Python, where names belong to the Python extension.
 */
export function isYamlOrString(path: string, text: string, span: Span): boolean {
  return languageOf(path) === 'yaml' || OPENING.test(text.slice(span.start, span.start + 3));
}

/** The span without the quotes around it; as it is where there are none, or not one pair of them. */
export function withoutQuotes(text: string, span: Span): Span {
  const literal = /^([a-zA-Z]{0,2})("""|'''|"|')([^]*)\2$/.exec(text.slice(span.start, span.end));
  if (literal === null) return span;
  const [prefix, quote] = [groupOf(literal, 1), groupOf(literal, 2)];
  return { start: span.start + prefix.length + quote.length, end: span.end - quote.length };
}

const OPENING = /^[a-zA-Z]{0,2}["']/;

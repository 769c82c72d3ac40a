import { groupOf } from '../../base/text';
import type { Span } from '../../base/text';
import { isList, isMapping, isUnknown, type Value } from '../../model/value';

/** How a file writes literals: its language, by the name of the file, and its quotes. */
export interface LiteralStyle {
  readonly language: 'python' | 'yaml';
  /** The quote of strings. Absent in YAML if neighbouring strings have no quotes. */
  readonly quote: '"' | "'" | undefined;
}

/** The language that literals of a file are written in. Only two are edited, so whatever is not Python is taken for YAML. */
export function languageOf(path: string): LiteralStyle['language'] {
  return /\.pyi?$/.test(path) ? 'python' : 'yaml';
}

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

/** The style of the string that begins at the offset `near`, such as the key of a neighbour. */
export function styleAt(path: string, text: string, near: number | undefined): LiteralStyle {
  const quote = near === undefined ? undefined : text[near];
  const isQuote = quote === '"' || quote === "'";
  const language = languageOf(path);
  return { language, quote: isQuote ? quote : language === 'python' ? '"' : undefined };
}

/** A value on one line. Returns undefined for a value that is decided at run time, since its text is not known. */
export function writeValue(value: Value, style: LiteralStyle): string | undefined {
  if (isUnknown(value)) return undefined;
  if (typeof value === 'string') return writeString(value, style);
  if (value === null || typeof value === 'boolean') return writeWord(value, style);
  if (typeof value === 'number') return String(value);
  if (isList(value)) {
    const items = value.map(item => writeValue(item, style));
    return items.includes(undefined) ? undefined : `[${items.join(', ')}]`;
  }
  return isMapping(value) ? writeMapping(value, style) : undefined;
}

/** The literal of a string. The quotes of the style give way to double ones where the text could not stand between them. */
export function writeString(value: string, { language, quote }: LiteralStyle): string {
  if (quote === undefined && isPlain(value)) return value;
  const escaped = JSON.stringify(value).slice(1, -1);
  if (quote === "'" && !/[\\']/.test(escaped)) return `'${escaped}'`;
  if (quote === "'" && language === 'python') return `'${escaped.replace(/\\"/g, '"').replace(/'/g, "\\'")}'`;
  return `"${escaped}"`;
}

/**
 * The change that makes `text`, a name or the literal of a string, say `value`. It keeps the quotes that are there, and
 * adds none where there are none, if `value` can be written so. `span` counts from the beginning of `text`.
 */
export function rewriteLiteral(
  text: string,
  value: string,
  style: LiteralStyle,
): { readonly span: Span; readonly text: string } {
  const whole = { start: 0, end: text.length };
  const literal = /^([rRuUbBfF]{0,2})("""|'''|"|')([^]*)\2$/.exec(text);
  if (literal === null) {
    const isName = style.language === 'python' || isPlain(value);
    return { span: whole, text: isName ? value : writeString(value, { ...style, quote: '"' }) };
  }
  const [prefix, quote, content] = [groupOf(literal, 1), groupOf(literal, 2), groupOf(literal, 3)];
  if (content.includes(quote) || /['"\\{}\n\r]/.test(value))
    return { span: whole, text: writeString(value, { ...style, quote: quote[0] as '"' | "'" }) };
  const start = prefix.length + quote.length;
  return { span: { start, end: text.length - quote.length }, text: value };
}

function writeWord(value: boolean | null, { language }: LiteralStyle): string {
  if (language === 'yaml') return String(value);
  return value === null ? 'None' : value ? 'True' : 'False';
}

function writeMapping(value: ReadonlyMap<string, Value>, style: LiteralStyle): string | undefined {
  const pairs: string[] = [];
  for (const [key, each] of value) {
    const written = writeValue(each, style);
    if (written === undefined) return undefined;
    pairs.push(`${writeString(key, style)}: ${written}`);
  }
  return `{${pairs.join(', ')}}`;
}

/** Whether YAML reads the text as this very string without quotes, also inside brackets. */
function isPlain(value: string): boolean {
  return /^[A-Za-z_][\w./-]*( [\w./-]+)*$/.test(value) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(value);
}

const OPENING = /^[a-zA-Z]{0,2}["']/;

import type { Span } from '../../base/text';
import { isList, isMapping, isUnknown, type Value } from '../../model/value';

/** How a file writes its values; decided by its name. */
export interface Style {
  readonly language: 'python' | 'yaml';
  /** For strings; in YAML, absent where the text's neighbours go without. */
  readonly quote: '"' | "'" | undefined;
}

export function languageOf(path: string): Style['language'] {
  return /\.pyi?$/.test(path) ? 'python' : 'yaml';
}

/** The style of the string at `near`, such as the key of a neighbour. */
export function styleAt(path: string, text: string, near: number | undefined): Style {
  const quote = near === undefined ? undefined : text[near];
  const isQuote = quote === '"' || quote === "'";
  const language = languageOf(path);
  return { language, quote: isQuote ? quote : language === 'python' ? '"' : undefined };
}

/** A value on one line; nothing where it is decided at run time, since its text is not known. */
export function writeValue(value: Value, style: Style): string | undefined {
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

export function writeString(value: string, { language, quote }: Style): string {
  if (quote === undefined && isPlain(value)) return value;
  const escaped = JSON.stringify(value).slice(1, -1);
  if (quote === "'" && !/[\\']/.test(escaped)) return `'${escaped}'`;
  if (quote === "'" && language === 'python') return `'${escaped.replace(/\\"/g, '"').replace(/'/g, "\\'")}'`;
  return `"${escaped}"`;
}

/**
 * What to put in place of `text`, a name or the literal of a string, so that it says `value` in the way it did: inside
 * the quotes that are there, or without, where it had none.
 */
export function rewrite(text: string, value: string, style: Style): { readonly span: Span; readonly text: string } {
  const whole = { start: 0, end: text.length };
  const literal = /^([rRuUbBfF]{0,2})("""|'''|"|')([^]*)\2$/.exec(text);
  if (literal === null) {
    const isName = style.language === 'python' || isPlain(value);
    return { span: whole, text: isName ? value : writeString(value, { ...style, quote: '"' }) };
  }
  const [, prefix, quote, content] = literal as unknown as [string, string, string, string];
  if (content.includes(quote) || /['"\\{}\n\r]/.test(value))
    return { span: whole, text: writeString(value, { ...style, quote: quote[0] as '"' | "'" }) };
  const start = prefix.length + quote.length;
  return { span: { start, end: text.length - quote.length }, text: value };
}

function writeWord(value: boolean | null, { language }: Style): string {
  if (language === 'yaml') return String(value);
  return value === null ? 'None' : value ? 'True' : 'False';
}

function writeMapping(value: ReadonlyMap<string, Value>, style: Style): string | undefined {
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

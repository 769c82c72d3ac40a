import type { Span } from '../../base/text';
import { isMapping, type Value } from '../../model/value';
import {
  commentAfter,
  indentBefore,
  indentOfLine,
  isBlank,
  lineEnd,
  lineStart,
  skipSpaceAndComments,
} from '../text/text-layout';
import { writeString, writeValue, type LiteralStyle } from '../text/literal-style';

/** An entry of a mapping as text, without its comma, and the comments that belong to it. */
export interface EntryText {
  /** The comment lines above it, without indentation. */
  readonly above: readonly string[];
  /** May have several lines, those after the first with their indentation. */
  readonly code: string;
  /** The comment at the end of its last line; may be empty. */
  readonly comment: string;
  /** The indentation that the lines of `code` are written for. */
  readonly indent: string;
}

/** The layout of an entry: its indentation, how much further its fields are indented, and the line end. */
export interface EntryLayout {
  readonly indent: string;
  readonly unit: string;
  readonly eol: string;
}

/** The entry at `span`, taken out of a text together with the comments right above and after it. */
export function takeEntry(text: string, span: Span): EntryText & { readonly start: number } {
  const comma = skipSpaceAndComments(text, span.end);
  const lines = commentsAbove(text, span.start);
  return {
    start: lines.start,
    above: lines.comments,
    code: text.slice(span.start, span.end),
    comment: commentAfter(text, text[comma] === ',' ? comma + 1 : span.end),
    indent: indentOfLine(text, span.start),
  };
}

/** A new entry, in which a mapping has several lines. Returns undefined if a value is only known at run time. */
export function writeEntry(
  name: string,
  value: Value,
  style: LiteralStyle,
  { indent, unit, eol }: EntryLayout,
): EntryText | undefined {
  if (!isMapping(value) || value.size === 0) return writeInline(name, value, style);
  const key = writeString(name, style);
  const isPython = style.language === 'python';
  const lines: string[] = [];
  for (const [field, each] of value) {
    const written = writeValue(each, style);
    if (written === undefined) return undefined;
    lines.push(`${indent}${unit}${writeString(field, style)}: ${written}${isPython ? ',' : ''}`);
  }
  const code = [`${key}:${isPython ? ' {' : ''}`, ...lines, ...(isPython ? [`${indent}}`] : [])].join(eol);
  return { above: [], code, comment: '', indent };
}

/** A new entry on one line. Returns undefined if the value is only known at run time. */
export function writeInline(name: string, value: Value, style: LiteralStyle): EntryText | undefined {
  const written = writeValue(value, style);
  if (written === undefined) return undefined;
  return { above: [], code: `${writeString(name, style)}: ${written}`, comment: '', indent: '' };
}

/** The code of an entry for another indentation; lines within a long string stay as they are. */
export function reindent({ code, indent }: EntryText, to: string): string {
  if (indent === to || /"""|'''/.test(code)) return code;
  const [first, ...rest] = code.split('\n');
  return [first, ...rest.map(line => (line.startsWith(indent) ? to + line.slice(indent.length) : line))].join('\n');
}

/** The comment lines that end right above an offset that begins its line, and where the first of them begins. */
function commentsAbove(text: string, offset: number): { start: number; comments: string[] } {
  const comments: string[] = [];
  if (indentBefore(text, offset) === undefined) return { start: offset, comments };
  let start = lineStart(text, offset);
  while (start > 0) {
    const above = lineStart(text, text.startsWith('\r\n', start - 2) ? start - 2 : start - 1);
    const line = text.slice(above, lineEnd(text, above));
    if (isBlank(line) || !line.trimStart().startsWith('#')) break;
    comments.unshift(line.trim());
    start = above;
  }
  return { start, comments };
}

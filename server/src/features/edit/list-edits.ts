import type { Span } from '../../base/text';
import { Part, type Fact } from '../../model/fact';
import { isList, isMapping, type Value } from '../../model/value';
import type { EditTarget } from './fix-target';
import { removeItem } from './bracket-edits';
import {
  indentOfLine,
  isBlank,
  lineEnd,
  lineEnding,
  lineStart,
  nextLine,
  skipBack,
  skipSpaceAndComments,
} from '../text/text-layout';
import { writeString, writeValue, type LiteralStyle } from '../text/literal-style';
import { insert, remove, type TextEdit } from './text-edit';

/** Edits of YAML block lists (`- item`). All return undefined if they cannot be made. */

/** Adds an item after the last one of the list that is the value of a fact's first field. */
export function addItem({ workspace, text }: EditTarget, fact: Fact, value: Value): TextEdit[] | undefined {
  const key = workspace.span({ fact, part: Part.fieldName(0) });
  const list = workspace.span({ fact, part: Part.fieldValue(0) });
  if (key === undefined || list === undefined) return undefined;
  return appendListItem(text, { key, list: list.start === key.start ? undefined : list }, value);
}

/** Adds an item after the last one of a list, which may be empty, or absent behind its key. */
export function appendListItem(
  text: string,
  { key, list }: { readonly key: Span; readonly list: Span | undefined },
  value: Value,
): TextEdit[] | undefined {
  const eol = lineEnding(text);
  const style = listStyleOf(text);
  if (list === undefined || /^\[\s*\]$/.test(text.slice(list.start, list.end))) {
    const column = key.start - lineStart(text, key.start);
    const lines = itemLines(value, ' '.repeat(column) + style.list, style);
    if (lines === undefined) return undefined;
    const made = lines.map(line => eol + line).join('');
    if (list !== undefined) {
      const from = skipBack(text, list.start, /[ \t]/);
      return [{ span: { start: from, end: list.end }, text: made }];
    }
    return [insert(lineEnd(text, key.end), made)];
  }
  if (text[list.start] !== '-') return undefined;
  const lines = itemLines(value, ' '.repeat(list.start - lineStart(text, list.start)), style);
  const end = lineEnd(text, skipBack(text, list.end, /\s/));
  return lines && [insert(end, lines.map(line => eol + line).join(''))];
}

/**
 * Removes an item with its lines, or of a list in brackets with its comma; the span of an item begins after its dash. The only item of
 * a list without brackets leaves `[]` behind.
 */
export function removeListItem(text: string, item: Span | undefined): TextEdit[] | undefined {
  if (item === undefined) return undefined;
  if (',]'.includes(text[skipSpaceAndComments(text, item.end)] ?? ' ')) return removeBracketed(text, item);
  const start = lineStart(text, item.start);
  const before = text.slice(start, item.start);
  if (!/^[ \t]*-[ \t]+$/.test(before)) return undefined;
  const dash = before.indexOf('-');
  const end = nextLine(text, skipBack(text, item.end, /\s/));
  const parent = lineStart(text, skipBack(text, start, /\s/));
  const above = text.slice(parent, lineEnd(text, parent));
  const isFirst = /^[^#]*:[ \t]*$/.test(above) && columnOfKey(above) <= dash;
  if (!isFirst || isItem(text, end, dash)) return [remove(start, end)];
  return [insert(parent + above.trimEnd().length, ' []'), remove(start, end)];
}

/** Removes an item of a list in brackets. Returns undefined where a comment stands between it and the item before, and no comma behind it. */
function removeBracketed(text: string, item: Span): TextEdit[] | undefined {
  const before = skipBack(text, item.start, /\s/) - 1;
  const previous = text[before] === ',' ? skipBack(text, before, /\s/) : undefined;
  const isLast = text[skipSpaceAndComments(text, item.end)] !== ',';
  if (isLast && text[before] !== '[' && previous === undefined) return undefined;
  return removeItem(text, { span: item, from: item.start, previous: () => previous });
}

/** Whether the next line that is neither blank nor a comment is an item whose dash stands in `column`. */
function isItem(text: string, from: number, column: number): boolean {
  for (let at = from; at < text.length; at = nextLine(text, at)) {
    const line = text.slice(at, lineEnd(text, at));
    if (isBlank(line) || line.trimStart().startsWith('#')) continue;
    return indentOfLine(text, at).length === column && line[column] === '-';
  }
  return false;
}

/** The column of a line's key: after the dashes, if it is the first key of a list item. */
function columnOfKey(line: string): number {
  return line.length - line.replace(/^[ \t]*(?:-[ \t]+)*/, '').length;
}

/** How a file writes lists: with or without quotes, with dashes below the keys or indented further. */
interface ListStyle extends LiteralStyle {
  /** The spaces by which a dash is indented further than the key above it. */
  readonly list: '' | '  ';
}

function listStyleOf(text: string): ListStyle {
  const isAligned = /^([ \t]*)(?:- )?[\w-]+:[ \t]*\r?\n\1- /m.test(text);
  const isQuoted = /^[ \t]*-[ \t]+\w+:[ \t]+"/m.test(text);
  return { language: 'yaml', quote: isQuoted ? '"' : undefined, list: isAligned ? '' : '  ' };
}

function itemLines(value: Value, indent: string, style: ListStyle): string[] | undefined {
  const [first, ...rest] = blockLines(value, `${indent}  `, style) ?? [];
  return first === undefined ? undefined : [`${indent}- ${first.trimStart()}`, ...rest];
}

/** A value as lines, each with its indentation; keys go without quotes. */
function blockLines(value: Value, indent: string, style: ListStyle): string[] | undefined {
  if (!isMapping(value)) {
    const written = writeValue(value, style);
    return written === undefined ? undefined : [indent + written];
  }
  const lines: string[] = [];
  for (const [key, each] of value) {
    const name = writeString(key, { language: 'yaml', quote: undefined });
    const inner = isList(each) && each.length > 0 ? listLines(each, indent + style.list, style) : undefined;
    const written = inner === undefined ? writeValue(each, style) : '';
    if (written === undefined) return undefined;
    lines.push(`${indent}${name}:${inner === undefined ? ` ${written}` : ''}`, ...(inner ?? []));
  }
  return lines;
}

function listLines(items: readonly Value[], indent: string, style: ListStyle): string[] | undefined {
  const lines: string[] = [];
  for (const item of items) {
    const inner = itemLines(item, indent, style);
    if (inner === undefined) return undefined;
    lines.push(...inner);
  }
  return lines;
}

import type { Span } from '../base/text';
import { Part, type Fact } from '../model/fact';
import { isList, isMapping, type Value } from '../model/value';
import type { Target } from './fix-target';
import { indentOfLine, isBlank, lineEnd, lineEnding, lineStart, nextLine, skipBack } from './layout';
import { writeString, writeValue, type Style } from './literal';
import { insert, remove, type TextEdit } from './text-edit';

/** Edits of lists in YAML that stand line by line, `- item`. All give nothing where they cannot be made. */

/** Adds an item after the last one of the list that is the value of a fact's first field. */
export function addItem({ workspace, text }: Target, fact: Fact, value: Value): TextEdit[] | undefined {
  const key = workspace.span({ fact, part: Part.fieldName(0) });
  const list = workspace.span({ fact, part: Part.fieldValue(0) });
  if (key === undefined || list === undefined) return undefined;
  const eol = lineEnding(text);
  const isEmpty = list.start === key.start || /^\[\s*\]$/.test(text.slice(list.start, list.end));
  if (isEmpty) {
    const indent = indentOfKey(text, key.start);
    const lines = itemLines(value, indent, quoteOf(text));
    if (lines === undefined) return undefined;
    const made = lines.map(line => eol + line).join('');
    if (list.start !== key.start) {
      const from = skipBack(text, list.start, /[ \t]/);
      return [{ span: { start: from, end: list.end }, text: made }];
    }
    return [insert(lineEnd(text, key.end), made)];
  }
  if (text[list.start] !== '-') return undefined;
  const lines = itemLines(value, ' '.repeat(list.start - lineStart(text, list.start)), quoteOf(text));
  const end = lineEnd(text, skipBack(text, list.end, /\s/));
  return lines && [insert(end, lines.map(line => eol + line).join(''))];
}

/** Removes an item with its lines; the span is what follows the dash. The last item to go leaves `[]` behind. */
export function removeListItem(text: string, item: Span | undefined): TextEdit[] | undefined {
  if (item === undefined) return undefined;
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

/** Whether the next line that says something is an item whose dash stands in `column`. */
function isItem(text: string, from: number, column: number): boolean {
  for (let at = from; at < text.length; at = nextLine(text, at)) {
    const line = text.slice(at, lineEnd(text, at));
    if (isBlank(line) || line.trimStart().startsWith('#')) continue;
    return indentOfLine(text, at).length === column && line[column] === '-';
  }
  return false;
}

/** The column of a line's key, behind the dash of an item that begins with it. */
function columnOfKey(line: string): number {
  return /^[ \t]*(?:-[ \t]+)*/.exec(line)![0].length;
}

/** Where the dashes of a new list go: as far in as the others of the file, which either align with keys or do not. */
function indentOfKey(text: string, key: number): string {
  const column = key - lineStart(text, key);
  const aligned = /^([ \t]*)[^\s#-][^\n]*:[ \t]*\r?\n\1- /m.test(text);
  return ' '.repeat(column + (aligned ? 0 : 2));
}

/** Texts are quoted where the file quotes the values around them. */
function quoteOf(text: string): Style {
  return { language: 'yaml', quote: /^[ \t]*-[ \t]+\w+:[ \t]+"/m.test(text) ? '"' : undefined };
}

function itemLines(value: Value, indent: string, style: Style): string[] | undefined {
  const lines = blockLines(value, `${indent}  `, style);
  return lines && [`${indent}- ${lines[0]!.trimStart()}`, ...lines.slice(1)];
}

/** A value as lines, each with its indentation: keys go without quotes, lists stand in front of their key's column. */
function blockLines(value: Value, indent: string, style: Style): string[] | undefined {
  if (!isMapping(value)) {
    const written = writeValue(value, style);
    return written === undefined ? undefined : [indent + written];
  }
  const lines: string[] = [];
  for (const [key, each] of value) {
    const name = writeString(key, { language: 'yaml', quote: undefined });
    if (isList(each) && each.length > 0) {
      lines.push(`${indent}${name}:`);
      for (const item of each) {
        const inner = itemLines(item, `${indent}  `, style);
        if (inner === undefined) return undefined;
        lines.push(...inner);
      }
      continue;
    }
    const written = writeValue(each, style);
    if (written === undefined) return undefined;
    lines.push(`${indent}${name}: ${written}`);
  }
  return lines;
}

import type { Span } from '../../base/text';
import type { EntryText } from './entry-text';
import {
  contentEnd,
  indentOfLine,
  isBlank,
  lineEnd,
  lineEnding,
  lineStart,
  nextLine,
  skipBack,
} from '../text/text-layout';
import { insert, remove, type TextEdit } from './text-edit';

/** Edits of YAML block collections, whose entries stand on lines of their own. */

/**
 * Removes an entry with its lines. The only entry of a mapping leaves `{}` behind, so that its parent stays a mapping.
 */
export function removeBlock(text: string, entry: Span): TextEdit[] {
  const start = lineStart(text, entry.start);
  const end = nextLine(text, skipBack(text, entry.end, /\s/));
  const before = text.slice(start, entry.start);
  const column = entry.start - start;
  if (!isBlank(before)) {
    // The first key of a list item, `- key: …`: the next key takes its place; without one the item goes.
    const hasNext = indentOfLine(text, end).length === column && !isBlank(text.slice(end, lineEnd(text, end)));
    return hasNext ? [remove(entry.start, end + column)] : [remove(start, end)];
  }
  const parent = endOfLineAbove(text, start);
  const nextIndent = indentOfNextLine(text, end);
  const isOnly = text[parent - 1] === ':' && (nextIndent === undefined || nextIndent < column);
  return isOnly ? [insert(parent, ' {}'), remove(start, end)] : [remove(start, end)];
}

/** Adds entries after the last line of their neighbour above, at the neighbour's column. */
export function appendBlock(text: string, neighbour: Span, items: readonly EntryText[]): TextEdit[] {
  const indent = ' '.repeat(neighbour.start - lineStart(text, neighbour.start));
  return [insertBlock(text, neighbour.end, indent, items)];
}

/** Adds the first entry below a key that has no value yet. */
export function fillBlock(text: string, key: Span, item: EntryText): TextEdit[] {
  const indent = ' '.repeat(key.start - lineStart(text, key.start) + 2);
  return [insertBlock(text, key.end, indent, [item])];
}

function insertBlock(text: string, after: number, indent: string, items: readonly EntryText[]): TextEdit {
  const eol = lineEnding(text);
  const lines = items.flatMap(({ above, code, comment }) => [...above, comment === '' ? code : `${code}  ${comment}`]);
  const at = lineEnd(text, skipBack(text, after, /\s/));
  return insert(at, lines.map(line => eol + indent + line).join(''));
}

/** The end of the nearest line above that holds more than a comment, without its comment. */
function endOfLineAbove(text: string, from: number): number {
  for (let at = from; at > 0;) {
    at = lineStart(text, skipBack(text, at, /\s/));
    const end = contentEnd(text, at, lineEnd(text, at));
    if (end > at) return end;
  }
  return 0;
}

/** The indentation of the next line that is neither blank nor a comment. Returns undefined at the end of the text. */
function indentOfNextLine(text: string, from: number): number | undefined {
  for (let at = from; at < text.length; at = nextLine(text, at)) {
    const line = text.slice(at, lineEnd(text, at));
    if (!isBlank(line) && !line.trimStart().startsWith('#')) return indentOfLine(text, at).length;
  }
  return undefined;
}

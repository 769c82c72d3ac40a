import type { Span } from '../../base/text';
import { reindent, type EntryText } from './entry-text';
import {
  contentEnd,
  indentBefore,
  indentOfLine,
  isBlank,
  isRestOfLineIdle,
  lineEnd,
  lineEnding,
  lineStart,
  nextLine,
  skipBack,
  skipGap,
} from '../text/text-layout';
import { insert, remove, type TextEdit } from './text-edit';

/** Edits of what stands in brackets, divided by commas: Python's dicts and lists, YAML's flow collections. */

const SPACE = /[ \t]/;

/** A mapping in brackets. */
export interface Bracketed {
  /** Offsets of the brackets themselves. */
  readonly open: number;
  readonly close: number;
  /** Where one of its entries begins, the last one if possible. */
  readonly sibling: number | undefined;
}

/** An entry to remove, and what else goes with it. */
export interface Item {
  readonly span: Span;
  /** Where the comments above it begin, if they go too; else where it begins itself. */
  readonly from: number;
  /** Where the entry before it ends. Its comma goes as well when the list did not end in one. */
  readonly previous: number | undefined;
}

/** Removes an entry with its comma, and its lines, if it has them to itself. */
export function removeItem(text: string, item: Item): TextEdit[] {
  const next = skipGap(text, item.span.end);
  const hasComma = text[next] === ',';
  const end = hasComma ? next + 1 : item.span.end;
  if (indentBefore(text, item.from) !== undefined && isRestOfLineIdle(text, end)) {
    const lines = remove(lineStart(text, item.from), nextLine(text, end));
    return hasComma ? [lines] : [...removeCommaBefore(text, item), lines];
  }
  return hasComma ? [removeWithComma(text, item.from, end)] : removeLast(text, item, next);
}

function removeWithComma(text: string, start: number, end: number): TextEdit {
  if (isRestOfLineIdle(text, end)) return remove(skipBack(text, start, SPACE), lineEnd(text, end));
  let next = end;
  while (next < text.length && SPACE.test(text[next]!)) next++;
  return remove(start, next);
}

/** An entry without a comma that shares a line with others or with a bracket. */
function removeLast(text: string, item: Item, next: number): TextEdit[] {
  const { end } = item.span;
  const before = skipBack(text, item.from, SPACE);
  if (text[before - 1] === ',') return [remove(before - 1, end)];
  if ('{[('.includes(text[before - 1] ?? ' ') && isBlank(text.slice(end, next))) return [remove(before, next)];
  return [...removeCommaBefore(text, item), remove(skipBack(text, item.from, /\s/), end)];
}

/** Only where nothing but that comma stands between the two. */
function removeCommaBefore(text: string, { span, previous }: Item): TextEdit[] {
  if (previous === undefined) return [];
  const comma = skipGap(text, previous);
  return text[comma] === ',' && skipGap(text, comma + 1) === span.start ? [remove(comma, comma + 1)] : [];
}

/** Adds an entry at the end, laid out as the others are: each on its lines, or all on one. */
export function appendItem(text: string, { open, close, sibling }: Bracketed, item: EntryText): TextEdit[] {
  const end = contentEnd(text, open + 1, close);
  const isEmpty = end === open + 1;
  const comma = isEmpty || text[end - 1] === ',' ? '' : ',';
  const ownIndent = sibling === undefined ? undefined : indentBefore(text, sibling);
  const base = indentOfLine(text, open);
  const indent = ownIndent ?? base + (base.includes('\t') ? '\t' : '    ');
  const eol = lineEnding(text);
  const lines = (withComma: boolean) => itemLines(item, indent, eol, withComma);
  if (lineStart(text, close) > open && indentBefore(text, close) !== undefined) {
    const added = lines(comma === '' || item.code.includes('\n'));
    const at = lineEnd(text, end);
    return at === end
      ? [insert(end, comma + added)]
      : [...(comma === '' ? [] : [insert(end, comma)]), insert(at, added)];
  }
  if (ownIndent !== undefined && item.comment === '') return [insert(end, comma + lines(false))];
  if (item.comment !== '' || item.above.length > 0 || item.code.includes('\n'))
    return [{ span: { start: end, end: close }, text: comma + lines(true) + eol + base }];
  if (isEmpty) return [insert(end, item.code)];
  return [insert(end, comma === '' ? ` ${item.code},` : `, ${item.code}`)];
}

/** The lines of an entry, each after a line end. */
export function itemLines(item: EntryText, indent: string, eol: string, withComma: boolean): string {
  const comment = item.comment === '' ? '' : `  ${item.comment}`;
  const lines = [...item.above, `${reindent(item, indent)}${withComma ? ',' : ''}${comment}`];
  return lines.map(line => eol + indent + line).join('');
}

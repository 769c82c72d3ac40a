import type { Span } from '../../base/text';
import { reindent, type EntryText } from './entry-text';
import {
  contentEnd,
  indentBefore,
  indentOfLine,
  isBlank,
  isRestOfLineBlankOrComment,
  lineEnd,
  lineEnding,
  lineStart,
  nextLine,
  skipBack,
  skipSpaceAndComments,
} from '../text/text-layout';
import { insert, remove, type TextEdit } from './text-edit';

/** Edits of entries that stand in brackets, divided by commas: Python's dicts and lists, YAML's flow collections. */

const SPACE = /[ \t]/;

/** A mapping in brackets. */
export interface BracketedMapping {
  /** Offsets of the brackets themselves. */
  readonly open: number;
  readonly close: number;
  /** Where one of its entries begins, preferably the last one; undefined if it has none. */
  readonly sibling: number | undefined;
}

/** An entry to remove, and the text that is removed with it. */
export interface RemovableItem {
  readonly span: Span;
  /** Where the comments above it begin, if they are removed as well; else where the entry begins. */
  readonly from: number;
  /** Where the entry before it ends. The comma there is removed if the removed entry had none after it. */
  readonly previous: () => number | undefined;
}

/** Removes an entry with its comma, and with its lines if nothing else stands on them. */
export function removeItem(text: string, item: RemovableItem): TextEdit[] {
  const next = skipSpaceAndComments(text, item.span.end);
  const hasComma = text[next] === ',';
  const end = hasComma ? next + 1 : item.span.end;
  if (indentBefore(text, item.from) !== undefined && isRestOfLineBlankOrComment(text, end)) {
    const lines = remove(lineStart(text, item.from), nextLine(text, end));
    return hasComma ? [lines] : [...removeCommaBefore(text, item), lines];
  }
  return hasComma ? [removeWithComma(text, item.from, end)] : removeLast(text, item, next);
}

function removeWithComma(text: string, start: number, end: number): TextEdit {
  if (isRestOfLineBlankOrComment(text, end)) return remove(skipBack(text, start, SPACE), lineEnd(text, end));
  let next = end;
  while (next < text.length && SPACE.test(text.charAt(next))) next++;
  return remove(start, next);
}

/** Removes an entry without a comma that shares a line with other entries or with a bracket. */
function removeLast(text: string, item: RemovableItem, next: number): TextEdit[] {
  const { end } = item.span;
  const before = skipBack(text, item.from, SPACE);
  if (text[before - 1] === ',') return [remove(before - 1, end)];
  if ('{[('.includes(text[before - 1] ?? ' ') && isBlank(text.slice(end, next))) return [remove(before, next)];
  return [...removeCommaBefore(text, item), remove(skipBack(text, item.from, /\s/), end)];
}

/** Removes the comma before an entry, if nothing but that comma stands between the entry and the one before. */
function removeCommaBefore(text: string, { span, previous }: RemovableItem): TextEdit[] {
  const end = previous();
  if (end === undefined) return [];
  const comma = skipSpaceAndComments(text, end);
  return text[comma] === ',' && skipSpaceAndComments(text, comma + 1) === span.start ? [remove(comma, comma + 1)] : [];
}

/** Adds entries at the end, laid out as the other entries: each on lines of its own, or all on one line. */
export function appendItems(
  text: string,
  { open, close, sibling }: BracketedMapping,
  items: readonly EntryText[],
): TextEdit[] {
  const end = contentEnd(text, open + 1, close);
  const isEmpty = end === open + 1;
  const comma = isEmpty || text[end - 1] === ',' ? '' : ',';
  const ownIndent = sibling === undefined ? undefined : indentBefore(text, sibling);
  const base = indentOfLine(text, open);
  const indent = ownIndent ?? base + (base.includes('\t') ? '\t' : '    ');
  const eol = lineEnding(text);
  const hasLines = items.some(({ code }) => code.includes('\n'));
  const hasComments = items.some(({ comment }) => comment !== '');
  const lines = (withLastComma: boolean) =>
    items.map((item, i) => itemLines(item, indent, eol, withLastComma || i < items.length - 1)).join('');
  if (lineStart(text, close) > open && indentBefore(text, close) !== undefined) {
    const added = lines(comma === '' || hasLines);
    const at = lineEnd(text, end);
    return at === end
      ? [insert(end, comma + added)]
      : [...(comma === '' ? [] : [insert(end, comma)]), insert(at, added)];
  }
  if (ownIndent !== undefined && !hasComments) return [insert(end, comma + lines(false))];
  if (hasComments || hasLines || items.some(({ above }) => above.length > 0))
    return [{ span: { start: end, end: close }, text: comma + lines(true) + eol + base }];
  const codes = items.map(({ code }) => code).join(', ');
  if (isEmpty) return [insert(end, codes)];
  return [insert(end, comma === '' ? ` ${codes},` : `, ${codes}`)];
}

/** The lines of an entry, each after a line end. */
export function itemLines(item: EntryText, indent: string, eol: string, withComma: boolean): string {
  const comment = item.comment === '' ? '' : `  ${item.comment}`;
  const lines = [...item.above, `${reindent(item, indent)}${withComma ? ',' : ''}${comment}`];
  return lines.map(line => eol + indent + line).join('');
}

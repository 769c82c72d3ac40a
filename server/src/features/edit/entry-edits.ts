import { defined } from '../../base/defined';
import type { Span } from '../../base/text';
import { Part, type Fact } from '../../model/fact';
import type { Value } from '../../model/value';
import { appendBlock, fillBlock, removeBlock } from './block-edits';
import { appendItems, itemLines, removeItem } from './bracket-edits';
import { takeEntry, writeEntry, writeInline, type EntryLayout, type EntryText } from './entry-text';
import { fieldSpans, wholeSpans, type EditTarget } from './fix-target';
import { lineEnd, lineEnding, lineStart, skipSpaceAndComments } from '../text/text-layout';
import { languageOf, styleAt, type LiteralStyle } from '../text/literal-style';
import { insert, type TextEdit } from './text-edit';

/**
 * Edits of whole entries of mappings, which are found by facts and their spans. All return undefined if they cannot be
 * made.
 */

export function removeEntry(target: EditTarget, fact: Fact): TextEdit[] | undefined {
  const span = target.workspace.span({ fact, part: Part.whole });
  return span && removeFrom(target, span, span.start);
}

/** Adds a field at the end of an entry. */
export function addField(target: EditTarget, fact: Fact, name: string, value: Value): TextEdit[] | undefined {
  const { workspace, path, text } = target;
  const whole = workspace.span({ fact, part: Part.whole });
  const key = workspace.span({ fact, part: Part.name });
  if (whole === undefined || key === undefined) return undefined;
  const fields = fieldSpans(target, fact);
  const last = fields.at(-1);
  const style = styleAt(path, text, last?.name.start ?? key.start);
  const item = writeInline(name, value, style);
  if (item === undefined) return undefined;
  if (text[whole.end - 1] === '}') {
    const open = fields[0] === undefined ? bracketAfter(text, key.end) : fields[0].name.start - 1;
    return open === undefined
      ? undefined
      : appendItems(text, { open, close: whole.end - 1, sibling: last?.name.start }, [item]);
  }
  if (style.language === 'python') return undefined;
  return last === undefined
    ? fillBlock(text, key, item)
    : appendBlock(text, { start: last.name.start, end: last.value.end }, [item]);
}

/**
 * Moves an entry with its comments to another variable of its file. A missing variable is added after that of the
 * entry.
 */
export function moveEntry(target: EditTarget, fact: Fact, to: string): TextEdit[] | undefined {
  const span = target.workspace.span({ fact, part: Part.whole });
  if (span === undefined) return undefined;
  const entry = takeEntry(target.text, span);
  const removed = removeFrom(target, span, entry.start);
  const mapping = mappingNamed(target, to);
  if (mapping === undefined) return [...removed, newVariable(target, to, [entry], span)];
  if (mapping.span.start < span.start && span.end < mapping.span.end) return undefined;
  return [...removed, ...appendTo(target.text, mapping, [entry])];
}

/** An entry that is to be written. */
export interface NewEntry {
  readonly name: string;
  readonly value: Value;
}

/** Adds entries to a variable, in their order. A missing variable is added at the end of the file. */
export function addEntries(target: EditTarget, to: string, added: readonly NewEntry[]): TextEdit[] | undefined {
  const { path, text } = target;
  const mapping = mappingNamed(target, to);
  const style = styleAt(path, text, mapping?.last?.start);
  const isFlow = style.language === 'yaml' && mapping !== undefined && isBracketed(text, mapping.span);
  const isInline = isFlow || isOneLine(text, mapping);
  const layout = layoutBeside(text, mapping?.last, style);
  const entries = added.flatMap(
    ({ name, value }) => (isInline ? writeInline(name, value, style) : writeEntry(name, value, style, layout)) ?? [],
  );
  if (entries.length < added.length) return undefined;
  if (mapping !== undefined) return appendTo(text, mapping, entries);
  return style.language === 'python' ? [newVariable(target, to, entries, undefined)] : undefined;
}

/**
 * The layout of a new entry after `last`: it has the same indentation, and its fields are indented further by as much,
 * if that is a usual width.
 */
function layoutBeside(text: string, last: Span | undefined, { language }: LiteralStyle): EntryLayout {
  const width = last === undefined ? 4 : last.start - lineStart(text, last.start);
  const unit = language === 'yaml' ? 2 : width > 0 && width < 4 ? width : 4;
  return { indent: ' '.repeat(width), unit: ' '.repeat(unit), eol: lineEnding(text) };
}

function isOneLine(text: string, mapping: Mapping | undefined): boolean {
  if (mapping?.last === undefined || !isBracketed(text, mapping.span)) return false;
  return lineStart(text, mapping.span.end) <= mapping.span.start;
}

function removeFrom(target: EditTarget, span: Span, from: number): TextEdit[] {
  const { path, text } = target;
  const isBlock = languageOf(path) === 'yaml' && !',}]'.includes(text[skipSpaceAndComments(text, span.end)] ?? ' ');
  if (isBlock) return removeBlock(text, { start: from, end: span.end });
  const previous = (): number | undefined => {
    const ends = wholeSpans(target).flatMap(({ end }) => (end <= span.start ? [end] : []));
    return ends.length === 0 ? undefined : Math.max(...ends);
  };
  return removeItem(text, { span, from, previous });
}

/** The bracket of the mapping that a key or variable has as its value. */
function bracketAfter(text: string, nameEnd: number): number | undefined {
  const sign = skipSpaceAndComments(text, nameEnd);
  if (text[sign] !== ':' && text[sign] !== '=') return undefined;
  const open = skipSpaceAndComments(text, sign + 1);
  return text[open] === '{' ? open : undefined;
}

/** A mapping that a variable has as its value, and the last entry in it. */
interface Mapping {
  readonly span: Span;
  readonly last: Span | undefined;
}

/** The mapping that is the value of the variable `name`: the first field of the fact of that name. */
function mappingNamed(target: EditTarget, name: string): Mapping | undefined {
  const { workspace, path, text } = target;
  for (const fact of workspace.file(path)?.facts ?? []) {
    if (fact.name !== name) continue;
    const span = workspace.span({ fact, part: Part.fieldValue(0) });
    const own = workspace.span({ fact, part: Part.name });
    if (span === undefined || span.start === own?.start) continue;
    const last = outermost(wholeSpans(target).filter(({ start, end }) => span.start <= start && end <= span.end)).at(
      -1,
    );
    if (isBracketed(text, span) || (languageOf(path) === 'yaml' && last !== undefined)) return { span, last };
  }
  return undefined;
}

function isBracketed(text: string, { start, end }: Span): boolean {
  return text[start] === '{' && text[end - 1] === '}';
}

/** The spans that lie in no other, in order. */
function outermost(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  let end = -1;
  return sorted.filter(span => {
    if (span.start < end) return false;
    end = span.end;
    return true;
  });
}

function appendTo(text: string, { span, last }: Mapping, entries: readonly EntryText[]): TextEdit[] {
  if (!isBracketed(text, span))
    return appendBlock(text, defined(last, 'an entry of a mapping without brackets'), entries);
  return appendItems(text, { open: span.start, close: span.end - 1, sibling: last?.start }, entries);
}

/** Writes a variable after the top-level statement around `beside`, else at the end of the file. */
function newVariable(
  target: EditTarget,
  name: string,
  entries: readonly EntryText[],
  beside: Span | undefined,
): TextEdit {
  const { text } = target;
  const eol = lineEnding(text);
  const lines = entries.map(entry => itemLines(entry, '    ', eol, true)).join('');
  const made = `${name} = {${lines}${eol}}`;
  const around =
    beside &&
    wholeSpans(target).find(
      span => span.start < beside.start && beside.end < span.end && lineStart(text, span.start) === span.start,
    );
  if (around !== undefined) return insert(lineEnd(text, around.end), eol + eol + made);
  const gap = text === '' ? '' : /[\n\r]$/.test(text) ? eol : eol + eol;
  return insert(text.length, gap + made + eol);
}

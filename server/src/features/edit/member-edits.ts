import { groupOf, type Span } from '../../base/text';
import { isMapping, type Value } from '../../model/value';
import { Part } from '../../model/fact';
import type { Container, Member, NewCall } from '../../model/fix';
import { languageOf, type LiteralStyle, styleAt, writeString, writeValue } from '../text/literal-style';
import {
  contentEnd,
  indentBefore,
  indentOfLine,
  lineEnding,
  lineStart,
  skipSpaceAndComments,
  tokenEnd,
} from '../text/text-layout';
import { appendBlock, fillBlock } from './block-edits';
import { appendItems } from './bracket-edits';
import { type EntryText, writeEntry } from './entry-text';
import type { EditTarget } from './fix-target';
import { appendListItem } from './list-edits';
import { insert, type TextEdit } from './text-edit';

/**
 * Adds a member to a container, and the container to what holds it where the text has none. Returns undefined if the text is not laid out as
 * the container is said to be: it may be an alias of YAML, or what a call gives.
 */
export function addMember(target: EditTarget, to: Container, member: Member): TextEdit[] | undefined {
  const found = containerText(target, to);
  if (found === undefined) return addContainer(target, to, member);
  const { text } = target;
  const { key, span } = found;
  if (span === undefined) return addFirst(target, key, to, member);
  if (isBracketed(text, span)) return addBracketed(target, to, span, member);
  if (languageOf(target.path) === 'python') return undefined;
  if (/^-\s/.test(text.slice(span.start, span.end)))
    return member.name === undefined ? appendListItem(text, { key, list: span }, plainValue(member)) : undefined;
  const isBlock = /^[^\n#]*:(?:\s|$)/.test(text.slice(span.start, span.end));
  const item =
    isBlock && member.name !== undefined
      ? blockEntry(target, columnOf(text, span.start), member, span.start)
      : undefined;
  return item && appendBlock(text, span, [item]);
}

interface ContainerText {
  readonly key: Span;
  /** Absent where nothing stands behind the key. */
  readonly span: Span | undefined;
}

/** Where a container stands; nothing where the text has none. */
function containerText({ workspace }: EditTarget, { fact, field }: Container): ContainerText | undefined {
  const own = workspace.span({ fact, part: Part.name });
  const key = workspace.span({ fact, part: Part.fieldName(field) });
  const span = workspace.span({ fact, part: Part.fieldValue(field) });
  if (own === undefined || key === undefined || span === undefined || span.start === own.start) return undefined;
  return { key, span: span.start === key.start ? undefined : span };
}

/** Adds a container with one member to what holds it: as an argument of a call, or as an entry. */
function addContainer(target: EditTarget, { orAs }: Container, member: Member): TextEdit[] | undefined {
  if (orAs === undefined) return undefined;
  const { name, is, of } = orAs;
  const { value } = member;
  if (isCall(value)) return undefined;
  const whole: Value = is === 'list' ? [value] : new Map([[member.name ?? '', value]]);
  return containerText(target, of) === undefined ? undefined : addMember(target, of, { name, value: whole });
}

/** Adds the first member below a key of YAML that has no value. */
function addFirst(target: EditTarget, key: Span, { orAs }: Container, member: Member): TextEdit[] | undefined {
  const { text } = target;
  if (orAs?.is !== 'mapping') return appendListItem(text, { key, list: undefined }, plainValue(member));
  const item = blockEntry(target, columnOf(text, key.start) + 2, member);
  return item && fillBlock(text, key, item);
}

function addBracketed(target: EditTarget, to: Container, span: Span, member: Member): TextEdit[] | undefined {
  const { text } = target;
  const open = openBracket(text, span);
  const close = span.end - 1;
  const sibling = membersBetween(text, open, close).at(-1);
  const code = memberText(target, to, { open, span, sibling }, member);
  if (code === undefined) return undefined;
  const isHanging = sibling !== undefined && indentBefore(text, sibling.start) === undefined && code.includes('\n');
  // A call that begins behind its list's bracket is followed by another one in the same way.
  if (isHanging && isCall(member.value)) {
    const end = contentEnd(text, open + 1, close);
    return [insert(end, text[end - 1] === ',' ? ` ${code},` : `, ${code}`)];
  }
  const indent = isCall(member.value) ? indentOfCall(target, member.value) : '';
  return appendItems(text, { open, close, sibling: sibling?.start }, [{ above: [], code, comment: '', indent }]);
}

interface Bracketed {
  readonly open: number;
  readonly span: Span;
  readonly sibling: Span | undefined;
}

/** A member as it stands in a call, a list or tuple, a dict or a flow collection of YAML. */
function memberText(
  target: EditTarget,
  { fact }: Container,
  { open, span, sibling }: Bracketed,
  { name = '', value }: Member,
): string | undefined {
  const { workspace, path, text } = target;
  const around = workspace.span({ fact, part: Part.whole });
  const style = styleNear(path, text, [{ start: sibling?.start ?? span.start, end: span.end }, around]);
  const written = isCall(value) ? callText(target, value) : writeValue(value, style);
  const isTuple = text[open] === '(' && open === span.start;
  // Brackets around one thing without a comma are no tuple.
  if (written === undefined || (isTuple && sibling === undefined)) return undefined;
  if (text[open] === '[' || isTuple) return written;
  return text[open] === '(' ? `${name}=${written}` : `${writeString(name, style)}: ${written}`;
}

/** A call with the layout of another one: what stands between its arguments there stands between them here. */
function callText(target: EditTarget, { like, keywords }: NewCall): string | undefined {
  const { workspace, path, text } = target;
  const span = workspace.span(like);
  if (like.fact.file.path !== path || span === undefined || text[span.end - 1] !== ')') return undefined;
  const open = openBracket(text, span);
  const close = span.end - 1;
  const [first, second] = membersBetween(text, open, close);
  if (first === undefined) return undefined;
  const style = styleNear(path, text, [{ start: open, end: close }]);
  const written: string[] = [];
  for (const { name, value } of keywords) {
    const same = value === undefined ? keywordValue(text, open, close, name) : undefined;
    const made = value === undefined ? same && text.slice(same.start, same.end) : writeValue(value, style);
    if (made !== undefined) written.push(`${name}=${made}`);
  }
  const eol = lineEnding(text);
  const lead = gapBetween(text, open + 1, first.start, eol);
  const between = second === undefined ? lead || ' ' : gapBetween(text, first.end, second.start, eol);
  const end = contentEnd(text, open + 1, close);
  const comma = text[end - 1] === ',' ? ',' : '';
  return `${text.slice(span.start, open)}(${lead}${written.join(`,${between}`)}${comma}${gapBetween(text, end, close, eol)})`;
}

/** The space between two things, without commas and comments: that of the last line, if it has several. */
function gapBetween(text: string, from: number, to: number, eol: string): string {
  const between = text.slice(from, to);
  const line = /[\n\r]([ \t]*)$/.exec(between);
  if (line !== null) return eol + groupOf(line, 1);
  return /[ \t]$/.test(between) ? ' ' : '';
}

function indentOfCall({ workspace, text }: EditTarget, { like }: NewCall): string {
  return indentOfLine(text, workspace.span(like)?.start ?? 0);
}

/** An entry of a block of YAML whose keys stand in a column, written like the key at `near`. */
function blockEntry(
  { path, text }: EditTarget,
  column: number,
  { name = '', value }: Member,
  near?: number,
): EntryText | undefined {
  if (isCall(value)) return undefined;
  const style = styleAt(path, text, near);
  if (isMapping(value))
    return writeEntry(name, value, style, { indent: ' '.repeat(column), unit: '  ', eol: lineEnding(text) });
  const written = writeValue(value, { ...style, quote: undefined });
  return written === undefined
    ? undefined
    : { above: [], code: `${writeString(name, style)}: ${written}`, comment: '', indent: '' };
}

function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

function isCall(value: Member['value']): value is NewCall {
  return typeof value === 'object' && value !== null && 'like' in value;
}

function plainValue({ value }: Member): Value {
  return isCall(value) ? null : value;
}

function isBracketed(text: string, span: Span): boolean {
  const pair = text.charAt(openBracket(text, span)) + text.charAt(span.end - 1);
  return ['()', '[]', '{}'].includes(pair);
}

/** The bracket that a container begins with, or a call behind what is called. */
function openBracket(text: string, { start, end }: Span): number {
  let at = start;
  while (at < end && /[\w.\s]/.test(text.charAt(at))) at++;
  return at;
}

/** The quotes of the first string in the first of some spans that has one. */
function styleNear(path: string, text: string, spans: readonly (Span | undefined)[]): LiteralStyle {
  for (const span of spans) {
    const from = span === undefined ? text.length : skipSpaceAndComments(text, span.start);
    const quote = /["']/.exec(text.slice(from, span?.end));
    if (quote !== null) return styleAt(path, text, from + quote.index);
  }
  return styleAt(path, text, undefined);
}

/** What stands between the brackets at `open` and `close`, as commas divide it, without the comments around. */
function membersBetween(text: string, open: number, close: number): Span[] {
  const members: Span[] = [];
  let start: number | undefined;
  let depth = 0;
  let end = open + 1;
  for (let at = skipSpaceAndComments(text, end); at < close; at = skipSpaceAndComments(text, end)) {
    const isDivider = depth === 0 && text[at] === ',';
    if (isDivider && start !== undefined) members.push({ start, end });
    if ('([{'.includes(text.charAt(at))) depth++;
    if (')]}'.includes(text.charAt(at))) depth--;
    if (isDivider) start = undefined;
    else start ??= at;
    end = tokenEnd(text, at);
  }
  return start === undefined ? members : [...members, { start, end }];
}

/** The value of a keyword argument among those of a call whose brackets stand at `open` and `close`. */
function keywordValue(text: string, open: number, close: number, name: string): Span | undefined {
  for (const { start, end } of membersBetween(text, open, close)) {
    const sign = skipSpaceAndComments(text, start + name.length);
    if (!text.startsWith(name, start) || text[sign] !== '=' || text[sign + 1] === '=') continue;
    return { start: skipSpaceAndComments(text, sign + 1), end };
  }
  return undefined;
}

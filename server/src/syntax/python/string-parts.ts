import { groupOf } from '../../base/text';
import { unescape } from './escapes';
import { children, Flag, Kind, type PythonTree } from './tree';

/** One of adjacent literals: its prefix in lower case, and its content between the quotes. */
interface Literal {
  readonly prefix: string;
  readonly quote: string;
  readonly from: number;
  readonly to: number;
}

/** The letters before a quote, and the quote. */
const OPENING = /([a-zA-Z]{0,2})("""|'''|"|')/y;
/** What may stand between adjacent literals. */
const BETWEEN = /(?:[\s\\]|#[^\n\r]*(?![^\n\r]))*/y;

/** Text with its escapes undone, or a Field. */
export type StringPart = string | { readonly field: number };

/**
 * What a String or a FormatSpec is made of, in order. Nothing for bytes and template strings, where the fields are not well
 * formed, and where an escape names a character (`\N{…}`).
 */
export function stringParts(tree: PythonTree, node: number): readonly StringPart[] | undefined {
  const { text } = tree;
  const fields = children(tree, node);
  if (tree.kind[node] === Kind.FormatSpec)
    return partsBetween(tree, { prefix: 'f', from: tree.start[node]!, to: tree.end[node]! }, fields);
  const flags = tree.flags[node]!;
  if ((flags & Flag.Bytes) !== 0 || ((flags & Flag.Fields) !== 0 && fields.length === 0)) return undefined;
  const found: StringPart[] = [];
  for (const literal of literalsIn(text, tree.start[node]!, tree.end[node]!, offset =>
    fieldEnd(tree, fields, offset),
  )) {
    const within = fields.filter(field => tree.start[field]! >= literal.from && tree.end[field]! <= literal.to);
    const parts = partsBetween(tree, literal, within);
    if (parts === undefined || literal.prefix.includes('t')) return undefined;
    found.push(...parts);
  }
  return found;
}

function fieldEnd(tree: PythonTree, fields: readonly number[], offset: number): number | undefined {
  const field = fields.find(each => tree.start[each] === offset);
  return field === undefined ? undefined : tree.end[field];
}

function partsBetween(
  tree: PythonTree,
  { prefix, from, to }: Pick<Literal, 'prefix' | 'from' | 'to'>,
  fields: readonly number[],
): StringPart[] | undefined {
  const found: StringPart[] = [];
  let at = from;
  for (const field of [...fields, undefined]) {
    const text = decoded(tree.text.slice(at, field === undefined ? to : tree.start[field]), prefix);
    if (text === undefined) return undefined;
    if (text !== '') found.push(text);
    if (field === undefined) break;
    found.push({ field });
    at = tree.end[field]!;
  }
  return found;
}

/** The adjacent literals between two offsets. Quotes in replacement fields are passed over, whose ends `fieldEnd` knows. */
export function* literalsIn(
  text: string,
  start: number,
  end: number,
  fieldEnd: (offset: number) => number | undefined = () => undefined,
): Iterable<Literal> {
  for (let at = start; at < end;) {
    const opening = openingAt(text, at);
    if (opening === undefined) return;
    const { from, quote } = opening;
    let to = from;
    while (to < end && !text.startsWith(quote, to)) {
      const field = text[to] === '{' ? fieldEnd(to) : undefined;
      const isEscape = text[to] === '\\' && !(text[to + 1] === '{' && fieldEnd(to + 1) !== undefined);
      to = field ?? (isEscape ? to + 2 : to + 1);
    }
    to = Math.min(to, end);
    yield { ...opening, to };
    at = to + quote.length;
    BETWEEN.lastIndex = at;
    at += BETWEEN.exec(text)?.[0].length ?? 0;
  }
}

/** The prefix and the quote of the literal at `at`, and where its content begins. */
export function openingAt(text: string, at: number): Omit<Literal, 'to'> | undefined {
  OPENING.lastIndex = at;
  const opening = OPENING.exec(text);
  if (opening === null) return undefined;
  return { prefix: groupOf(opening, 1).toLowerCase(), quote: groupOf(opening, 2), from: at + opening[0].length };
}

/** The text that stands for itself between quotes, escapes and doubled braces undone; nothing if it names a character. */
export function decoded(content: string, prefix: string): string | undefined {
  const lines = content.includes('\r') ? content.replace(/\r\n?/g, '\n') : content;
  const text = prefix.includes('f') ? lines.replace(/\{\{|\}\}/g, brace => brace.charAt(0)) : lines;
  return prefix.includes('r') ? text : unescape(text);
}

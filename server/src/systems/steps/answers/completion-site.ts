import { defined } from '../../../base/defined';
import type { Span } from '../../../base/text';
import { nameText, stringValue } from '../../../syntax/python/literal';
import { literalsIn } from '../../../syntax/python/string-parts';
import { lastOfJoined } from '../read/half-typed';
import type { Bare } from './entry-snippets';
import { GIVEN } from '../read/registry-api';
import { children, Kind, type PythonTree } from '../../../syntax/python/tree';

/** A place in a Python text where a name of a registry may stand, mostly a string. `present` are names that are already there. */
export type Site = { readonly replace: Span } & (
  | ({ readonly at: 'row name'; readonly table: string } & KeySite)
  | ({ readonly at: 'field name'; readonly table: string } & KeySite)
  | { readonly at: 'field value'; readonly table: string; readonly field: string }
  | { readonly at: 'argument'; readonly api: string; readonly keyword: string | undefined; readonly position: number }
  | { readonly at: 'subscript'; readonly table: string }
);

interface KeySite {
  readonly present: ReadonlySet<string>;
  /** The key has no value yet, so that one may be written with it. */
  readonly bare?: Bare;
}

/** The site of the string that holds `offset`, or of a key that may begin there; undefined in no such place. */
export function siteAt(tree: PythonTree, offset: number): Site | undefined {
  const chain = chainTo(tree, offset);
  const string = chain.at(-1);
  if (string === undefined) return undefined;
  const kinds = chain.map(node => tree.kind[node]);
  const dicts = chain.filter((_, i) => kinds[i] === Kind.Dict || kinds[i] === Kind.Set);
  const assign = chain.find((_, i) => kinds[i] === Kind.Assign || kinds[i] === Kind.AugAssign);
  const table = assign === undefined ? undefined : targetName(tree, assign);
  if (tree.kind[string] !== Kind.String) return table === undefined ? undefined : newKey(tree, dicts, table, offset);
  const literal = literalAt(tree, string, offset);
  if (literal === undefined) return undefined;
  if (table !== undefined && dicts.length > 0) return siteInTable(tree, { chain, dicts, string, table, literal });
  return siteInExpression(tree, chain, string, { start: literal.start, end: literal.end });
}

/** The text of the string that holds `offset` and where it stands between its quotes; undefined of one that code or an escape makes. */
export function stringAt(tree: PythonTree, offset: number): { readonly text: string; readonly span: Span } | undefined {
  const string = chainTo(tree, offset).at(-1);
  if (string === undefined || tree.kind[string] !== Kind.String) return undefined;
  const literal = literalAt(tree, string, offset);
  const text = stringValue(tree, string);
  if (literal === undefined || text !== tree.text.slice(literal.start, literal.end)) return undefined;
  return { text, span: { start: literal.start, end: literal.end } };
}

/** The nodes from the module down to the innermost one that holds `offset`. */
function chainTo(tree: PythonTree, offset: number): number[] {
  const chain: number[] = [];
  for (let node = 0, end = tree.count; node < end;) {
    if (tree.start[node]! <= offset && offset <= tree.end[node]!) {
      chain.push(node);
      end = tree.next[node]!;
      node++;
    } else node = tree.next[node]!;
  }
  return chain;
}

/** A literal: the span between its quotes, its quote, and where it ends. */
interface LiteralSite extends Span {
  readonly quote: string;
  readonly close: number;
}

/** The literal of a string that has `offset` between its quotes: of adjacent ones, the one that is being typed. */
function literalAt(tree: PythonTree, string: number, offset: number): LiteralSite | undefined {
  for (const { from, to, quote } of literalsIn(tree.text, tree.start[string]!, tree.end[string]!)) {
    if (offset < from || offset > to) continue;
    const isClosed = tree.text.startsWith(quote, to);
    return { start: from, end: to, quote, close: isClosed ? to + quote.length : to };
  }
  return undefined;
}

interface StringInTable {
  /** The nodes from the module down to the string. */
  readonly chain: readonly number[];
  /** The nodes of the chain that are dicts, or sets, which a dict is before its first colon. */
  readonly dicts: readonly number[];
  readonly string: number;
  readonly table: string;
  readonly literal: LiteralSite;
}

/** Registry tables are dicts of dicts; metadata is one dict, whose keys are fields. The keys of level 1 name rows, those of level 2 fields. */
function levelIn(table: string, dicts: readonly number[]): number {
  return table === 'WORKSPACE_METADATA' ? dicts.length + 1 : dicts.length;
}

function siteInTable(tree: PythonTree, { chain, dicts, string, table, literal }: StringInTable): Site | undefined {
  const level = levelIn(table, dicts);
  const dict = defined(dicts.at(-1), 'the innermost dict');
  const pair = defined(chain[chain.indexOf(dict) + 1], 'the pair around the string');
  const isKey = pair === string || pair + 1 === string;
  const replace = { start: literal.start, end: literal.end };
  if (isKey && (level === 1 || level === 2)) {
    const present = keysOf(tree, dict, string, literal);
    const key = { present, ...bareKey(tree.text, literal) };
    return { at: level === 1 ? 'row name' : 'field name', table, ...key };
  }
  if (level !== 2) return undefined;
  const field = stringValue(tree, pair + 1);
  return field === undefined ? undefined : { at: 'field value', table, field, replace };
}

/** A key that has not even its quotes: where an entry of a dict may begin. */
function newKey(tree: PythonTree, dicts: readonly number[], table: string, offset: number): Site | undefined {
  const dict = dicts.at(-1);
  const level = levelIn(table, dicts);
  if (dict === undefined || (level !== 1 && level !== 2)) return undefined;
  const { text } = tree;
  const before = children(tree, dict).findLast(child => tree.end[child]! <= offset);
  const between = text.slice(before === undefined ? tree.start[dict]! + 1 : tree.end[before]!, offset);
  const next = /^[ \t]*([^ \t]?)/.exec(text.slice(offset, offset + 100))?.[1] ?? '';
  if (offset <= tree.start[dict]! || !BETWEEN_ENTRIES.test(between) || !',}\n\r#'.includes(next)) return undefined;
  if (between.includes(',') !== (before !== undefined)) return undefined;
  const isEmptyLine = before === undefined && between.trim() === '' && !between.includes('\n') && next === '}';
  const replace = { start: offset, end: offset };
  const present = keysOf(tree, dict);
  const bare = { quote: '"', opening: isEmptyLine ? '\n    "' : '"', comma: next === ',' ? '' : ',' };
  return { at: level === 1 ? 'row name' : 'field name', table, present, replace, bare };
}

/** What may stand between two entries of a dict: a comma, and comments. */
const BETWEEN_ENTRIES = /^\s*(?:#.*[\r\n]\s*)*(?:,\s*(?:#.*[\r\n]\s*)*)?$/;

/** What an item replaces: with the closing quote where the key has no value yet. */
function bareKey(text: string, { start, end, quote, close }: LiteralSite): Pick<KeySite, 'bare'> & { replace: Span } {
  const next = /[^ \t]/.exec(text.slice(close, close + 100))?.[0] ?? '';
  if (next === ':' || quote.length > 1) return { replace: { start, end } };
  return { replace: { start, end: close }, bare: { quote, opening: '', comma: next === ',' ? '' : ',' } };
}

/** The keys of a dict except for the one that is being typed: of adjacent strings, the last is a key if that is another one. */
function keysOf(tree: PythonTree, dict: number, except?: number, literal?: LiteralSite): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const item of children(tree, dict)) {
    const key = tree.kind[item] === Kind.Pair ? item + 1 : item;
    const last = key === except ? lastOfJoined(tree, key) : undefined;
    const below = last !== undefined && literal !== undefined && last.span.start >= literal.end ? last.name : undefined;
    const name = key === except ? below : stringValue(tree, key);
    if (name !== undefined) keys.add(name);
  }
  return keys;
}

function targetName(tree: PythonTree, assign: number): string | undefined {
  const target = tree.kind[assign + 1] === Kind.Target ? assign + 2 : assign + 1;
  return nameText(tree, target);
}

/** An argument of a call, or the key of a subscript. */
function siteInExpression(tree: PythonTree, chain: readonly number[], string: number, replace: Span): Site | undefined {
  const parent = chain.at(-2);
  if (parent === undefined) return undefined;
  if (tree.kind[parent] === Kind.Subscript) {
    const table = calledName(tree, parent + 1);
    return table === undefined ? undefined : { at: 'subscript', table, replace };
  }
  const isKeyword = tree.kind[parent] === Kind.Keyword;
  const call = isKeyword ? chain.at(-3) : parent;
  if (call === undefined || tree.kind[call] !== Kind.Call) return undefined;
  const callee = methodName(tree, call + 1);
  if (callee === undefined) return undefined;
  const position = children(tree, call).slice(1).indexOf(string);
  const keyword = isKeyword ? nameText(tree, parent + 1) : undefined;
  return { at: 'argument', api: callee.slice(callee.lastIndexOf('.') + 1), keyword, position, replace };
}

/** The name of a mapping; of one that a call returns, the name of the callee with `()`. */
function calledName(tree: PythonTree, node: number): string | undefined {
  if (tree.kind[node] !== Kind.Call) return nameText(tree, node);
  const callee = methodName(tree, node + 1);
  return callee === undefined ? undefined : callee + GIVEN;
}

/** The dotted name of a callee; of a method of what another call returns, its own name. */
function methodName(tree: PythonTree, node: number): string | undefined {
  if (tree.kind[node] !== Kind.Attribute) return nameText(tree, node);
  const name = children(tree, node)[1];
  return name === undefined ? undefined : nameText(tree, name);
}

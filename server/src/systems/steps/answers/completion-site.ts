import { defined, groupOf } from '../../../base/defined';
import type { Span } from '../../../base/text';
import { nameText, stringValue } from '../../../syntax/python/literal';
import { children, Kind, type PythonTree } from '../../../syntax/python/tree';

/** A string in a Python text that may hold a name of a registry. `present` are names that are already there. */
export type Site = { readonly replace: Span } & (
  | { readonly at: 'row name'; readonly table: string; readonly present: ReadonlySet<string> }
  | { readonly at: 'field name'; readonly table: string; readonly present: ReadonlySet<string> }
  | { readonly at: 'field value'; readonly table: string; readonly field: string }
  | { readonly at: 'argument'; readonly api: string; readonly keyword: string | undefined; readonly position: number }
  | { readonly at: 'subscript'; readonly table: string }
);

/** The site of the string that holds `offset`; undefined if there is no string or it is in no such place. */
export function siteAt(tree: PythonTree, offset: number): Site | undefined {
  const chain = chainTo(tree, offset);
  const string = chain.at(-1);
  if (string === undefined || tree.kind[string] !== Kind.String) return undefined;
  const replace = contentAt(tree, string, offset);
  if (replace === undefined) return undefined;
  const kinds = chain.map(node => tree.kind[node]);
  const dicts = chain.filter((_, i) => kinds[i] === Kind.Dict);
  const assign = chain.find((_, i) => kinds[i] === Kind.Assign || kinds[i] === Kind.AugAssign);
  const table = assign === undefined ? undefined : targetName(tree, assign);
  if (table !== undefined && dicts.length > 0) return siteInTable(tree, { chain, dicts, string, table, replace });
  return siteInExpression(tree, chain, string, replace);
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

/** The span between the quotes of a string; undefined if `offset` is outside of it. */
function contentAt(tree: PythonTree, string: number, offset: number): Span | undefined {
  const text = tree.text.slice(tree.start[string], tree.end[string]);
  const quote = /^[A-Za-z]*("""|'''|"|')/.exec(text);
  if (quote === null) return undefined;
  const start = tree.start[string]! + quote[0].length;
  const closed = text.length > quote[0].length && text.endsWith(groupOf(quote, 1));
  const end = tree.end[string]! - (closed ? groupOf(quote, 1).length : 0);
  return start <= offset && offset <= end ? { start, end } : undefined;
}

interface StringInTable {
  /** The nodes from the module down to the string. */
  readonly chain: readonly number[];
  /** Those nodes of the chain that are dicts. */
  readonly dicts: readonly number[];
  readonly string: number;
  readonly table: string;
  readonly replace: Span;
}

/** Registry tables are dicts of dicts; metadata is one dict, whose keys are fields. */
function siteInTable(tree: PythonTree, { chain, dicts, string, table, replace }: StringInTable): Site | undefined {
  const flat = table === 'WORKSPACE_METADATA';
  const level = flat ? dicts.length + 1 : dicts.length;
  const dict = defined(dicts.at(-1), 'the innermost dict');
  const pair = defined(chain[chain.indexOf(dict) + 1], 'the pair around the string');
  const isKey = pair === string || pair + 1 === string;
  if (level === 1 && isKey) return { at: 'row name', table, present: keysOf(tree, dict, string), replace };
  if (level !== 2) return undefined;
  if (isKey) return { at: 'field name', table, present: keysOf(tree, dict, string), replace };
  const field = stringValue(tree, pair + 1);
  return field === undefined ? undefined : { at: 'field value', table, field, replace };
}

/** The keys of a dict except for the one that is being typed. */
function keysOf(tree: PythonTree, dict: number, except: number): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const item of children(tree, dict)) {
    const key = tree.kind[item] === Kind.Pair ? item + 1 : item;
    const name = key === except ? undefined : stringValue(tree, key);
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
    const table = nameText(tree, parent + 1);
    return table === undefined ? undefined : { at: 'subscript', table, replace };
  }
  const isKeyword = tree.kind[parent] === Kind.Keyword;
  const call = isKeyword ? chain.at(-3) : parent;
  if (call === undefined || tree.kind[call] !== Kind.Call) return undefined;
  const callee = nameText(tree, call + 1);
  if (callee === undefined) return undefined;
  const position = children(tree, call).slice(1).indexOf(string);
  const keyword = isKeyword ? nameText(tree, parent + 1) : undefined;
  return { at: 'argument', api: callee.slice(callee.lastIndexOf('.') + 1), keyword, position, replace };
}

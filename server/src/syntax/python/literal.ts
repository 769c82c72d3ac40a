import type { Unknown, Value } from '../../model/value';
import { decoded, literalsIn } from './string-parts';
import { Flag, Kind, NONE, firstChild, nextChild, type PythonTree } from './tree';

/** Values nested deeper than this are not made: nobody writes them, and whoever walks the value may recurse. */
const DEEPEST = 50;

/**
 * What a String says, escapes undone and adjacent literals joined. Nothing for other nodes, for bytes, for strings with
 * replacement fields, and for those that name a character (`\N{…}`).
 */
export function stringValue(tree: PythonTree, node: number): string | undefined {
  if (tree.kind[node] !== Kind.String) return undefined;
  const flags = tree.flags[node]!;
  if ((flags & Flag.Decode) === 0) return tree.text.slice(tree.start[node]! + 1, tree.end[node]! - 1);
  if ((flags & (Flag.Fields | Flag.Bytes)) !== 0) return undefined;
  return joined(tree.text, tree.start[node]!, tree.end[node]!);
}

/** The text of a Name without the white space and comments around its dots; nothing for other nodes. */
export function nameText(tree: PythonTree, node: number): string | undefined {
  if (tree.kind[node] !== Kind.Name) return undefined;
  const text = tree.text.slice(tree.start[node], tree.end[node]);
  const name = (tree.flags[node]! & Flag.Spaced) === 0 ? text : text.replace(/#[^\n\r]*|[\s\\]+/g, '');
  return normalName(name);
}

/** A name as Python compares it. */
export function normalName(name: string): string {
  return isAscii(name) ? name : name.normalize('NFKC');
}

/** The value of an expression as far as it is a literal; what is not is `unknown`, with its text shortened. */
export function literalValue(tree: PythonTree, node: number): Value {
  return valueAt(tree, node, 0);
}

function valueAt(tree: PythonTree, node: number, depth: number): Value {
  if (depth > DEEPEST) return unknown(tree, node);
  switch (tree.kind[node]!) {
    case Kind.String:
      return stringValue(tree, node) ?? unknown(tree, node);
    case Kind.Number:
      return numberValue(tree.text.slice(tree.start[node], tree.end[node])) ?? unknown(tree, node);
    case Kind.Constant:
      return constantValue(tree.text.slice(tree.start[node], tree.end[node]), unknown(tree, node));
    case Kind.List:
    case Kind.Tuple:
    case Kind.Set:
      return (tree.flags[node]! & Flag.Sparse) !== 0 ? unknown(tree, node) : listValue(tree, node, depth);
    case Kind.Dict:
      return (tree.flags[node]! & Flag.Sparse) !== 0 ? unknown(tree, node) : dictValue(tree, node, depth);
    default:
      return unknown(tree, node);
  }
}

function listValue(tree: PythonTree, node: number, depth: number): Value {
  const items: Value[] = [];
  for (let child = firstChild(tree, node); child !== NONE; child = nextChild(tree, node, child))
    items.push(valueAt(tree, child, depth + 1));
  return items;
}

/** A mapping if all its keys are strings; a spread, or a key that code decides, makes the whole unknown. */
function dictValue(tree: PythonTree, node: number, depth: number): Value {
  const entries = new Map<string, Value>();
  for (let child = firstChild(tree, node); child !== NONE; child = nextChild(tree, node, child)) {
    const name = tree.kind[child] === Kind.Pair ? stringValue(tree, child + 1) : undefined;
    if (name === undefined) return unknown(tree, node);
    const value = nextChild(tree, child, child + 1);
    entries.set(name, value === NONE ? null : valueAt(tree, value, depth + 1));
  }
  return entries;
}

function unknown(tree: PythonTree, node: number): Unknown {
  const start = tree.start[node]!;
  const text = tree.text.slice(start, Math.min(tree.end[node]!, start + 200)).replace(/\s+/g, ' ');
  return { unknown: text.length > 40 ? `${text.slice(0, 39)}…` : text };
}

/** A Python number as JavaScript can hold it; nothing for complex numbers and integers that would lose digits. */
function numberValue(text: string): number | undefined {
  const digits = text.replace(/[_\s]|\\\r?\n/g, '');
  const isNegative = digits.startsWith('-');
  const value = Number(digits.replace(/^[-+]/, '').replace(/^0+(?=\d)/, ''));
  const isInteger = /^[-+]?(?:\d+|0[xXoObB].*)$/.test(digits);
  if (Number.isNaN(value) || (isInteger && !Number.isSafeInteger(value))) return undefined;
  return isNegative ? -value : value;
}

function constantValue(text: string, otherwise: Value): Value {
  if (text === 'None') return null;
  return text === 'True' || text === 'False' ? text === 'True' : otherwise;
}

/** The adjacent literals between two offsets, as one value. */
function joined(text: string, start: number, end: number): string | undefined {
  let value = '';
  for (const { prefix, from, to } of literalsIn(text, start, end)) {
    const part = decoded(text.slice(from, to), prefix);
    if (part === undefined) return undefined;
    value += part;
  }
  return value;
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

import { stringValue } from '../literal';
import { Flag, Kind, NONE, firstChild, nextChild, spanOf, textOf, type PythonTree } from '../tree';
import { unescapeBytes } from '../escapes';
import { builtinClass } from './builtin-classes';
import type { Place, PyDict, PyList, PyValue, Run, WrittenDict } from './values';

/** The value of a String without replacement fields, a Number or a Constant. */
export function scalarOf(run: Run, tree: PythonTree, node: number): PyValue {
  switch (tree.kind[node]!) {
    case Kind.Number:
      return numberOf(run, textOf(tree, node));
    case Kind.Constant:
      return constantOf(textOf(tree, node));
    default:
      return textOrBytes(run, tree, node);
  }
}

function textOrBytes(run: Run, tree: PythonTree, node: number): PyValue {
  const text = stringValue(tree, node);
  if (text !== undefined) return text;
  const isBytes = (tree.flags[node]! & Flag.Bytes) !== 0;
  const bytes = isBytes ? bytesOf(textOf(tree, node)) : undefined;
  if (bytes !== undefined) return { kind: 'bytes', text: bytes };
  const reason = isBytes ? 'bytes are joined' : 'a character is named by its Unicode name';
  return { kind: 'unknown', reason, at: run.site, class: builtinClass(isBytes ? 'bytes' : 'str') };
}

/** What a bytes literal holds, a character for each byte; nothing if it is several literals. */
function bytesOf(text: string): string | undefined {
  const found = /^([a-zA-Z]+)("""|'''|"|')([^]*)\2$/.exec(text);
  const [, prefix = '', quote = '', content = ''] = found ?? [];
  if (found === null || content.replace(/\\[^]/g, '').includes(quote)) return undefined;
  const lines = content.replace(/\r\n?/g, '\n');
  return /r/i.test(prefix) ? lines : unescapeBytes(lines);
}

function numberOf(run: Run, text: string): PyValue {
  const digits = text.replace(/[_\s]|\\\r?\n/g, '');
  const [, sign = '', size = ''] = /^([-+]?)(.*)$/.exec(digits) ?? [];
  if (/j$/i.test(size))
    return { kind: 'unknown', reason: 'a number is complex', at: run.site, class: builtinClass('complex') };
  const isInteger = /^(?:\d+|0[xXoObB].*)$/.test(size);
  const value = isInteger ? BigInt(size.replace(/^0+(?=\d)/, '')) : Number(size);
  return sign === '-' ? -value : value;
}

function constantOf(text: string): PyValue {
  if (text === 'None') return null;
  return text === '...' ? { kind: 'special', name: 'Ellipsis' } : text === 'True';
}

/** A dict that was written as a literal with nothing but literals inside; it is read when somebody looks into it. */
export function writtenDict(run: Run, written: WrittenDict): PyDict {
  return run.heap.addWritten({ kind: 'dict', content: undefined, epoch: 0, written });
}

/** Reads one of the entries of such a dict; nothing for a key without a value. */
export function readPair(
  run: Run,
  written: WrittenDict,
  pair: number,
): { key: PyValue; value: PyValue; keyAt: Place; valueAt: Place } | undefined {
  const { tree, source } = written;
  const key = firstChild(tree, pair);
  const value = key === NONE ? NONE : nextChild(tree, pair, key);
  if (value === NONE) return undefined;
  return {
    key: literalOf(run, written, key),
    value: literalOf(run, written, value),
    keyAt: { source, span: spanOf(tree, key) },
    valueAt: { source, span: spanOf(tree, value) },
  };
}

function literalOf(run: Run, written: WrittenDict, node: number): PyValue {
  const { tree } = written;
  switch (tree.kind[node]!) {
    case Kind.Dict:
      return writtenDict(run, { ...written, node });
    case Kind.List:
      return writtenList(run, itemsOf(run, written, node));
    case Kind.Tuple:
      return { kind: 'tuple', items: itemsOf(run, written, node) };
    default:
      return scalarOf(run, tree, node);
  }
}

function writtenList(run: Run, items: PyValue[]): PyList {
  const content = { items };
  return run.heap.addWritten<PyList>({ kind: 'list', content, pristine: content, epoch: 0 });
}

function itemsOf(run: Run, written: WrittenDict, node: number): PyValue[] {
  const items: PyValue[] = [];
  const { tree } = written;
  for (let child = firstChild(tree, node); child !== NONE; child = nextChild(tree, node, child))
    items.push(literalOf(run, written, child));
  return items;
}

/** Whether a dict may be left unread until somebody looks inside. */
export function isPlainLiteral({ flags }: PythonTree, dict: number): boolean {
  return (flags[dict]! & Flag.Literals) !== 0;
}

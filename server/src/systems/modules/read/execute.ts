import { FactParts } from '../../../model/fact-parts';
import type { Span } from '../../../base/text';
import type { SourceFile } from '../../../model/fact';
import { nameText, stringValue } from '../../../syntax/python/literal';
import {
  childOfKind,
  children,
  Clause,
  clauseOf,
  Flag,
  Kind,
  NONE,
  type PythonTree,
  spanOf,
} from '../../../syntax/python/tree';
import type { FactWriter } from '../../system';
import type { ExecuteFact, ExecuteTerm } from '../facts';

/**
 * Writes what the `execute` of a class reads from its inputs, and the keys of what it returns, as far as its text decides that. The run
 * time gives it the inputs as the caller wrote them, and validates what it returns.
 */
export function writeExecute(tree: PythonTree, file: SourceFile, owner: string, body: number, out: FactWriter): void {
  const method = children(tree, body).findLast(node => isExecute(tree, node)) ?? NONE;
  if (method === NONE || childOfKind(tree, method, Kind.Decorator) !== NONE) return;
  const inputs = inputsOf(tree, method);
  if (inputs === undefined) return;
  const parts = new FactParts(spanOf(tree, method), spanOf(tree, childOfKind(tree, method, Kind.Name)));
  const found = [...readsOf(tree, method, inputs), ...returnsOf(tree, method)];
  if (found.length === 0) return;
  for (const { span } of found) parts.field(span);
  const fact: ExecuteFact = { kind: 'module-execute', name: owner, file, terms: found.map(({ term }) => term) };
  out.fact(fact, parts);
}

interface Placed {
  readonly term: ExecuteTerm;
  readonly span: Span;
}

function isExecute(tree: PythonTree, node: number): boolean {
  return tree.kind[node] === Kind.Function && nameText(tree, childOfKind(tree, node, Kind.Name)) === 'execute';
}

/** The name of the second parameter, which the inputs come by. */
function inputsOf(tree: PythonTree, method: number): string | undefined {
  const list = childOfKind(tree, method, Kind.Parameters);
  const [self, inputs] = list === NONE ? [] : children(tree, list);
  const isPlain = (node: number | undefined): node is number => node !== undefined && tree.flags[node] === 0;
  if (!isPlain(self) || !isPlain(inputs)) return undefined;
  const name = childOfKind(tree, inputs, Kind.Name);
  return name === inputs + 1 ? nameText(tree, name) : undefined;
}

/** Calls that neither change a dict which they are given nor tell which names it has. */
const HARMLESS = /(?:^|\.)(?:model_validate|print|dumps)$/;

/**
 * The names that are read from the inputs. None where the inputs may be changed first, where code may look at which names there are, where
 * an exception may be caught, or where the name may stand for something else. A name that the code asks for with `in` is one that it
 * can do without, and what stands in a `with` may fail unseen: `contextlib.suppress`.
 */
function readsOf(tree: PythonTree, method: number, inputs: string): Placed[] {
  const found: Placed[] = [];
  const asked = new Set<string>();
  const parent = new Map<number, number>();
  const body = childOfKind(tree, method, Kind.Body);
  const isWithin = (node: number, ...kinds: readonly Kind[]): boolean => {
    for (let above = parent.get(node); above !== undefined; above = parent.get(above))
      if (kinds.some(kind => kind === tree.kind[above])) return true;
    return false;
  };
  for (let node = body; node < tree.next[body]!; node++) {
    const above = parent.get(node) ?? NONE;
    for (const child of children(tree, node)) parent.set(child, node);
    if (tree.kind[node] === Kind.Block && clauseOf(tree, node) === Clause.Try) return [];
    if (tree.kind[node] !== Kind.Name) continue;
    const text = nameText(tree, node) ?? '';
    if (text !== inputs && !text.startsWith(`${inputs}.`)) continue;
    const isFirst = node === above + 1;
    const following = tree.next[node]!;
    const key = isFirst && following < tree.next[above]! ? stringValue(tree, following) : undefined;
    if (text !== inputs) {
      if (!isFirst || tree.kind[above] !== Kind.Call || text !== `${inputs}.get`) return [];
      if (key !== undefined)
        found.push({ term: { is: 'read', name: key, optional: true }, span: spanOf(tree, following) });
    } else if (tree.kind[above] === Kind.Subscript && isFirst) {
      if (isWithin(node, Kind.Target, Kind.Delete)) return [];
      if (key !== undefined && !isWithin(node, Kind.With))
        found.push({ term: { is: 'read', name: key }, span: spanOf(tree, following) });
    } else if (tree.kind[above] === Kind.Comparison) {
      const [left = NONE] = children(tree, parent.get(above) ?? NONE);
      const name = stringValue(tree, left);
      if (name === undefined) return [];
      asked.add(name);
    } else if (tree.kind[above] === Kind.Call) {
      if (isFirst || !HARMLESS.test(nameText(tree, above + 1) ?? '')) return [];
    } else if (tree.kind[above] !== Kind.Return) return [];
  }
  return found.filter(({ term }) => term.is === 'read' && !asked.has(term.name));
}

/** The dicts that are returned, where all of their keys are written; none of a generator. */
function returnsOf(tree: PythonTree, method: number): Placed[] {
  const found: Placed[] = [];
  const body = childOfKind(tree, method, Kind.Body);
  for (let node = body + 1; node < tree.next[body]!; node++) {
    const kind = tree.kind[node];
    if (kind === Kind.Function || kind === Kind.Lambda || kind === Kind.Class) node = tree.next[node]! - 1;
    else if (kind === Kind.Yield) return [];
    else if (kind === Kind.Return && tree.kind[node + 1] === Kind.Dict && tree.next[node]! > node + 1)
      found.push(...dictOf(tree, node + 1));
  }
  return found;
}

function dictOf(tree: PythonTree, dict: number): Placed[] {
  if ((tree.flags[dict]! & (Flag.Sparse | Flag.Unclosed)) !== 0) return [];
  const keys = children(tree, dict).map(pair => (tree.kind[pair] === Kind.Pair ? pair + 1 : NONE));
  const names = keys.flatMap(key => (key === NONE ? [] : (stringValue(tree, key) ?? [])));
  if (names.length !== keys.length) return [];
  return [
    { term: { is: 'return', keys: names }, span: spanOf(tree, dict) },
    ...keys.map((key, i): Placed => ({ term: { is: 'key', name: names[i] ?? '' }, span: spanOf(tree, key) })),
  ];
}

import { nameText, stringValue } from '../../../syntax/python/literal';
import { afterData, children, firstChild, Kind, NONE, textOf, type PythonTree } from '../../../syntax/python/tree';

/**
 * Rows that code changes after they were written, by variable and name; `undefined` stands for all rows of a variable.
 */
export type ChangedRows = ReadonlyMap<string, ReadonlySet<string | undefined>>;

/**
 * Finds statements that reach into rows: `LOCAL_STEPS["X"]["framework"] = …`, `LOCAL_STEPS["X"].update(…)`,
 * `del LOCAL_STEPS["X"]`, and loops over `LOCAL_STEPS.values()`. What such a row holds in the end cannot be told.
 */
export function changedRows(tree: PythonTree, isTable: (name: string) => boolean): ChangedRows {
  const changed = new Map<string, Set<string | undefined>>();
  for (let node = 0; node < tree.count; node = afterData(tree, node))
    for (const { variable, name } of reached(tree, node))
      if (isTable(variable)) changed.set(variable, (changed.get(variable) ?? new Set()).add(name));
  return changed;
}

export function isChanged(changed: ChangedRows, variable: string, name: string): boolean {
  const names = changed.get(variable);
  return names !== undefined && (names.has(name) || names.has(undefined));
}

interface Reached {
  readonly variable: string;
  readonly name: string | undefined;
}

function* reached(tree: PythonTree, node: number): Iterable<Reached> {
  const kind = tree.kind[node];
  if (kind === Kind.Target) yield* rowIn(tree, rowOf(tree, firstChild(tree, node)));
  else if (kind === Kind.Call && CHANGES.test(headOf(tree, node)))
    yield* rowIn(tree, firstChild(tree, firstChild(tree, node)));
  else if (kind === Kind.Other && /^del\b/.test(textOf(tree, node)))
    for (const item of children(tree, node)) yield* deleted(tree, item);
  else if (kind === Kind.Block && /^(?:async\s+)?for\b/.test(textOf(tree, node))) yield* loopedOver(tree, node);
}

const CHANGES = /\.(?:update|setdefault|pop|popitem|clear)\($/;

/** The `STEPS["X"]` of `STEPS["X"]["field"]`. */
function rowOf(tree: PythonTree, node: number): number {
  return tree.kind[node] === Kind.Subscript ? firstChild(tree, node) : NONE;
}

function* deleted(tree: PythonTree, item: number): Iterable<Reached> {
  yield* rowIn(tree, item);
  yield* rowIn(tree, rowOf(tree, item));
}

/** The row that `STEPS["X"]` stands for; any, where the key is decided by code. */
function* rowIn(tree: PythonTree, node: number): Iterable<Reached> {
  if (tree.kind[node] !== Kind.Subscript) return;
  const [value = NONE, key = NONE] = children(tree, node);
  const variable = nameText(tree, value);
  if (variable !== undefined) yield { variable, name: stringValue(tree, key) };
}

function* loopedOver(tree: PythonTree, loop: number): Iterable<Reached> {
  for (const child of children(tree, loop)) {
    const callee = tree.kind[child] === Kind.Call ? nameText(tree, firstChild(tree, child)) : undefined;
    const variable = /^(\w+)\.(?:items|values)$/.exec(callee ?? '')?.[1];
    if (variable !== undefined) yield { variable, name: undefined };
  }
}

/** The text of a call up to its opening bracket. */
function headOf(tree: PythonTree, call: number): string {
  const callee = firstChild(tree, call);
  return tree.kind[callee] === Kind.Other ? `${textOf(tree, callee)}(` : '';
}

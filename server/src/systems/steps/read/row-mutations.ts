import { nameText, stringValue } from '../../../syntax/python/literal';
import { afterData, children, firstChild, Kind, NONE, textOf, type PythonTree } from '../../../syntax/python/tree';

/** Rows that code changes after they were written, by variable and name; undefined for all rows of a variable. */
export type ChangedRows = ReadonlyMap<string, ReadonlySet<string | undefined>>;

/**
 * Finds rows that statements change: `LOCAL_STEPS["X"]["framework"] = …`, `LOCAL_STEPS["X"].update(…)`,
 * `del LOCAL_STEPS["X"]`, and loops over `LOCAL_STEPS.values()`. The final contents of such a row are not known.
 */
export function changedRows(tree: PythonTree, isTable: (name: string) => boolean): ChangedRows {
  const changed = new Map<string, Set<string | undefined>>();
  for (let node = 0; node < tree.count; node = afterData(tree, node))
    for (const { variable, name } of changedBy(tree, node))
      if (isTable(variable)) changed.set(variable, (changed.get(variable) ?? new Set()).add(name));
  return changed;
}

export function isChanged(changed: ChangedRows, variable: string, name: string): boolean {
  const names = changed.get(variable);
  return names !== undefined && (names.has(name) || names.has(undefined));
}

interface ChangedRow {
  readonly variable: string;
  /** Undefined for any row of the variable. */
  readonly name: string | undefined;
}

function* changedBy(tree: PythonTree, node: number): Iterable<ChangedRow> {
  const kind = tree.kind[node];
  if (kind === Kind.Target) yield* rowOfSubscript(tree, innerSubscript(tree, firstChild(tree, node)));
  else if (kind === Kind.Call && CHANGING_CALL.test(headOf(tree, node)))
    yield* rowOfSubscript(tree, firstChild(tree, firstChild(tree, node)));
  else if (kind === Kind.Other && /^del\b/.test(textOf(tree, node)))
    for (const item of children(tree, node)) yield* deletedBy(tree, item);
  else if (kind === Kind.Block && /^(?:async\s+)?for\b/.test(textOf(tree, node))) yield* loopedOver(tree, node);
}

const CHANGING_CALL = /\.(?:update|setdefault|pop|popitem|clear)\($/;

/** The `STEPS["X"]` of `STEPS["X"]["field"]`. */
function innerSubscript(tree: PythonTree, node: number): number {
  return tree.kind[node] === Kind.Subscript ? firstChild(tree, node) : NONE;
}

function* deletedBy(tree: PythonTree, item: number): Iterable<ChangedRow> {
  yield* rowOfSubscript(tree, item);
  yield* rowOfSubscript(tree, innerSubscript(tree, item));
}

/** The row that `STEPS["X"]` stands for; any row if code decides the key. */
function* rowOfSubscript(tree: PythonTree, node: number): Iterable<ChangedRow> {
  if (tree.kind[node] !== Kind.Subscript) return;
  const [value = NONE, key = NONE] = children(tree, node);
  const variable = nameText(tree, value);
  if (variable !== undefined) yield { variable, name: stringValue(tree, key) };
}

function* loopedOver(tree: PythonTree, loop: number): Iterable<ChangedRow> {
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

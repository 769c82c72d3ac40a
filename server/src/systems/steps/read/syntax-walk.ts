import { afterData, Kind, type PythonTree } from '../../../syntax/python/tree';

/** Where a node stands, seen from the module. */
export interface Scope {
  /** Inside a function: runs when somebody calls it, or never. */
  readonly inFunction: boolean;
  readonly inClass: boolean;
  /** The call that the innermost enclosing `with` enters, or -1. */
  readonly withCall: number;
}

interface Enclosing extends Scope {
  /** The first node after it. */
  readonly end: number;
}

const MODULE: Scope = { inFunction: false, inClass: false, withCall: -1 };

/**
 * Visits every node in the order of the text, with the scope it stands in; of a dict of literals only the dict. Linear,
 * whatever the nesting.
 */
export function walk(tree: PythonTree, visit: (node: number, scope: Scope) => void): void {
  const enclosing: Enclosing[] = [];
  let scope: Scope = MODULE;
  for (let node = 0; node < tree.count; node = afterData(tree, node)) {
    while (enclosing.length > 0 && node >= enclosing.at(-1)!.end) {
      enclosing.pop();
      scope = enclosing.at(-1) ?? MODULE;
    }
    visit(node, scope);
    const inner = innerScope(tree, node, scope);
    if (inner !== undefined) enclosing.push((scope = { ...inner, end: tree.next[node]! } as Enclosing));
  }
}

export function* childrenOf(tree: PythonTree, node: number): Iterable<number> {
  const end = tree.next[node]!;
  for (let child = node + 1; child < end; child = tree.next[child]!) yield child;
}

function innerScope(tree: PythonTree, node: number, scope: Scope): Scope | undefined {
  const kind = tree.kind[node];
  if (kind === Kind.Function) return { ...scope, inFunction: true };
  if (kind === Kind.Class) return { ...scope, inClass: true };
  return kind === Kind.With ? { ...scope, withCall: withCall(tree, node) } : undefined;
}

function withCall(tree: PythonTree, node: number): number {
  for (const child of childrenOf(tree, node)) if (tree.kind[child] === Kind.Call) return child;
  return -1;
}

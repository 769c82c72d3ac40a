import { children, afterData, Kind, type PythonTree } from '../../../syntax/python/tree';

/** What encloses a node. */
export interface Scope {
  /** The node is in a function, so it runs when the function is called, or never. */
  readonly inFunction: boolean;
  readonly inClass: boolean;
  /** The call that the innermost enclosing `with` enters, or -1. */
  readonly withCall: number;
}

interface Enclosing extends Scope {
  /** The first node after the enclosing statement. */
  readonly end: number;
}

const MODULE: Scope = { inFunction: false, inClass: false, withCall: -1 };

/** Visits every node in text order, with its scope; skips the contents of dicts of literals. Takes linear time. */
export function walk(tree: PythonTree, visit: (node: number, scope: Scope) => void): void {
  const enclosing: Enclosing[] = [];
  let scope: Scope = MODULE;
  for (let node = 0; node < tree.count; node = afterData(tree, node)) {
    while (node >= (enclosing.at(-1)?.end ?? Infinity)) {
      enclosing.pop();
      scope = enclosing.at(-1) ?? MODULE;
    }
    visit(node, scope);
    const inner = innerScope(tree, node, scope);
    if (inner !== undefined) enclosing.push((scope = { ...inner, end: tree.next[node]! } as Enclosing));
  }
}

function innerScope(tree: PythonTree, node: number, scope: Scope): Scope | undefined {
  const kind = tree.kind[node];
  if (kind === Kind.Function) return { ...scope, inFunction: true };
  if (kind === Kind.Class) return { ...scope, inClass: true };
  return kind === Kind.With ? { ...scope, withCall: withCall(tree, node) } : undefined;
}

function withCall(tree: PythonTree, node: number): number {
  for (const child of children(tree, node)) if (tree.kind[child] === Kind.Call) return child;
  return -1;
}

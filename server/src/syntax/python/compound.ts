import { Kind, type PythonTree } from './tree';

/** Whether statements may stand in a node of this kind. */
export function holdsStatements(kind: number): boolean {
  switch (kind) {
    case Kind.Module:
    case Kind.Body:
    case Kind.Block:
    case Kind.With:
    case Kind.Class:
    case Kind.Function:
      return true;
    default:
      return false;
  }
}

/** The text of a compound statement, or of a clause of one, before its body: `except ImportError as error:`. */
export function headOf(tree: PythonTree, node: number): string {
  const end = tree.next[node]!;
  let body = node + 1;
  while (body < end && tree.kind[body] !== Kind.Body) body = tree.next[body]!;
  return tree.text.slice(tree.start[node], body < end ? tree.start[body] : tree.end[node]);
}

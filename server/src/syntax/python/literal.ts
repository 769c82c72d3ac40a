import type { Value } from '../../model/value';
import type { PythonTree } from './tree';

export function stringValue(tree: PythonTree, node: number): string | undefined {
  return tree.count > node ? '' : undefined;
}
export function nameText(tree: PythonTree, node: number): string | undefined {
  return tree.count > node ? '' : undefined;
}
export function literalValue(tree: PythonTree, node: number): Value {
  return tree.count > node ? '' : null;
}

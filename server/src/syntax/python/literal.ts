import type { Value } from '../../model/value';
import { children, Kind, textOf, type PythonTree } from './tree';

export function stringValue(tree: PythonTree, node: number): string | undefined {
  if (tree.kind[node] !== Kind.String) return undefined;
  const text = textOf(tree, node);
  if (/^[rRuU]*[fFbB]/.test(text)) return undefined;
  const parts = [...text.matchAll(/[rRuU]?("""|'''|"|')((?:\\[\s\S]|(?!\1)[\s\S])*)(?:\1|$)/g)];
  return parts.map(p => p[2]!.replace(/\\(.)/g, '$1')).join('');
}

export function nameText(tree: PythonTree, node: number): string | undefined {
  return tree.kind[node] === Kind.Name ? textOf(tree, node) : undefined;
}

export function literalValue(tree: PythonTree, node: number): Value {
  const text = textOf(tree, node);
  switch (tree.kind[node]) {
    case Kind.String:
      return stringValue(tree, node) ?? { unknown: text };
    case Kind.Number:
      return Number(text);
    case Kind.Constant:
      return text === 'True' ? true : text === 'False' ? false : null;
    case Kind.List:
    case Kind.Tuple:
    case Kind.Set:
      return children(tree, node).map(child => literalValue(tree, child));
    case Kind.Dict: {
      const map = new Map<string, Value>();
      for (const pair of children(tree, node)) {
        const [key, value] = children(tree, pair);
        const name = key === undefined ? undefined : stringValue(tree, key);
        if (name === undefined || value === undefined) return { unknown: text };
        map.set(name, literalValue(tree, value));
      }
      return map;
    }
    default:
      return { unknown: text };
  }
}

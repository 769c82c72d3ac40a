import { nameText } from './literal';
import { afterData, children, Kind, NONE, type PythonTree } from './tree';

/** What an expression, or an annotation, makes of the names that are bound to it; undefined where that is nothing of interest. */
export type TypeAt = (node: number, typed: ReadonlyMap<string, string>) => string | undefined;

/**
 * The names of a file (`registry`, `self.registry`) that stand for objects of interesting types, wherever in the file they are: every
 * statement that binds such a name says so, by its value or by an annotation. Scopes are not told apart, so that a name which means
 * something else anywhere is none. `None` binds nothing.
 */
export function typedNames(tree: PythonTree, typeAt: TypeAt): ReadonlyMap<string, string> {
  const typed = new Map<string, string>();
  const strange = new Set<string>();
  const note = (name: string | undefined, type: string | undefined): void => {
    if (name === undefined || name === '_') return;
    if (type === undefined || (typed.get(name) ?? type) !== type) strange.add(name);
    else typed.set(name, type);
  };
  const noteTarget = (target: number, type: string | undefined): void => {
    const [only = NONE] = children(tree, target);
    if (only !== NONE && tree.kind[only] === Kind.Name) note(nameText(tree, only), type);
    else for (let node = target + 1; node < tree.next[target]!; node++) note(nameText(tree, node), undefined);
  };
  /** The type of what stands behind the targets; `NOTHING` where that is `None`, or nothing at all. */
  const typeOf = (parts: readonly number[]): string | undefined => {
    const value = parts.find(part => tree.kind[part] !== Kind.Target);
    if (value === undefined) return NOTHING;
    const type = parts.map(part => typeAt(part, typed)).find(each => each !== undefined);
    return type ?? (isTypedNone(tree, value) ? NOTHING : undefined);
  };
  for (let node = 0; node < tree.count; node = afterData(tree, node)) {
    switch (tree.kind[node]!) {
      case Kind.Assign: {
        const parts = children(tree, node);
        const type = typeOf(parts);
        if (type === NOTHING) break;
        for (const part of parts) if (tree.kind[part] === Kind.Target) noteTarget(part, type);
        break;
      }
      case Kind.With: {
        const parts = children(tree, node);
        for (const [i, part] of parts.entries())
          if (tree.kind[part] === Kind.Target) noteTarget(part, typeAt(parts[i - 1] ?? NONE, typed));
        break;
      }
      case Kind.Parameter: {
        const [name = NONE, ...rest] = children(tree, node);
        if (tree.kind[name] === Kind.Name)
          note(nameText(tree, name), rest.map(each => typeAt(each, typed)).find(Boolean) ?? typeAt(node, typed));
        break;
      }
      case Kind.Block:
      case Kind.Comprehension:
      case Kind.AugAssign:
      case Kind.Pattern:
        for (const part of children(tree, node)) if (tree.kind[part] === Kind.Target) noteTarget(part, undefined);
        break;
      case Kind.Walrus:
        note(nameText(tree, node + 1), typeAt(children(tree, node)[1] ?? NONE, typed));
        break;
      case Kind.ImportedName:
        note(nameText(tree, children(tree, node).at(-1) ?? NONE), undefined);
        break;
      case Kind.Function:
      case Kind.Class:
        note(nameText(tree, children(tree, node).find(each => tree.kind[each] === Kind.Name) ?? NONE), undefined);
    }
  }
  for (const name of strange) typed.delete(name);
  return typed;
}

/** No type is called so. */
const NOTHING = '';

/** Whether a node is `None`, which is of any optional type. */
export function isTypedNone(tree: PythonTree, node: number): boolean {
  return tree.kind[node] === Kind.Constant && tree.text.slice(tree.start[node], tree.end[node]) === 'None';
}

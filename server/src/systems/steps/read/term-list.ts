import type { FieldSpans } from '../../../model/fact-parts';
import { nameText } from '../../../syntax/python/literal';
import { children, Kind, NONE, type PythonTree, spanOf, valueOf } from '../../../syntax/python/tree';
import type { Term, TermKind } from '../terms';
import { type ModuleNames, textAt } from './module-names';

/** The terms of one contract or specification while they are read, with their places. */
export class TermList {
  readonly terms: Term[] = [];
  readonly spans: FieldSpans[] = [];
  readonly open = new Set<TermKind>();

  readonly tree: PythonTree;
  private readonly names: ModuleNames;

  constructor(tree: PythonTree, names: ModuleNames) {
    this.tree = tree;
    this.names = names;
  }

  /** Adds a term whose name stands at the node `name`, in the node `whole`. */
  add(term: Term, name: number, whole = name): void {
    this.terms.push(term);
    this.spans.push({ name: spanOf(this.tree, name), value: spanOf(this.tree, whole) });
  }

  /** A string literal, or a name of the module that stands for one. */
  text(node: number | undefined): string | undefined {
    return textAt(this.tree, this.names, node);
  }
}

/** The keyword arguments of a call by name; nothing where a spread or a bare argument may be any of them. */
export function keywordsOf(tree: PythonTree, call: number): ReadonlyMap<string, number> | undefined {
  const found = new Map<string, number>();
  for (const child of children(tree, call).slice(1)) {
    const value = tree.kind[child] === Kind.Keyword ? valueOf(tree, child) : NONE;
    const name = value === NONE ? undefined : nameText(tree, child + 1);
    if (name === undefined) return undefined;
    found.set(name, value);
  }
  return found;
}

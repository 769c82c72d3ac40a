import { Clause, childOfKind, children, clauseOf, Kind, NONE, type PythonTree } from './tree';

/** Nesting that a version of Python refuses. */
export interface TooDeep {
  /** The statement that stands too deep. */
  readonly node: number;
  readonly refusedBy: 'all' | 'some';
}

/** How many blocks may be nested (`CO_MAXBLOCKS`): CPython 3.13 takes one more than those before it. */
const MOST = 20;

/**
 * Where loops, `with` and `try` are nested too deeply for CPython (`too many statically nested blocks`): for all versions from 3.10 to
 * 3.13, or for some. What counts are the blocks that its compiler keeps open (`compiler_push_fblock`), in each function anew.
 */
export function nestedBlocks(tree: PythonTree): TooDeep | undefined {
  if (!tree.kind.includes(Kind.Block) && !tree.kind.includes(Kind.With)) return undefined;
  const found = new NestedBlocks(tree);
  found.read(0, 0);
  const [node, refusedBy] = found.deepest > MOST + 1 ? [found.node, 'all' as const] : [found.node, 'some' as const];
  return found.deepest > MOST ? { node, refusedBy } : undefined;
}

const CONTINUING: readonly Clause[] = [Clause.Except, Clause.ExceptGroup, Clause.Else, Clause.Finally];

class NestedBlocks {
  deepest = 0;
  node = NONE;
  private readonly tree: PythonTree;

  constructor(tree: PythonTree) {
    this.tree = tree;
  }

  /** Reads the statements of a body in which `depth` blocks are open. */
  read(body: number, depth: number): void {
    if (body === NONE) return;
    const { tree } = this;
    const statements = children(tree, body);
    statements.forEach((node, index) => {
      const kind = tree.kind[node];
      if (kind === Kind.Class || kind === Kind.Function) this.read(childOfKind(tree, node, Kind.Body), 0);
      if (kind === Kind.With) this.enter(node, depth, this.countItems(node));
      if (kind === Kind.Block) this.enter(node, depth, this.opened(statements, index));
    });
  }

  /** How many items a `with` has. */
  private countItems(node: number): number {
    const { kind } = this.tree;
    return children(this.tree, node).filter(child => kind[child] !== Kind.Target && kind[child] !== Kind.Body).length;
  }

  /** How many blocks the clause at `index` opens. */
  private opened(statements: readonly number[], index: number): number {
    const hasLater = (...clauses: readonly Clause[]): number => (this.isFollowedBy(statements, index, clauses) ? 1 : 0);
    switch (clauseOf(this.tree, statements[index] ?? NONE)) {
      case Clause.For:
      case Clause.While:
      case Clause.Finally:
        return 1;
      case Clause.Try:
        return hasLater(Clause.Except, Clause.ExceptGroup) + hasLater(Clause.Finally);
      case Clause.Except:
      case Clause.ExceptGroup:
        return 2 + hasLater(Clause.Finally);
      case Clause.Else:
        return hasLater(Clause.Finally);
      case Clause.If:
      case Clause.Elif:
      case Clause.Match:
      case Clause.Case:
        return 0;
    }
  }

  /** Whether one of `wanted` is among the clauses that go on with the statement of the one at `index`. */
  private isFollowedBy(statements: readonly number[], index: number, wanted: readonly Clause[]): boolean {
    const { tree } = this;
    for (let at = index + 1; at < statements.length; at++) {
      const node = statements[at] ?? NONE;
      const clause = tree.kind[node] === Kind.Block ? clauseOf(tree, node) : undefined;
      if (clause === undefined || !CONTINUING.includes(clause)) return false;
      if (wanted.includes(clause)) return true;
    }
    return false;
  }

  private enter(node: number, depth: number, opened: number): void {
    const inside = depth + opened;
    if (inside > this.deepest) {
      this.deepest = inside;
      this.node = node;
    }
    this.read(childOfKind(this.tree, node, Kind.Body), inside);
  }
}

import { headOf } from '../../../syntax/python/compound';
import { Clause, clauseOf, Kind, type PythonTree } from '../../../syntax/python/tree';
import type { ImportGuard, ImportRun } from '../facts';

/** Where an import stands: when it is run, and who catches what it raises. */
export interface ImportStanding {
  readonly run: ImportRun;
  readonly guard?: ImportGuard;
}

/** What a statement makes of the imports in it; undefined where it changes nothing. */
export function standingIn(tree: PythonTree, node: number, outer: ImportStanding): ImportStanding | undefined {
  const kind = tree.kind[node];
  // What a function does is not run under the `try` that it is defined in.
  if (kind === Kind.Function) return { run: outer.run === 'type checking' ? outer.run : 'call' };
  if (kind === Kind.With)
    return /\bsuppress\s*\(/.test(headOf(tree, node)) ? { ...outer, guard: 'any failure' } : undefined;
  if (kind !== Kind.Block) return undefined;
  switch (clauseOf(tree, node)) {
    case Clause.Finally:
      return undefined;
    case Clause.Try: {
      const guard = guardOf(tree, node);
      return guard === undefined ? undefined : { ...outer, guard: outer.guard ?? guard };
    }
    case Clause.If:
      return inBranch(outer, TYPE_CHECKING.test(headOf(tree, node)) ? 'type checking' : 'condition');
    default:
      return inBranch(outer, 'condition');
  }
}

/** A branch within a function is run when the function is called, if at all. */
function inBranch(outer: ImportStanding, run: ImportRun): ImportStanding {
  return outer.run === 'import' || run === 'type checking' ? { ...outer, run } : outer;
}

const TYPE_CHECKING = /^if\b[\s(]*(?:[\w.]+\.)?TYPE_CHECKING[\s)]*:/;

/** Who of the clauses behind a `try` catches that an import fails. */
function guardOf(tree: PythonTree, block: number): ImportGuard | undefined {
  let guard: ImportGuard | undefined;
  for (let node = tree.next[block]!; isExcept(tree, node); node = tree.next[node]!) {
    const caught = headOf(tree, node).replace(/^except\b|\bas\s+\S+\s*:\s*$/g, '');
    const words = caught.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? [];
    const relevant = words.filter(word => !OTHER_EXCEPTIONS.has(word));
    if (words.length === 0 || relevant.some(word => word !== 'ModuleNotFoundError')) return 'any failure';
    if (relevant.length > 0) guard = 'missing module';
  }
  return guard;
}

function isExcept(tree: PythonTree, node: number): boolean {
  if (node >= tree.count || tree.kind[node] !== Kind.Block) return false;
  const clause = clauseOf(tree, node);
  return clause === Clause.Except || clause === Clause.ExceptGroup;
}

/** Exceptions that no failing import is. A word that is not here may stand for one, or for several. */
const OTHER_EXCEPTIONS: ReadonlySet<string> = new Set([
  'ArithmeticError',
  'AssertionError',
  'AttributeError',
  'EOFError',
  'FileNotFoundError',
  'IndexError',
  'IOError',
  'KeyError',
  'KeyboardInterrupt',
  'LookupError',
  'NameError',
  'NotImplementedError',
  'OSError',
  'PermissionError',
  'RuntimeError',
  'StopIteration',
  'SyntaxError',
  'SystemExit',
  'TypeError',
  'UnicodeDecodeError',
  'ValueError',
]);

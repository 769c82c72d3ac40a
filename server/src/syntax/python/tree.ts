import type { Span } from '../../base/text';

/**
 * How deep a text is read. `outline` skims: imports, classes, functions, decorators, top-level and class-level assignments
 * (their values as one Sparse node), `with`, `global`, and calls and subscripts that have a string directly inside.
 * `literals` reads every statement and expression.
 */
export type PythonDepth = 'outline' | 'literals';

/**
 * What a node is. Children stand in source order; those of each kind:
 *
 * - `Module`: statements. `Body`: statements of a class, function, `with` or `Block`.
 * - `Import`: ImportedName+. `ImportFrom`: Name (leading dots included; absent while half typed), ImportedName*.
 *   `ImportedName`: Name (`*` for a star import), alias Name?.
 * - `Class`: Decorator*, Name, Bases?, Body. `Bases`: expression | Keyword | Spread.
 * - `Function`: Decorator*, Name, Body. Parameters and the return annotation are not in the tree.
 * - `Assign`: Target+, Annotation?, value?. `AugAssign`: Target, value. `Target`, `Annotation`: one expression.
 * - `Global`: Name+ (also for `nonlocal`, flagged).
 * - `With`: item expressions, Body. `Block`: any other compound statement or clause (`if`, `else`, `try`, `for`, `case` …):
 *   header expressions, Body. Each clause is a Block of its own.
 * - `Return`: value?. Other simple statements are `Other` with their expressions; an expression statement is the
 *   bare expression.
 * - `Call`: callee, then expression | Keyword | Spread. `Keyword`: Name, value?. `Subscript`: value, index expression.
 * - `Dict`: Pair | Spread. `Pair`: key, value? (damaged text may lack the value). `Spread`: the expression after `*` or `**`.
 * - `List`, `Tuple`, `Set`: elements. `Comprehension`: the element (a Pair in a dict comprehension), then for each clause
 *   Target and iterable, or a condition.
 * - `String`: the replacement fields' expressions, if any. Adjacent literals are one node.
 * - `Name`: a dotted name `a.b.c` is one node. `Number` includes its sign. `Constant`: True, False, None, `...`.
 * - `Other`: any other expression (operators, lambda, attribute of a call …) with the operands that could be told.
 *
 * Parentheses that only group are not in the tree, and not in the extent of what they enclose.
 */
export const Kind = {
  Module: 0,
  Import: 1,
  ImportFrom: 2,
  ImportedName: 3,
  Class: 4,
  Bases: 5,
  Function: 6,
  Decorator: 7,
  Body: 8,
  Assign: 9,
  AugAssign: 10,
  Target: 11,
  Annotation: 12,
  Global: 13,
  With: 14,
  Block: 15,
  Return: 16,
  Call: 17,
  Keyword: 18,
  Subscript: 19,
  Dict: 20,
  Pair: 21,
  Spread: 22,
  List: 23,
  Tuple: 24,
  Set: 25,
  String: 26,
  Number: 27,
  Name: 28,
  Constant: 29,
  Comprehension: 30,
  Other: 31,
} as const;

export type Kind = (typeof Kind)[keyof typeof Kind];

/** Bits of `flags`. What a bit says depends on the kind of node. */
export const Flag = {
  /** String: has replacement fields, so its value is not known here. */
  Fields: 1,
  /** String: a bytes literal. */
  Bytes: 2,
  /** String: anything but one unprefixed literal without backslashes; its value must be decoded. */
  Decode: 4,
  /** String: several adjacent literals. */
  Parts: 8,
  /** String: in triple quotes (the first literal). */
  Triple: 16,
  /** String: its closing quote is missing. */
  Unterminated: 32,
  /** Name: there is white space or a comment around a dot. */
  Spaced: 1,
  /** Function, With, Block (`async for`): starts with `async`. */
  Async: 1,
  /** Global: it is a `nonlocal`. */
  Nonlocal: 1,
  /** Comprehension: which brackets. */
  InList: 1,
  InSet: 2,
  InDict: 4,
  InParens: 8,
  /** At outline depth: only calls and subscripts with strings were read inside. */
  Sparse: 64,
  /** Dict: nothing but literals and names in it, at any depth. */
  Data: 32,
  /** Its closing bracket is missing; the extent ends where the next thing begins. */
  Unclosed: 128,
} as const;

/** How far a text breaks Python's rules in one place. CPython would refuse the whole file. */
export interface SyntaxProblem {
  readonly span: Span;
  readonly message: string;
  readonly kind: ProblemKind;
}

export type ProblemKind = 'syntax' | 'character' | 'string' | 'bracket' | 'dict' | 'indent' | 'merge-marker';

/**
 * A Python text as nodes in preorder, in flat arrays of `count` entries. Node 0 is the Module. Offsets are UTF-16.
 */
export interface PythonTree {
  readonly text: string;
  readonly count: number;
  readonly kind: Uint8Array;
  readonly flags: Uint8Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** The first node after this node's subtree; the first child, if any, is `node + 1`. */
  readonly next: Int32Array;
  /** In order of their start; only the first 100. Empty for every text that CPython accepts. */
  readonly problems: readonly SyntaxProblem[];
  /** Start and end of each comment that contains `registry:`, from `#` to the end of its line. */
  readonly comments: readonly (readonly [number, number])[];
}

/** "No such node", as an answer of the functions below. */
export const NONE = -1;

export function spanOf(tree: PythonTree, node: number): Span {
  return { start: tree.start[node]!, end: tree.end[node]! };
}

export function textOf(tree: PythonTree, node: number): string {
  return tree.text.slice(tree.start[node], tree.end[node]);
}

export function firstChild(tree: PythonTree, node: number): number {
  return node + 1 < tree.next[node]! ? node + 1 : NONE;
}

/**
 * The node to visit after `node` by a walk that looks for statements, calls and subscripts: there are none in a dict of
 * literals, and most of a registry is one.
 */
export function afterData(tree: PythonTree, node: number): number {
  return tree.kind[node] === Kind.Dict && (tree.flags[node]! & Flag.Data) !== 0 ? tree.next[node]! : node + 1;
}

/** The next child of `parent` after its child `node`. */
export function nextChild(tree: PythonTree, parent: number, node: number): number {
  const following = tree.next[node]!;
  return following < tree.next[parent]! ? following : NONE;
}

/** All children, for places where an array does not matter; hot loops use `firstChild` and `nextChild`. */
export function children(tree: PythonTree, node: number): number[] {
  const found: number[] = [];
  for (let child = firstChild(tree, node); child !== NONE; child = nextChild(tree, node, child)) found.push(child);
  return found;
}

/** The first child of that kind. */
export function childOfKind(tree: PythonTree, node: number, kind: Kind): number {
  let child = firstChild(tree, node);
  while (child !== NONE && tree.kind[child] !== kind) child = nextChild(tree, node, child);
  return child;
}

/** The value of a Pair, Keyword, Assign, AugAssign or Return; NONE where it is missing. */
export function valueOf(tree: PythonTree, node: number): number {
  const own = tree.kind[node];
  let child = firstChild(tree, node);
  if (own === Kind.Pair || own === Kind.Keyword) return child === NONE ? NONE : nextChild(tree, node, child);
  while (child !== NONE && (tree.kind[child] === Kind.Target || tree.kind[child] === Kind.Annotation)) {
    child = nextChild(tree, node, child);
  }
  return child;
}

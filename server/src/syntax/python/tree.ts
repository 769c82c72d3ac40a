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
 * Statements (an expression statement is the bare expression):
 * - `Module`: statements. `Body`: statements of a class, function, `with` or `Block`.
 * - `Import`: ImportedName+. `ImportFrom`: Name (leading dots included; absent while half typed), ImportedName*.
 *   `ImportedName`: Name (`*` for a star import), alias Name?.
 * - `Class`: Decorator*, Name, TypeParameters?, Bases?, Body. `Bases`: expression | Keyword | Spread.
 * - `Function`: Decorator*, Name, TypeParameters?, Parameters?, Annotation? (what it returns), Body. At outline depth,
 *   TypeParameters, Parameters and the Annotation are left out.
 * - `Parameters`, `TypeParameters`: Parameter*. `Parameter`: Name?, Annotation? (of a type parameter, its bound), default
 *   value?. Without a name it is the `/`, or the bare `*` (flag `Star`), that sets parameters apart.
 * - `Assign`: Target+, Annotation?, value?. `AugAssign` (an `Operator`): Target, value. `Annotation`: one expression.
 *   `Target`: one expression, what is bound; the names in a `Delete`, a `Walrus` and a `TypeAlias` stand in none.
 * - `TypeAlias`: Name, TypeParameters?, value.
 * - `Global`: Name+ (also for `nonlocal`, flagged). `Delete`: expression+.
 * - `Return`: value?. `Raise`: exception?, cause?. `Assert`: condition, message?. `Pass`, `Break`, `Continue`: nothing.
 * - `With`: for each item an expression and Target?; Body.
 * - `Block`: any other compound statement or clause, each clause a Block of its own, beside the one it belongs to; which one
 *   it is, `clauseOf` says. What stands before the Body: `if`, `elif`, `while`: a condition. `else`, `try`, `finally`:
 *   nothing. `for`: Target, iterable. `except`, `except*`: expression?, Target?. `match`: the subject; the Body holds the cases.
 *   `case`: Pattern, guard?.
 * - `Pattern`: Target for each name that it binds, expressions for values, keys and classes. With the flag `Values`, it
 *   matches what equals one of its children; with `Irrefutable`, anything.
 *
 * Expressions:
 * - `Call`: callee, then expression | Keyword | Spread. `Keyword`: Name, value?. `Subscript`: value, index expression.
 * - `Slice` (in an index, perhaps in a Tuple): lower?, upper?, step?; flags say which are there.
 * - `Attribute`: value, Name (dotted where several follow each other). Not of a name: `a.b.c` is one Name.
 * - `Dict`: Pair | Spread. `Pair`: key, value? (damaged text may lack the value). `Spread`: the expression after `*` or `**`.
 * - `List`, `Tuple`, `Set`: elements. `Comprehension`: the element (a Pair in a dict comprehension), then for each clause
 *   Target and iterable, or a condition.
 * - `String`: without replacement fields, nothing; else a Field for each. Adjacent literals are one node. What stands around the
 *   fields, `stringParts` decodes.
 * - `Field`: expression, FormatSpec?; it reaches from `{` to `}`. `FormatSpec`: Field*; it reaches from behind the `:` to the `}`.
 * - `Name`: a dotted name `a.b.c` is one node. `Number` includes its sign, but not in `-1 ** 2` and `-1 .real`. `Constant`: True,
 *   False, None, `...`.
 * - `Binary` (an `Operator`): left, right. `Unary` (an `Operator`): operand. `Boolean` (`Operator.And`, `Operator.Or`): two or
 *   more operands. `Compare`: operand, Comparison+. `Comparison` (an `Operator`): the operand behind it.
 * - `Conditional`: value, condition, the value otherwise. `Lambda`: Parameters, expression. `Walrus`: Name, value.
 * - `Await`: expression. `Yield`: value?.
 * - `Other`: a damaged expression with the operands that could be told; with `Sparse`, one that was not read.
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
  // From here to Constant: what data is made of.
  Dict: 20,
  Pair: 21,
  Spread: 22,
  List: 23,
  Tuple: 24,
  Set: 25,
  String: 26,
  Field: 27,
  FormatSpec: 28,
  Number: 29,
  Name: 30,
  Constant: 31,
  Comprehension: 32,
  Other: 33,
  Parameters: 34,
  TypeParameters: 35,
  Parameter: 36,
  TypeAlias: 37,
  Delete: 38,
  Raise: 39,
  Assert: 40,
  Pass: 41,
  Break: 42,
  Continue: 43,
  Pattern: 44,
  Slice: 45,
  Attribute: 46,
  Binary: 47,
  Unary: 48,
  Boolean: 49,
  Compare: 50,
  Comparison: 51,
  Conditional: 52,
  Lambda: 53,
  Walrus: 54,
  Await: 55,
  Yield: 56,
} as const;

/** A kind of node, as the number in `PythonTree.kind`. */
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
  /** Field: an `=` follows its expression, so that the text of both is part of the value. */
  Equal: 1,
  /** Field: what it is converted by: `!s`, `!r`, `!a`. */
  ToStr: 2,
  ToRepr: 4,
  ToAscii: 8,
  /** Name: there is white space or a comment around a dot. */
  Spaced: 1,
  /** Function, With, Block (`async for`), Target of a comprehension: starts with `async`. */
  Async: 1,
  /** Global: it is a `nonlocal`. */
  Nonlocal: 1,
  /** Yield: `yield from`. Raise: its last expression is the cause, behind `from`. */
  From: 1,
  /** Parameter: behind `*`; or the bare `*` itself. */
  Star: 1,
  /** Parameter, Spread: behind `**`. */
  DoubleStar: 2,
  /** Slice: which parts are there. */
  Lower: 1,
  Upper: 2,
  Step: 4,
  /** Pattern: a value, or several with `|` between them. */
  Values: 1,
  /** Pattern: whatever the subject is, it matches. */
  Irrefutable: 2,
  /** Comprehension: which brackets. */
  InList: 1,
  InSet: 2,
  InDict: 4,
  InParens: 8,
  /** At outline depth: only calls and subscripts with strings were read inside. */
  Sparse: 64,
  /**
   * Dict: nothing but literals in it, at any depth, so that it need not be evaluated: no names, replacement fields, sets or
   * spreads, and no key that is a list, tuple or dict. It has the flag `Data` as well.
   */
  Literals: 16,
  /** Dict: nothing but literals and names in it, at any depth. */
  Data: 32,
  /** Its closing bracket is missing; the extent ends where the next thing begins. */
  Unclosed: 128,
} as const;

/** What `operatorOf` answers for a Binary, AugAssign, Unary, Boolean or Comparison. */
export const Operator = {
  Add: 1,
  Subtract: 2,
  Multiply: 3,
  MatrixMultiply: 4,
  Divide: 5,
  FloorDivide: 6,
  Modulo: 7,
  Power: 8,
  ShiftLeft: 9,
  ShiftRight: 10,
  BitAnd: 11,
  BitOr: 12,
  BitXor: 13,
  Not: 14,
  Negative: 15,
  Positive: 16,
  Invert: 17,
  And: 18,
  Or: 19,
  Equal: 20,
  NotEqual: 21,
  Less: 22,
  LessEqual: 23,
  Greater: 24,
  GreaterEqual: 25,
  In: 26,
  NotIn: 27,
  Is: 28,
  IsNot: 29,
} as const;

/** An operator, as the bits of a node's flags that `operatorOf` reads. */
export type Operator = (typeof Operator)[keyof typeof Operator];

/** What `clauseOf` answers for a Block; above the bit of `Flag.Async`. */
export const Clause = {
  If: 2,
  Elif: 4,
  Else: 6,
  While: 8,
  For: 10,
  Try: 12,
  Except: 14,
  /** `except*` */
  ExceptGroup: 16,
  Finally: 18,
  Match: 20,
  Case: 22,
} as const;

/** A statement or clause with a body, as the bits of a Block's flags that `clauseOf` reads. */
export type Clause = (typeof Clause)[keyof typeof Clause];

const OPERATOR_BITS = 31;
const CLAUSE_BITS = 30;

/** How far a text breaks Python's rules in one place. CPython would refuse the whole file. */
export interface SyntaxProblem {
  readonly span: Span;
  readonly message: string;
  readonly kind: ProblemKind;
  readonly missing?: MissingText;
}

/** A text that a broken file lacks: `text` belongs at the offset `at` (UTF-16). */
export interface MissingText {
  readonly at: number;
  readonly text: string;
}

/** What a problem concerns, so that readers can tell a half-typed entry (`dict`) or a git conflict (`merge-marker`) from the rest. */
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

/** Whether a node is a pair whose key is no plain value, so that Python may refuse it. */
export function hasCompoundKey({ kind }: Pick<PythonTree, 'kind'>, node: number): boolean {
  const key = kind[node + 1]!;
  return kind[node] === Kind.Pair && key >= Kind.Dict && key <= Kind.Set;
}

/** "No such node", as an answer of the functions below. */
export const NONE = -1;

/** The place of a node in UTF-16 offsets; the end is exclusive. */
export function spanOf(tree: PythonTree, node: number): Span {
  return { start: tree.start[node]!, end: tree.end[node]! };
}

/** The text that a node spans, as written. */
export function textOf(tree: PythonTree, node: number): string {
  return tree.text.slice(tree.start[node], tree.end[node]);
}

/** The operator of a Binary, AugAssign, Unary, Boolean or Comparison. */
export function operatorOf(tree: PythonTree, node: number): Operator {
  return (tree.flags[node]! & OPERATOR_BITS) as Operator;
}

/** Which statement or clause a Block is. */
export function clauseOf(tree: PythonTree, node: number): Clause {
  return (tree.flags[node]! & CLAUSE_BITS) as Clause;
}

/** The first child of a node, or `NONE`; the others follow by `next`. */
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

import type { Span } from '../../base/text';

/** How deep a text is read: `outline` skims, `literals` also descends into expressions. */
export type PythonDepth = 'outline' | 'literals';

/** A Python text as flat preorder arrays, reused between calls: valid only until the next `readPython()`. */
export interface PythonTree {
  readonly text: string;
  readonly count: number;
  readonly kind: Uint8Array;
  readonly flags: Uint8Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Index of the first node after this subtree; the first child of `i` is `i + 1`, if that is less than `next[i]`. */
  readonly next: Int32Array;
  readonly problems: readonly SyntaxProblem[];
  /** Start and end of each comment that holds `registry:`. */
  readonly comments: readonly (readonly [number, number])[];
}

export interface SyntaxProblem {
  readonly span: Span;
  readonly message: string;
  readonly kind: 'syntax' | 'merge-marker';
}

export const Kind = {
  Module: 1,
  Import: 2,
  ImportFrom: 3,
  ImportedName: 4,
  Class: 5,
  Bases: 6,
  Function: 7,
  Decorator: 8,
  Body: 9,
  Assign: 10,
  AugAssign: 11,
  Target: 12,
  Annotation: 13,
  Global: 14,
  With: 15,
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

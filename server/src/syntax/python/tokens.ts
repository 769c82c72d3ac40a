/** What a token is. A closing bracket is its opening one plus 4; everything from `And` on is a keyword. */
export const Token = {
  End: 0,
  Name: 1,
  Number: 2,
  Constant: 3,
  Ellipsis: 4,
  String: 5,
  /** The prefix and quote of a string with replacement fields; its fields and `FEnd` follow. */
  FStart: 6,
  Paren: 7,
  Bracket: 8,
  Brace: 9,
  /** The `{` of a replacement field. */
  FOpen: 10,
  CloseParen: 11,
  CloseBracket: 12,
  CloseBrace: 13,
  FClose: 14,
  FEnd: 15,
  Comma: 16,
  Colon: 17,
  Equal: 18,
  Augmented: 19,
  Walrus: 20,
  Arrow: 21,
  Dot: 22,
  Semicolon: 23,
  At: 24,
  Star: 25,
  DoubleStar: 26,
  Minus: 27,
  Plus: 28,
  Tilde: 29,
  /** An operator that always stands between two operands. */
  Operator: 30,
  Bad: 31,
  // Keywords that expressions may hold.
  And: 32,
  As: 33,
  Async: 34,
  Await: 35,
  Else: 36,
  For: 37,
  From: 38,
  If: 39,
  In: 40,
  Is: 41,
  Lambda: 42,
  Not: 43,
  Or: 44,
  Yield: 45,
  // Keywords that start a statement or clause and never stand inside brackets.
  Assert: 46,
  Break: 47,
  Class: 48,
  Continue: 49,
  Def: 50,
  Del: 51,
  Elif: 52,
  Except: 53,
  Finally: 54,
  Global: 55,
  Import: 56,
  Nonlocal: 57,
  Pass: 58,
  Raise: 59,
  Return: 60,
  Try: 61,
  While: 62,
  With: 63,
} as const;

/** The first keyword that never stands inside brackets. */
export const STATEMENT_KEYWORDS = Token.Assert;

/** From an opening bracket to its closing one. */
export const TO_CLOSE = 4;

/** `bits` of an opening bracket: what stands directly inside it. */
export const Inside = {
  Comma: 1,
  Colon: 2,
  For: 4,
  /** Commas and colons may belong to a lambda. */
  Lambda: 8,
  String: 16,
} as const;

/** `bits` of a closing bracket that is not in the text. */
export const ABSENT = 1;

/**
 * Tokens in flat arrays; entries at and above `count` are stale. The last token is `End`. Line ends are not tokens: the
 * first token of a line has its indentation in `indent`, all others have -1 there.
 */
export interface Tokens {
  count: number;
  readonly kind: Uint8Array;
  /** What more is known of a token: `Inside` of an opening bracket, `Flag` of a string, `ABSENT` of a closing bracket; not set for others. */
  readonly bits: Uint8Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Column with tabs to the next multiple of 8, times 65536, plus column with tabs as one; as CPython counts. */
  readonly indent: Int32Array;
  /** The token that closes an opening bracket or `FStart`. */
  readonly close: Int32Array;
}

/** A table for so many tokens, with none in it. */
export function createTokens(capacity: number): Tokens {
  return {
    count: 0,
    kind: new Uint8Array(capacity),
    bits: new Uint8Array(capacity),
    start: new Int32Array(capacity),
    end: new Int32Array(capacity),
    indent: new Int32Array(capacity),
    close: new Int32Array(capacity),
  };
}

/** An indentation as `Tokens.indent` holds it. */
export function packIndent(column: number, characters: number): number {
  return (Math.min(column, 0x7fff) << 16) | Math.min(characters, 0xffff);
}

/** The column of an indentation, tabs expanded. */
export function columnOf(indent: number): number {
  return indent >> 16;
}

/** Whether a token opens a bracket or a replacement field. */
export function isOpening(kind: number): boolean {
  return kind >= Token.Paren && kind <= Token.FOpen;
}

/** Whether a token closes a bracket or a replacement field. */
export function isClosing(kind: number): boolean {
  return kind >= Token.CloseParen && kind <= Token.FClose;
}

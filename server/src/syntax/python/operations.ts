import { defined } from '../../base/defined';
import * as operators from './operators';
import * as tokens from './tokens';
import type { Tokens } from './tokens';
import * as tree from './tree';

// Names of this module's own: where modules are not bundled, each use of an import costs a call.
const { operatorAt } = operators;
const { Token } = tokens;
const { Kind, Operator } = tree;

/** How tightly an operator binds, loosest first. See "Operator precedence" in Python's language reference. */
export const Level = {
  Walrus: 0,
  Lambda: 1,
  Conditional: 2,
  Or: 3,
  And: 4,
  Not: 5,
  Comparison: 6,
  BitOr: 7,
  BitXor: 8,
  BitAnd: 9,
  Shift: 10,
  Sum: 11,
  Product: 12,
  Sign: 13,
  Power: 14,
  Await: 15,
} as const;

const LEVELS = new Uint8Array(32);
LEVELS[Operator.Add] = LEVELS[Operator.Subtract] = Level.Sum;
LEVELS[Operator.Multiply] = LEVELS[Operator.MatrixMultiply] = LEVELS[Operator.Modulo] = Level.Product;
LEVELS[Operator.Divide] = LEVELS[Operator.FloorDivide] = Level.Product;
LEVELS[Operator.Power] = Level.Power;
LEVELS[Operator.ShiftLeft] = LEVELS[Operator.ShiftRight] = Level.Shift;
LEVELS[Operator.BitAnd] = Level.BitAnd;
LEVELS[Operator.BitOr] = Level.BitOr;
LEVELS[Operator.BitXor] = Level.BitXor;
LEVELS.fill(Level.Comparison, Operator.Equal, Operator.IsNot + 1);

/** What stands in the place of an operand. */
export const Slot = { Operand: 0, SignedNumber: 1, Parameters: 2 } as const;

/** What the operations need to know of the tokens that only the reader of expressions can tell. */
export interface Bounds {
  /** Whether the expression ends before a token. */
  isStop: (token: number, afterOperand: boolean) => boolean;
  /** The token after the operand at a token, with all that is called or looked up on it; the token itself if there is none. */
  operandEnd: (token: number) => number;
  /** The colon of the lambda at a token; the token itself if there is none. */
  lambdaColon: (token: number) => number;
}

const OPERATOR = 'an operator that waits for its right side';
const OPERAND = 'an operand before an operator';

/**
 * How the operators of an expression group its operands. Nodes stand in preorder, so what begins before an operand has to be
 * known when the operand is read: `plan` looks at the tokens of one expression, brackets passed over, and notes for each
 * operand which nodes begin before it and how many end behind it. Takes linear time, however deep they nest.
 */
export class Operations {
  /** The operands of all plans that are being read, the innermost last. What begins before one is a list, outermost first. */
  count = 0;
  readonly slot: number[] = [];
  readonly token: number[] = [];
  readonly begins: number[] = [];
  readonly ends: number[] = [];
  /** How many nodes there were when a slot was made. */
  private readonly firstNode: number[] = [];
  private nodeCount = 0;
  readonly nodeKind: number[] = [];
  readonly nodeFlags: number[] = [];
  readonly nodeToken: number[] = [];
  readonly nextNode: number[] = [];

  /** What is wrong with the tokens that were planned last, and where. */
  problem = '';
  problemToken = 0;

  private readonly text: string;
  private readonly kind: Uint8Array;
  private readonly start: Int32Array;
  private readonly tokenEnds: Int32Array;

  /** The operands that were read and belong to no operation yet: their first slot and first token. */
  private operands = 0;
  private readonly first: number[] = [];
  private readonly firstToken: number[] = [];
  /** The operators that wait for their right side. */
  private waiting = 0;
  private readonly level: number[] = [];
  private readonly node: number[] = [];
  private readonly operator: number[] = [];
  private readonly operatorToken: number[] = [];

  constructor(text: string, { kind, start, end }: Tokens) {
    this.text = text;
    this.kind = kind;
    this.start = start;
    this.tokenEnds = end;
  }

  /**
   * Plans the expression at `from`, whose operators bind at least as tightly as `floor` says. The answer is the token behind
   * it; -1 if the tokens make no expression, which `problem` describes.
   */
  plan(from: number, floor: number, bounds: Bounds): number {
    this.problem = '';
    this.operands = this.waiting = 0;
    let at = from;
    for (;;) {
      at = this.operand(at, floor, bounds);
      if (at < 0) return -1;
      if (bounds.isStop(at, true)) break;
      at = this.infix(at, from, floor);
      if (at < 0) return -1;
    }
    while (this.waiting > 0) {
      if (this.lacksElse()) return this.fail(at - 1, '`else` is missing after this.');
      this.reduce();
    }
    return at;
  }

  /** Forgets the slots from `first` on. */
  release(first: number): void {
    if (this.count > first) this.nodeCount = defined(this.firstNode[first], OPERAND);
    this.count = first;
  }

  private fail(token: number, problem: string): number {
    this.problem = problem;
    this.problemToken = token;
    return -1;
  }

  private get loosest(): number {
    return this.waiting === 0 ? -1 : defined(this.level[this.waiting - 1], OPERATOR);
  }

  /** Whether a conditional expression waits for its `else`. */
  private lacksElse(): boolean {
    const innermost = this.waiting - 1;
    return this.node[innermost] === Kind.Conditional && this.operator[innermost] === 0;
  }

  // Operands and what stands before them.

  /** Takes the operand at `at` with its prefixes; the answer is the token behind it, or -1. */
  private operand(from: number, floor: number, bounds: Bounds): number {
    const { kind } = this;
    for (let at = from; ;) {
      if (bounds.isStop(at, false)) return this.fail(at - 1, 'An expression is missing after this.');
      const k = kind[at]!;
      if (this.loosest === Level.Await && ATOMS[k] === 0)
        return this.fail(at, 'Only a name, a call or the like can stand after `await`.');
      if (k === Token.Minus || k === Token.Plus || k === Token.Tilde) {
        if (this.isSignedNumber(at, bounds)) return this.addSlot(Slot.SignedNumber, at, at + 2);
        this.wait(Level.Sign, Kind.Unary, SIGNS[k]!, at);
      } else if (k === Token.Not) {
        if (Math.max(this.loosest, floor) > Level.Not) return this.fail(at, 'This `not` needs parentheses.');
        this.wait(Level.Not, Kind.Unary, Operator.Not, at);
      } else if (k === Token.Await) this.wait(Level.Await, Kind.Await, 0, at);
      else if (k === Token.Lambda) {
        const colon = bounds.lambdaColon(at);
        if (colon === at) return this.fail(at, 'The colon of this `lambda` is missing.');
        if (floor > Level.Lambda || !this.takesLambda()) return this.fail(at, 'This `lambda` needs parentheses.');
        this.wait(Level.Lambda, Kind.Lambda, 0, at);
        at = this.addSlot(Slot.Parameters, at, colon);
        this.operands--;
      } else {
        const end = bounds.operandEnd(at);
        return end > at ? this.addSlot(Slot.Operand, at, end) : this.fail(at, 'This cannot stand in an expression.');
      }
      at++;
    }
  }

  /** Whether the sign at `at` belongs to a number that nothing binds more tightly. */
  private isSignedNumber(at: number, bounds: Bounds): boolean {
    const { kind } = this;
    if (kind[at] === Token.Tilde || bounds.isStop(at + 1, false) || kind[at + 1] !== Token.Number) return false;
    return bounds.operandEnd(at + 1) === at + 2 && (bounds.isStop(at + 2, true) || kind[at + 2] !== Token.DoubleStar);
  }

  private takesLambda(): boolean {
    const { loosest } = this;
    return loosest <= Level.Lambda || (loosest === Level.Conditional && !this.lacksElse());
  }

  private addSlot(slot: number, token: number, end: number): number {
    this.first[this.operands] = this.count;
    this.firstToken[this.operands++] = token;
    this.slot[this.count] = slot;
    this.token[this.count] = token;
    this.begins[this.count] = -1;
    this.ends[this.count] = 0;
    this.firstNode[this.count++] = this.nodeCount;
    return end;
  }

  private wait(level: number, node: number, operator: number, token: number): void {
    this.level[this.waiting] = level;
    this.node[this.waiting] = node;
    this.operator[this.waiting] = operator;
    this.operatorToken[this.waiting++] = token;
  }

  // Operators between operands.

  /** Takes the operator at `at`; the answer is the token behind it, or -1. */
  private infix(at: number, from: number, floor: number): number {
    const k = this.kind[at]!;
    switch (k) {
      case Token.And:
      case Token.Or: {
        const isAnd = k === Token.And;
        return this.chain(at, isAnd ? Level.And : Level.Or, Kind.Boolean, isAnd ? Operator.And : Operator.Or, 1, floor);
      }
      case Token.In:
        return this.chain(at, Level.Comparison, Kind.Compare, Operator.In, 1, floor);
      case Token.Is: {
        const isNot = this.kind[at + 1] === Token.Not;
        const operator = isNot ? Operator.IsNot : Operator.Is;
        return this.chain(at, Level.Comparison, Kind.Compare, operator, isNot ? 2 : 1, floor);
      }
      case Token.Not:
        if (this.kind[at + 1] !== Token.In) break;
        return this.chain(at, Level.Comparison, Kind.Compare, Operator.NotIn, 2, floor);
      case Token.If:
      case Token.Else:
        return this.conditional(at, floor);
      case Token.Walrus:
        return this.walrus(at, from, floor);
      default:
        return this.sign(at, floor);
    }
    return this.fail(at, 'An operator or a comma is missing before this.');
  }

  private sign(at: number, floor: number): number {
    const operator = operatorAt(this.text, this.start[at]!, this.tokenEnds[at]!);
    if (operator === 0) return this.fail(at, 'An operator or a comma is missing before this.');
    const level = LEVELS[operator]!;
    if (level === Level.Comparison) return this.chain(at, level, Kind.Compare, operator, 1, floor);
    // Powers group from the right.
    this.reduceTo(level === Level.Power ? level + 1 : level);
    this.wait(level, Kind.Binary, operator, at);
    return at + 1;
  }

  /** An operator that goes on with one of its kind, in one node. */
  private chain(at: number, level: number, node: number, operator: number, length: number, floor: number): number {
    if (level < floor) return this.fail(at, 'This expression needs parentheses.');
    this.reduceTo(level + 1);
    if (this.loosest !== level) this.wait(level, node, operator, at);
    else {
      this.takeRight();
      this.operator[this.waiting - 1] = operator;
    }
    return at + length;
  }

  private conditional(at: number, floor: number): number {
    const isIf = this.kind[at] === Token.If;
    if (floor > Level.Conditional) return this.fail(at, 'This conditional expression needs parentheses.');
    this.reduceTo(Level.Conditional + 1);
    const isOpen = this.lacksElse();
    if (isIf === isOpen) return this.fail(at, isIf ? '`else` is missing before this.' : '`if` is missing before this.');
    if (isIf) this.wait(Level.Conditional, Kind.Conditional, 0, at);
    else {
      // The condition is complete; the operator of a Conditional says whether its `else` was seen.
      this.operands--;
      this.operator[this.waiting - 1] = 1;
    }
    return at + 1;
  }

  private walrus(at: number, from: number, floor: number): number {
    if (floor > Level.Walrus) return this.fail(at, 'An assignment with `:=` needs parentheses here.');
    const name = this.text.slice(this.start[from], this.tokenEnds[from]);
    const isName = this.kind[from] === Token.Name && !name.includes('.') && name !== '__debug__';
    if (at !== from + 1 || !isName) return this.fail(at, 'Only a name can stand before `:=`.');
    this.wait(Level.Walrus, Kind.Walrus, 0, at);
    return at + 1;
  }

  // Nodes.

  /** Gives the operators that bind at least as tightly as `level` their right side. */
  private reduceTo(level: number): void {
    while (this.loosest >= level) this.reduce();
  }

  private reduce(): void {
    const innermost = this.waiting - 1;
    const kind = defined(this.node[innermost], OPERATOR);
    const isPrefix = kind === Kind.Unary || kind === Kind.Await || kind === Kind.Lambda;
    if (!isPrefix) this.takeRight();
    this.waiting = innermost;
    const operator = defined(this.operator[innermost], OPERATOR);
    const token = defined(this.operatorToken[innermost], OPERATOR);
    const operand = this.operands - 1;
    if (isPrefix) this.firstToken[operand] = token;
    // The parameters of a lambda are a slot of their own, before its body.
    if (kind === Kind.Lambda) this.first[operand] = defined(this.first[operand], OPERAND) - 1;
    const hasFlags = kind !== Kind.Compare && kind !== Kind.Conditional;
    this.wrap(operand, kind, hasFlags ? operator : 0);
  }

  /** Takes the right side of the innermost operator, as a Comparison if it is one's. */
  private takeRight(): void {
    const innermost = this.waiting - 1;
    const operand = --this.operands;
    if (this.node[innermost] === Kind.Compare)
      this.wrap(operand, Kind.Comparison, defined(this.operator[innermost], OPERATOR));
  }

  /** Puts a node around an operand and all that follows it. */
  private wrap(operand: number, kind: number, flags: number): void {
    const first = defined(this.first[operand], OPERAND);
    const n = this.nodeCount++;
    this.nextNode[n] = defined(this.begins[first], OPERAND);
    this.begins[first] = n;
    this.nodeKind[n] = kind;
    this.nodeFlags[n] = flags;
    this.nodeToken[n] = defined(this.firstToken[operand], OPERAND);
    const last = this.count - 1;
    this.ends[last] = defined(this.ends[last], OPERAND) + 1;
  }
}

/** 1 for tokens that an operand may begin with. */
const ATOMS = new Uint8Array(64);
for (const kind of [Token.Name, Token.Number, Token.Constant, Token.Ellipsis, Token.String, Token.FStart])
  ATOMS[kind] = 1;
for (const kind of [Token.Paren, Token.Bracket, Token.Brace]) ATOMS[kind] = 1;

/** The operator that a sign before an operand is. */
const SIGNS = new Uint8Array(64);
SIGNS[Token.Minus] = Operator.Negative;
SIGNS[Token.Plus] = Operator.Positive;
SIGNS[Token.Tilde] = Operator.Invert;

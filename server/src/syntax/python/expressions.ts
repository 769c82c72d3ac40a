import { defined } from '../../base/defined';
import * as calls from './arguments';
import type { TreeBuilder } from './builder';
import * as frames from './expression-frames';
import * as operations from './operations';
import { Operations } from './operations';
import * as signatures from './parameters';
import type { Problems } from './problems';
import * as targets from './targets';
import * as tokens from './tokens';
import type { Tokens } from './tokens';
import * as tree from './tree';

// Names of this module's own: where modules are not bundled, each use of an import costs a call.
const { ExpressionFrames, Stop } = frames;
const { checkArguments } = calls;
const { Level, Slot } = operations;
const { checkParameters } = signatures;
const { checkTarget } = targets;
const { Inside, STATEMENT_KEYWORDS, Token } = tokens;
const { Flag, Kind } = tree;

/** What is being read, innermost last; each says what it expects when the reader comes back to it. */
const Frame = {
  Region: 0,
  Items: 1,
  Arguments: 2,
  Dict: 3,
  Key: 4,
  Value: 5,
  /** A Keyword or Spread, which ends with its value. */
  Prefixed: 6,
  /** A Call, Subscript or Attribute, before its bracket or dot. */
  Link: 7,
  /** A Call whose only argument is a generator. */
  Generated: 8,
  Other: 9,
  Group: 10,
  Strings: 11,
  Field: 12,
  Comprehension: 13,
  Targets: 14,
  Operation: 15,
  Slice: 16,
  Yield: 17,
  FormatSpec: 18,
  Parameters: 19,
  Parameter: 20,
} as const;

const FLOOR_SHIFT = 9;
const FLOOR_MASK = 7;

/** What an expression may be, beside its stops: how loosely its operators may bind, and what else is allowed. */
export const Context = {
  Named: Level.Walrus << FLOOR_SHIFT,
  Expression: Level.Lambda << FLOOR_SHIFT,
  Disjunction: Level.Or << FLOOR_SHIFT,
  Operand: Level.BitOr << FLOOR_SHIFT,
  Star: 1 << 12,
  DoubleStar: 1 << 13,
  Yield: 1 << 14,
  /** With commas outside of brackets, it is a tuple. */
  Tuple: 1 << 15,
} as const;

const { Expression, Star, DoubleStar } = Context;
/** A value that stands alone: what is assigned, returned or looped over. */
const VALUE = Expression | Context.Tuple;
const ELEMENT = Stop.Comma | Context.Named | Star;
const ARGUMENT = ELEMENT | DoubleStar;
const INDEX = ELEMENT;
const FIELD = Stop.Equal | Stop.Field | VALUE | Context.Yield;
const CLAUSE = Stop.For | Stop.If | Context.Disjunction;

/** Why an expression is being read as `Other`, and how many problems there were before it. */
interface Damage {
  readonly token: number;
  readonly message: string;
  readonly problems: number;
}

/** What a token is in an expression. */
const Role = { Stray: 0, Operand: 1, Binary: 2, Either: 3, Unary: 4, Free: 5 } as const;

const ROLES = new Uint8Array(64);
for (const kind of [Token.Name, Token.Number, Token.Constant, Token.Ellipsis, Token.String, Token.FStart])
  ROLES[kind] = Role.Operand;
for (const kind of [Token.Paren, Token.Bracket, Token.Brace]) ROLES[kind] = Role.Operand;
for (const kind of [Token.Operator, Token.DoubleStar, Token.At, Token.Walrus]) ROLES[kind] = Role.Binary;
for (const kind of [Token.And, Token.Or, Token.Is, Token.If, Token.Else]) ROLES[kind] = Role.Binary;
for (const kind of [Token.Minus, Token.Plus, Token.Star, Token.In, Token.Not]) ROLES[kind] = Role.Either;
for (const kind of [Token.Tilde, Token.Await]) ROLES[kind] = Role.Unary;
for (const kind of [Token.Yield, Token.From, Token.As, Token.Bad, Token.Lambda]) ROLES[kind] = Role.Free;

/** What an `Other` expects next. */
const Expect = { Start: 0, Operand: 1, Operator: 2, Anything: 3 } as const;

/**
 * Reads expressions into a tree, from tokens with balanced brackets. It keeps its own stack, so that nesting costs no
 * call depth. Every step either uses up a token or finishes a frame.
 */
export class Expressions extends ExpressionFrames {
  /** There is an `async for` in a comprehension. */
  hasAsyncFor = false;

  private readonly operations: Operations;
  /** Where the slots of each plan begin whose operands are being read, and the nodes that they began. */
  private readonly plans: number[] = [];
  private readonly begun: number[] = [];
  /** For each expression that is being read as `Other`, the damage that made it one. */
  private readonly damages: Damage[] = [];
  private readonly bounds = {
    isStop: (token: number, afterOperand: boolean): boolean => this.isStop(token, afterOperand),
    operandEnd: (token: number): number => this.operandEnd(token),
    lambdaColon: (token: number): number => this.lambdaColon(token, this.end),
  };

  /** An outline leaves out most checks: it is read of many files, and says nothing of whether they compile. */
  private readonly outline: boolean;

  constructor(text: string, tokens: Tokens, tree: TreeBuilder, problems: Problems, outline: boolean) {
    super(text, tokens, tree, problems);
    this.outline = outline;
    this.operations = new Operations(text, tokens);
  }

  /** Reads the tokens from `from` up to `stop` as one expression, of what `context` allows. */
  read(from: number, stop: number, context: number): void {
    if (from >= stop) return;
    this.at = from;
    this.end = stop;
    this.stops = context;
    const single = this.operandEnd(from);
    if (single === stop && single > from) this.operand(from);
    else {
      if (this.kind[from] !== Token.Yield) this.maybeTuple();
      if (this.depth === 0) this.element();
    }
    this.run();
  }

  /** Reads the arguments of a call or the bases of a class: what stands between the bracket `open` and its partner. */
  readArguments(open: number): void {
    this.at = open + 1;
    this.end = this.closing[open]!;
    this.stops = ARGUMENT;
    const first = this.tree.count;
    this.push(Frame.Arguments, -1);
    this.run();
    if (!this.outline) checkArguments(this.text, this.tree, this.problems, first, this.tree.count);
  }

  /** Reads entries of a dictionary: the tokens from `from` up to `stop`. */
  readEntries(from: number, stop: number): void {
    this.at = from;
    this.end = stop;
    this.stops = Stop.Comma;
    this.push(Frame.Dict, -1);
    this.run();
  }

  /** Reads the operand at `from` with its calls, subscripts and attributes; the answer is the token after it. */
  readOperand(from: number, stop: number): number {
    this.at = from;
    this.end = stop;
    this.stops = 0;
    this.operandEnd(from);
    this.operand(from);
    this.run();
    return this.at;
  }

  /** Reads the parameters, of a function or of types, between the bracket `open` and its partner. */
  readParameters(kind: number, open: number): void {
    this.enter(Frame.Parameters, this.tree.open(kind, this.start[open]!), open, Stop.Comma);
    this.run();
  }

  /**
   * The token after the operand at `from` with everything that is called or looked up on it; `from` itself if no
   * operand stands there. Not beyond `stop`.
   */
  endOfOperand(from: number, stop: number): number {
    this.end = stop;
    this.stops = 0;
    return this.operandEnd(from);
  }

  /** How many calls, subscripts and attributes `endOfOperand` found last. */
  get linksFound(): number {
    return this.linkCount;
  }

  private run(): void {
    while (this.depth > 0) this.step();
  }

  private step(): void {
    switch (this.innermost(this.frames)) {
      case Frame.Items:
      case Frame.Arguments:
        return this.items();
      case Frame.Dict:
        return this.entries();
      case Frame.Key:
        return this.key();
      case Frame.Value:
        return this.value();
      case Frame.Link:
        return this.link();
      case Frame.Other:
        return this.other();
      case Frame.Prefixed:
        return this.prefixed();
      case Frame.Generated:
        return this.finish(this.at - 1);
      case Frame.Group:
        return this.group();
      case Frame.Strings:
        return this.strings();
      case Frame.Field:
        return this.field();
      case Frame.Comprehension:
        return this.comprehension();
      case Frame.Targets:
        return this.targets();
      case Frame.Operation:
        return this.operation();
      case Frame.Slice:
        return this.slice();
      case Frame.Yield:
        return this.yielded();
      case Frame.FormatSpec:
        return this.formatSpec();
      case Frame.Parameters:
        return this.parameters();
      case Frame.Parameter:
        return this.parameter();
      default:
        return this.region();
    }
  }

  // Sequences.

  private region(): void {
    const { at } = this;
    if (at < this.end && this.kind[at] === Token.Comma) this.comma();
    else if (this.isStop(at)) this.finish(at - 1);
    else this.item();
  }

  /** Elements of a list, tuple or set, arguments, or indices. The state is 1 after an element. */
  private items(): void {
    if (this.at >= this.end) {
      const node = this.innermost(this.nodes);
      if (!this.outline && this.frames[this.depth - 1] === Frame.Arguments && node >= 0)
        checkArguments(this.text, this.tree, this.problems, this.tree.next[node + 1]!, this.tree.count);
      return this.leave();
    }
    if (this.kind[this.at] === Token.Comma) return this.comma();
    if (this.frames[this.depth - 1] === Frame.Arguments && this.isKeyword()) return this.keyword();
    return this.item();
  }

  private item(): void {
    this.state = 1;
    if ((this.stops & Stop.Slices) !== 0 && this.isSlice(this.at)) this.startSlice();
    else this.element();
  }

  private comma(): void {
    if (this.state === 0) this.stray(this.at, 'There is nothing before this comma.');
    this.state = 0;
    this.at++;
  }

  private isKeyword(): boolean {
    return this.kind[this.at] === Token.Name && this.kind[this.at + 1] === Token.Equal;
  }

  private keyword(): void {
    const { at } = this;
    this.state = 1;
    const node = this.tree.open(Kind.Keyword, this.start[at]!);
    this.tree.leaf(Kind.Name, this.start[at]!, this.ends[at]!);
    this.at += 2;
    this.push(Frame.Prefixed, node);
    this.stops = Stop.Comma | Expression;
  }

  /** Starts a tuple without parentheses if there is a comma before the end. */
  private maybeTuple(): void {
    const comma = this.commaBetween(this.at, this.end);
    if (comma < 0) return;
    if ((this.stops & Context.Tuple) === 0) this.stray(comma, 'A comma cannot stand here without parentheses around.');
    this.push(Frame.Region, this.tree.open(Kind.Tuple, this.start[this.at]!));
    this.stops = (this.stops & ~(Context.Tuple | Context.Yield)) | Stop.Comma | Star;
  }

  /** Whether a colon stands in the index at `at`. */
  private isSlice(at: number): boolean {
    for (let i = at; i < this.end && this.kind[i] !== Token.Comma; i = this.after(i)) {
      if (this.kind[i] === Token.Lambda) i = this.lambdaColon(i, this.end);
      else if (this.kind[i] === Token.Colon) return true;
    }
    return false;
  }

  private startSlice(): void {
    this.push(Frame.Slice, this.tree.open(Kind.Slice, this.start[this.at]!));
    this.stops = Stop.Comma | Stop.Colon | Expression;
  }

  /** The parts of a slice. The state is how many colons were seen. */
  private slice(): void {
    const { at, state } = this;
    if (at >= this.end || this.kind[at] === Token.Comma) return this.finish(at - 1);
    if (this.kind[at] === Token.Colon) {
      if (state === 2) this.stray(at, 'One colon too many.');
      else this.state = state + 1;
      this.at++;
    } else {
      this.tree.flags[this.innermost(this.nodes)]! |= SLICE_PARTS[state]!;
      this.element();
    }
  }

  private prefixed(): void {
    if (this.state === 1) return this.finish(this.at - 1);
    this.state = 1;
    if (this.isStop(this.at)) this.stray(this.at - 1, 'A value is missing after this.');
    else this.element();
  }

  private group(): void {
    if (this.at < this.end) this.element();
    else this.leave();
  }

  // Dictionaries.

  /** The entries of a dictionary. The state is 1 after an entry. */
  private entries(): void {
    const { kind, at } = this;
    if (at >= this.end) return this.leave();
    if (kind[at] === Token.Comma) return this.comma();
    if (this.state === 1) this.missingComma(at);
    this.state = 1;
    this.stops = KEY;
    if (kind[at] === Token.DoubleStar) return this.spread(at, Context.Operand | Stop.Comma | Stop.Colon | Stop.KeyLine);
    if (kind[at] === Token.String && this.isLoneQuote(at)) {
      this.state = 0;
      this.at++;
      return;
    }
    if (kind[at] === Token.String && kind[at + 1] === Token.Colon) return this.plainKey();
    this.push(Frame.Key, this.tree.open(Kind.Pair, this.start[at]!));
    this.stops = KEY;
  }

  /** The comma between an entry of a dictionary and the next one, which begins at the token `at`. */
  private missingComma(at: number): void {
    const comma = { at: this.ends[at - 1]!, text: ',' };
    this.problems.add('dict', this.start[at]!, this.ends[at]!, 'A comma is missing before this.', comma);
  }

  /** The usual entry: a string and a colon, and mostly a string again. */
  private plainKey(): void {
    const { kind, at, tree, start, ends, bits } = this;
    const node = tree.open(Kind.Pair, start[at]!);
    tree.leaf(Kind.String, start[at]!, ends[at]!, bits[at]);
    const after = kind[at + 3];
    if (kind[at + 2] === Token.String && (after === Token.Comma || after === Token.CloseBrace)) {
      tree.leaf(Kind.String, start[at + 2]!, ends[at + 2]!, bits[at + 2]);
      tree.close(node, ends[at + 2]!);
      this.at = at + 3;
      return;
    }
    this.at = at + 2;
    this.push(Frame.Value, node);
    this.stops = VALUE_OF_KEY;
  }

  /** A quote with nothing behind it is no key. */
  private isLoneQuote(at: number): boolean {
    return (this.bits[at]! & Flag.Unterminated) !== 0 && this.ends[at]! <= this.start[at]! + 1;
  }

  private spread(at: number, stops: number): void {
    const flags = this.kind[at] === Token.DoubleStar ? Flag.DoubleStar : 0;
    this.at = at + 1;
    this.push(Frame.Prefixed, this.tree.open(Kind.Spread, this.start[at]!, flags));
    this.stops = stops;
  }

  private key(): void {
    if (this.state === 0) {
      this.state = 1;
      const value = this.valueWithoutColon();
      if (value < 0) return this.element();
      this.string(this.at, value);
    }
    const { at } = this;
    const inComprehension = (this.stops & Stop.For) !== 0;
    if (at < this.end && this.kind[at] === Token.Colon) this.at++;
    else {
      const isMissing = this.isStop(at) || this.indent[at]! >= 0;
      this.missing(at, isMissing ? 'This key has no value.' : 'The colon behind this key is missing.');
      if (isMissing) return this.finish(at - 1);
    }
    this.frames[this.depth - 1] = Frame.Value;
    this.state = 0;
    this.stops = inComprehension ? Stop.Comma | Stop.For | Expression : VALUE_OF_KEY;
  }

  /** A string key with its value right behind it, the colon forgotten: where the value begins. */
  private valueWithoutColon(): number {
    const { kind } = this;
    if (kind[this.at] !== Token.String) return -1;
    const after = this.stringsEnd(this.at);
    if (after >= this.end || ROLES[kind[after]!] !== Role.Operand) return -1;
    for (let i = this.at; i < after; i++) if (kind[i] === Token.FStart) return -1;
    const isLink = kind[after] === Token.Bracket || kind[after] === Token.Paren;
    return isLink && kind[this.closing[after]! + 1] === Token.Colon ? -1 : after;
  }

  private value(): void {
    const { at } = this;
    if (this.state === 1) return this.finish(at - 1);
    if (at < this.end && this.kind[at] === Token.Colon) {
      this.stray(at, 'One colon too many.');
      this.at++;
    } else if (at >= this.end || this.kind[at] === Token.Comma || (this.indent[at]! >= 0 && this.isStop(at))) {
      this.missing(at, 'This key has no value.');
      this.finish(at - 1);
    } else {
      this.state = 1;
      this.element();
    }
  }

  /** Reports something about the key of the innermost Pair. */
  private missing(before: number, message: string): void {
    const start = this.tree.start[this.innermost(this.nodes)]!;
    this.problems.add('dict', start, Math.max(start, this.ends[before - 1]!), message);
  }

  // Operands.

  /** Reads one element at `at`, up to the next stop. */
  private element(): void {
    const { kind, at } = this;
    const k = kind[at]!;
    const end = this.operandEnd(at);
    if (end > at && this.isStop(end)) return this.operand(at);
    if (k === Token.Star || k === Token.DoubleStar) return this.starred(at, k);
    if ((k === Token.Minus || k === Token.Plus) && kind[at + 1] === Token.Number && this.isStop(at + 2)) {
      this.tree.leaf(Kind.Number, this.start[at]!, this.ends[at + 1]!);
      this.at = at + 2;
      return;
    }
    if (k === Token.Yield) this.startYield(at);
    else this.startOperation(at);
  }

  private starred(at: number, k: number): void {
    const isDouble = k === Token.DoubleStar;
    const mayStand = (this.stops & (isDouble ? DoubleStar : Star)) !== 0;
    if (!mayStand) this.stray(at, isDouble ? '`**` cannot stand here.' : '`*` cannot stand here.');
    // In a call, whatever is an argument may be unpacked; elsewhere, operators that bind loosely need parentheses.
    const floor = (this.stops & DoubleStar) !== 0 ? Expression : Context.Operand;
    this.spread(at, (this.stops & ENDS) | floor);
  }

  private startYield(at: number): void {
    if ((this.stops & Context.Yield) === 0) this.stray(at, 'This `yield` needs parentheses.');
    const isFrom = this.kind[at + 1] === Token.From && at + 1 < this.end;
    this.at += isFrom ? 2 : 1;
    this.push(Frame.Yield, this.tree.open(Kind.Yield, this.start[at]!, isFrom ? Flag.From : 0));
    this.stops = (this.stops & ENDS) | (isFrom ? Expression : VALUE);
  }

  /** The value of a `yield`; but for `yield from`, a tuple needs no parentheses. */
  private yielded(): void {
    const { at } = this;
    if (this.state === 1) return this.finish(at - 1);
    this.state = 1;
    if (!this.isStop(at, false)) {
      if ((this.stops & Stop.Comma) === 0) this.maybeTuple();
      if (this.innermost(this.frames) === Frame.Yield) this.element();
    } else if (this.kind[at - 1] === Token.From) this.stray(at - 1, 'An expression is missing after this.');
  }

  // Operators.

  private startOperation(at: number): void {
    const { operations } = this;
    const base = operations.count;
    if (operations.plan(at, (this.stops >> FLOOR_SHIFT) & FLOOR_MASK, this.bounds) >= 0) {
      this.plans.push(base);
      this.push(Frame.Operation, -1);
      this.state = base;
      return;
    }
    operations.release(base);
    this.damages.push({
      token: Math.max(operations.problemToken, at),
      message: operations.problem,
      problems: this.problems.count,
    });
    this.push(Frame.Other, this.tree.open(Kind.Other, this.start[at]!));
  }

  /** The operands of a plan, one after the other. The state is the next slot. */
  private operation(): void {
    const { operations, tree, state } = this;
    const base = defined(this.plans.at(-1), 'the plan of an operation');
    if (state > base) this.endOperations(defined(operations.ends[state - 1], SLOT));
    if (state === operations.count) {
      operations.release(base);
      this.plans.length--;
      return this.pop();
    }
    for (let n = defined(operations.begins[state], SLOT); n >= 0; n = defined(operations.nextNode[n], SLOT)) {
      const start = this.start[defined(operations.nodeToken[n], SLOT)]!;
      this.begun.push(tree.open(defined(operations.nodeKind[n], SLOT), start, operations.nodeFlags[n]));
    }
    this.state = state + 1;
    this.slot(defined(operations.slot[state], SLOT), defined(operations.token[state], SLOT));
  }

  private slot(slot: number, token: number): void {
    this.at = token;
    if (slot === Slot.Operand) {
      this.operandEnd(token);
      this.operand(token);
    } else if (slot === Slot.SignedNumber) {
      this.tree.leaf(Kind.Number, this.start[token]!, this.ends[token + 1]!);
      this.at = token + 2;
    } else {
      const colon = this.lambdaColon(token, this.end);
      this.push(Frame.Parameters, this.tree.open(Kind.Parameters, this.start[token + 1]!));
      this.at = token + 1;
      this.end = colon;
      this.stops = Stop.Comma;
    }
  }

  /** Ends so many nodes of operations behind the operand that has just been read. */
  private endOperations(count: number): void {
    for (let i = 0; i < count; i++) {
      const node = defined(this.begun.pop(), 'a node of an operation');
      this.tree.close(node, Math.max(this.ends[this.at - 1]!, this.tree.start[node]!));
    }
  }

  // Parameters.

  /** The parameters up to a closing bracket or the colon of a lambda. The state is 1 after one. */
  private parameters(): void {
    const { at, kind, end } = this;
    if (at >= end) {
      const node = this.innermost(this.nodes);
      if (kind[end] !== Token.Colon) this.leave();
      else {
        this.at = end + 1;
        this.finish(end - 1);
      }
      return checkParameters(this.text, this.tree, this.problems, node);
    }
    if (kind[at] === Token.Comma) return this.comma();
    if (this.state === 1) this.stray(at, 'A comma is missing before this.');
    this.state = 1;
    this.startParameter(at);
  }

  private startParameter(at: number): void {
    const { kind, tree, start, ends, text } = this;
    const flags = kind[at] === Token.Star ? Flag.Star : kind[at] === Token.DoubleStar ? Flag.DoubleStar : 0;
    const name = flags === 0 ? at : at + 1;
    this.push(Frame.Parameter, tree.open(Kind.Parameter, start[at]!, flags));
    this.at = name;
    if (name < this.end && kind[name] === Token.Name) {
      tree.leaf(Kind.Name, start[name]!, ends[name]!);
      if (text.slice(start[name], ends[name]).includes('.')) this.stray(name, 'Only a name can be a parameter.');
      this.at = name + 1;
    } else if (text.charAt(start[name]!) === '/' && ends[name] === start[name]! + 1) this.at = name + 1;
    else if (flags !== Flag.Star || (name < this.end && kind[name] !== Token.Comma))
      this.stray(at, 'The name of a parameter is missing here.');
  }

  /** What follows the name of a parameter. The state is 1 after its annotation, 2 after its default. */
  private parameter(): void {
    const { at, kind, state } = this;
    const k = at < this.end ? kind[at]! : Token.Comma;
    if (k === Token.Colon && state === 0) {
      this.state = 1;
      const isStarred = (this.tree.flags[this.innermost(this.nodes)]! & Flag.Star) !== 0;
      this.push(Frame.Prefixed, this.tree.open(Kind.Annotation, this.start[at + 1]!));
      this.stops = Stop.Comma | Stop.Equal | Expression | (isStarred ? Star : 0);
      this.at = at + 1;
    } else if (k === Token.Equal && state < 2) {
      this.state = 2;
      this.stops = Stop.Comma | Expression;
      this.at = at + 1;
      if (this.isStop(this.at)) this.stray(at, 'A value is missing after this.');
      else this.element();
    } else if (k === Token.Comma) this.finish(at - 1);
    else {
      this.stray(at, 'This cannot stand in a parameter.');
      while (this.at < this.end && kind[this.at] !== Token.Comma) this.at = this.after(this.at);
      this.finish(this.at - 1);
    }
  }

  // Operands.

  /** Reads the operand at `at`, whose links `operandEnd` has just found. */
  private operand(at: number): void {
    const { kind, links, tree } = this;
    const start = this.start[at]!;
    for (let l = this.linkCount - 1; l >= 0; l--) {
      const k = kind[defined(links[l], 'a link that was counted')];
      this.push(
        Frame.Link,
        tree.open(k === Token.Paren ? Kind.Call : k === Token.Bracket ? Kind.Subscript : Kind.Attribute, start),
      );
    }
    this.atom(at);
  }

  private atom(at: number): void {
    const { start, ends, tree } = this;
    switch (this.kind[at]!) {
      case Token.Name: {
        this.at = this.namesEnd(at + 1);
        tree.leaf(Kind.Name, start[at]!, ends[this.at - 1]!, this.at > at + 1 ? Flag.Spaced : 0);
        return;
      }
      case Token.Number:
        this.at = at + 1;
        tree.leaf(Kind.Number, start[at]!, ends[at]!);
        return;
      case Token.String:
      case Token.FStart:
        return this.string(at, this.stringsEnd(at));
      case Token.Paren:
      case Token.Bracket:
      case Token.Brace:
        return this.bracketed(at);
      default:
        this.at = at + 1;
        tree.leaf(Kind.Constant, start[at]!, ends[at]!);
    }
  }

  /** A list, tuple, set, dictionary, comprehension, or something in parentheses that only group. */
  private bracketed(at: number): void {
    const node = this.kindOfBrackets(at);
    if (node === Kind.Comprehension) this.comprehend(at);
    else if (node < 0) this.enter(Frame.Group, -1, at, Context.Named | Context.Yield);
    else {
      const frame = node === Kind.Dict ? Frame.Dict : Frame.Items;
      this.enter(frame, this.tree.open(node, this.start[at]!), at, ELEMENT);
    }
  }

  /** The kind of node that a bracket in the place of an operand starts; -1 for parentheses that only group. */
  kindOfBrackets(at: number): number {
    const k = this.kind[at];
    const inside = this.inside(at);
    if ((inside & Inside.For) !== 0) return Kind.Comprehension;
    if (k === Token.Bracket) return Kind.List;
    const isEmpty = this.closing[at] === at + 1;
    const hasComma = (inside & Inside.Comma) !== 0 && this.kind[at + 1] !== Token.Yield;
    if (k === Token.Paren) return isEmpty || hasComma ? Kind.Tuple : -1;
    const isDict = isEmpty || (inside & Inside.Colon) !== 0 || this.kind[at + 1] === Token.DoubleStar;
    return isDict ? Kind.Dict : Kind.Set;
  }

  /** What stands directly inside a bracket, as bits of `Inside`, commas and colons of lambdas left out. */
  private inside(open: number): number {
    const bits = this.bits[open]!;
    return (bits & Inside.Lambda) === 0 ? bits : this.insideWithLambda(open, bits);
  }

  private insideWithLambda(open: number, bits: number): number {
    let found = bits & ~(Inside.Comma | Inside.Colon);
    const end = this.closing[open]!;
    for (let i = open + 1; i < end; i = this.after(i)) {
      const k = this.kind[i];
      if (k === Token.Lambda) i = this.lambdaColon(i, end);
      else if (k === Token.Comma) found |= Inside.Comma;
      else if (k === Token.Colon) found |= Inside.Colon;
    }
    return found;
  }

  /** A call, subscript or attribute whose callee has been read. */
  private link(): void {
    const { at } = this;
    const d = this.depth - 1;
    const k = this.kind[at];
    if (k === Token.Dot) {
      this.at = this.namesEnd(at);
      const flags = this.at > at + 2 ? Flag.Spaced : 0;
      this.tree.leaf(Kind.Name, this.start[at + 1]!, this.ends[this.at - 1]!, flags);
      return this.finish(this.at - 1);
    }
    if (k === Token.Paren && (this.bits[at]! & Inside.For) !== 0) {
      this.frames[d] = Frame.Generated;
      return this.comprehend(at);
    }
    this.frames[d] = k === Token.Paren ? Frame.Arguments : Frame.Items;
    this.end = this.closing[at]!;
    this.at = at + 1;
    this.stops = ARGUMENT;
    if (k === Token.Paren) return;
    const inside = this.inside(at);
    this.stops = (inside & Inside.Colon) !== 0 ? INDEX | Stop.Slices : INDEX;
    if ((inside & Inside.Comma) !== 0) this.push(Frame.Region, this.tree.open(Kind.Tuple, this.start[at + 1]!));
    else if (this.closing[at] === at + 1) this.stray(at, 'An index is missing in these brackets.');
  }

  // Strings.

  /** The adjacent literals from `from` up to `to`. */
  private string(from: number, to: number): void {
    const { bits, kind, start, tree } = this;
    if (to > from + 1) this.checkBytes(from, to);
    const flags = bits[from]! | (to > from + 1 && !this.isSingle(from, to) ? Flag.Parts | Flag.Decode : 0);
    const node = tree.open(Kind.String, start[from]!, flags);
    this.at = from;
    for (let i = from; i < to; i++) {
      if (kind[i] === Token.FStart) {
        this.push(Frame.Strings, node);
        this.state = to;
        return;
      }
      tree.flags[node]! |= bits[i]! & (Flag.Fields | Flag.Unterminated);
    }
    this.at = to;
    tree.close(node, this.ends[to - 1]!);
  }

  /** Adjacent literals are either all bytes or all text. */
  private checkBytes(from: number, to: number): void {
    const { bits } = this;
    for (let i = this.after(from); i < to; i = this.after(i))
      if (((bits[i]! ^ bits[from]!) & Flag.Bytes) !== 0)
        return this.stray(i, 'Bytes and text cannot be joined by writing one after the other.');
  }

  private isSingle(from: number, to: number): boolean {
    return this.kind[from] === Token.FStart && this.closing[from] === to - 1;
  }

  /** Literals of which some have fields. The state is the token after the last one. */
  private strings(): void {
    const { at, kind, tree } = this;
    if (at >= this.state) return this.finish(at - 1);
    if (kind[at] === Token.FOpen) return this.startField(at);
    if (kind[at] === Token.FStart || kind[at] === Token.String)
      tree.flags[this.innermost(this.nodes)]! |= this.bits[at]! & (Flag.Fields | Flag.Unterminated);
    this.at++;
  }

  private startField(at: number): void {
    this.enter(Frame.Field, this.tree.open(Kind.Field, this.start[at]!), at, FIELD);
  }

  /** A replacement field: an expression (then the state is 1), perhaps `=`, a conversion, and a format specification. */
  private field(): void {
    const { at, kind, state, tree } = this;
    if (at < this.end && kind[at] === Token.Equal && state === 1) {
      tree.flags[this.innermost(this.nodes)]! |= Flag.Equal;
      this.at++;
      this.state = 2;
    } else if (state > 0 || this.isStop(at, false)) {
      if (state === 0) this.stray(at, 'An expression is missing in this replacement field.');
      if (state === 3) this.leave();
      else this.endField(at);
    } else {
      this.state = 1;
      this.maybeTuple();
      if (this.innermost(this.frames) === Frame.Field) this.element();
    }
  }

  /** What follows the expression of a field: there are no tokens for a conversion and a colon. */
  private endField(at: number): void {
    const { tree, text } = this;
    const node = this.innermost(this.nodes);
    this.state = 3;
    FIELD_END.lastIndex = this.ends[at - 1]!;
    const found = FIELD_END.exec(text);
    if (found?.[1] !== undefined) this.conversion(node, found[1]);
    if (found?.[2] === undefined || FIELD_END.lastIndex > this.start[this.end]!) {
      if (at < this.end) this.stray(at, 'This cannot stand in a replacement field.');
      this.at = this.end;
    } else this.push(Frame.FormatSpec, tree.open(Kind.FormatSpec, FIELD_END.lastIndex));
  }

  private conversion(node: number, letter: string): void {
    const flag = CONVERSIONS.get(letter);
    if (flag !== undefined) this.tree.flags[node]! |= flag;
    else this.stray(this.end, 'Behind the `!` in a replacement field, only `s`, `r` or `a` can stand.');
  }

  /** The fields of a format specification. */
  private formatSpec(): void {
    const { at, kind } = this;
    if (at < this.end && kind[at] === Token.FOpen) return this.startField(at);
    if (at < this.end) this.stray(at, 'This cannot stand in a format specification.');
    this.tree.close(this.innermost(this.nodes), this.start[this.end]!);
    this.at = this.end;
    this.pop();
  }

  // Comprehensions.

  private comprehend(at: number): void {
    const hasColon = this.kind[at] === Token.Brace && (this.inside(at) & Inside.Colon) !== 0;
    const node = this.tree.open(Kind.Comprehension, this.start[at]!, this.comprehensionFlag(at, hasColon));
    this.enter(Frame.Comprehension, node, at, hasColon ? Stop.For | Stop.Colon | Expression : Stop.For | Context.Named);
  }

  private comprehensionFlag(at: number, hasColon: boolean): number {
    if (this.kind[at] === Token.Brace) return hasColon ? Flag.InDict : Flag.InSet;
    return this.kind[at] === Token.Bracket ? Flag.InList : Flag.InParens;
  }

  /** State 0 before the element, 1 before a clause, 2 before an iterable. */
  private comprehension(): void {
    const { at, kind, state } = this;
    if (at >= this.end) {
      if (state === 2) this.stray(at - 1, 'An expression is missing after this.');
      return this.leave();
    }
    if (state !== 1) {
      this.state = 1;
      if (state === 2) this.stops = CLAUSE;
      else if ((this.stops & Stop.Colon) !== 0) return this.push(Frame.Key, this.tree.open(Kind.Pair, this.start[at]!));
      if (this.isStop(at)) return this.stray(at, 'An expression is missing before this.');
      return this.element();
    }
    this.at++;
    if (kind[at] === Token.For) this.startTargets(kind[at - 1] === Token.Async ? Flag.Async : 0);
    else if (kind[at] === Token.If) {
      this.stops = CLAUSE;
      if (this.isStop(at + 1)) this.stray(at, 'A condition is missing after this.');
      else this.element();
    } else if (kind[at] !== Token.Async) this.stray(at, 'This cannot stand in a comprehension.');
  }

  private startTargets(flags: number): void {
    if (flags !== 0) this.hasAsyncFor = true;
    const { at } = this;
    let word = at;
    while (word < this.end && this.kind[word] !== Token.In) word = this.after(word);
    word = Math.min(word, this.end);
    if (word === at) this.stray(at - 1, 'A name is missing after this.');
    this.push(Frame.Targets, this.tree.open(Kind.Target, this.start[at]!, flags));
    this.end = word;
    this.stops = Context.Operand | Context.Tuple;
    this.maybeTuple();
  }

  private targets(): void {
    const { at } = this;
    if (at < this.end) return this.element();
    const target = this.innermost(this.nodes);
    this.finish(at - 1);
    checkTarget(this.text, this.tree, this.problems, target + 1, 'assign');
    this.state = 2;
    if (at < this.end) this.at = at + 1;
    else this.stray(at - 1, '`in` is missing after this.');
  }

  // Anything else.

  /** An expression with operators; its operands become children. The state is what is expected next. */
  private other(): void {
    const { at, kind, state } = this;
    if (state === Expect.Start ? at >= this.end : this.isStop(at, state !== Expect.Operand)) return this.endOther();
    const k = kind[at]!;
    const role = ROLES[k]!;
    if (role === Role.Operand) {
      if (state === Expect.Operator) this.stray(at, 'An operator or a comma is missing before this.');
      this.state = Expect.Operator;
      this.operandEnd(at);
      return this.operand(at);
    }
    this.state = this.checkOperator(at, role) ? Expect.Operand : Expect.Anything;
    this.at = k === Token.Lambda ? this.endOfLambda(at) : at + 1;
  }

  private endOfLambda(at: number): number {
    const colon = this.lambdaColon(at, this.end);
    if (colon === at) this.stray(at, 'The colon of this `lambda` is missing.');
    return colon + 1;
  }

  private endOther(): void {
    const last = this.at - 1;
    const role = ROLES[this.kind[last]!]!;
    if (this.state === Expect.Operand && role >= Role.Binary && role <= Role.Unary)
      this.stray(last, 'An expression is missing after this.');
    const { token, message, problems } = defined(this.damages.pop(), 'what made an expression `Other`');
    if (this.problems.count === problems) this.stray(token, message);
    this.finish(last);
  }

  /** Whether the token at `at`, which is no operand, may stand where it stands. */
  private checkOperator(at: number, role: number): boolean {
    const { kind, state } = this;
    const k = kind[at]!;
    if (role === Role.Stray) {
      if (k === Token.Colon && (this.stops & Stop.Slices) !== 0) return true;
      const isKeyword = k >= STATEMENT_KEYWORDS;
      this.stray(at, isKeyword ? 'This keyword cannot stand in an expression.' : this.strayText(k));
      return false;
    }
    if (state === Expect.Operator || state === Expect.Anything) return true;
    if (role === Role.Binary || (k === Token.In && kind[at - 1] !== Token.Not))
      this.stray(at, 'An expression is missing before this.');
    return k !== Token.Bad;
  }

  private strayText(k: number): string {
    return k === Token.Dot ? 'A name is missing after this dot.' : 'This cannot stand in an expression.';
  }
}

/** The bits of `Stop`. */
const ENDS = (1 << FLOOR_SHIFT) - 1;
const KEY = Stop.Comma | Stop.Colon | Stop.KeyLine | Expression;
const VALUE_OF_KEY = Stop.Comma | Stop.NextKey | Expression;

const SLOT = 'a slot of a plan';
const SLICE_PARTS = Uint8Array.of(Flag.Lower, Flag.Upper, Flag.Step);

/** Behind the expression of a replacement field: white space and comments, the conversion, and the colon. */
const FIELD_END = /(?:[\s\\]|#[^\n\r]*(?![^\n\r]))*(?:!([^:}\s]*)\s*)?(:)?/y;
const CONVERSIONS: ReadonlyMap<string, number> = new Map([
  ['s', Flag.ToStr],
  ['r', Flag.ToRepr],
  ['a', Flag.ToAscii],
]);

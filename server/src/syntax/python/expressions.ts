import { defined } from '../../base/defined';
import type { TreeBuilder } from './builder';
import type { Problems } from './problems';
import * as tokens from './tokens';
import type { Tokens } from './tokens';
import * as tree from './tree';

// Names of this module's own: where modules are not bundled, each use of an import costs a call.
const { ABSENT, Inside, STATEMENT_KEYWORDS, Token } = tokens;
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
  /** A Call, Subscript, or attribute of something, before its bracket or dot. */
  Link: 7,
  /** A Call whose only argument is a generator. */
  Generated: 8,
  Other: 9,
  Group: 10,
  Strings: 11,
  Field: 12,
  Comprehension: 13,
  Targets: 14,
} as const;

/** What ends an expression, apart from the end of the brackets around it. */
const Stop = {
  Comma: 1,
  Colon: 2,
  For: 4,
  If: 8,
  In: 16,
  Equal: 32,
  Field: 64,
  /** A string, or the first name of a line, before a colon: the comma before it is missing. */
  NextKey: 128,
  /** The same behind a whole operand in a key, if it begins a line. */
  KeyLine: 256,
  /** Not an end: colons make slices. */
  Slices: 512,
} as const;

const STOPS = new Uint16Array(64);
STOPS[Token.Comma] = Stop.Comma;
STOPS[Token.Colon] = Stop.Colon;
STOPS[Token.For] = STOPS[Token.Async] = Stop.For;
STOPS[Token.If] = Stop.If;
STOPS[Token.In] = Stop.In;
STOPS[Token.Equal] = Stop.Equal;
STOPS[Token.FOpen] = Stop.Field;

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

const FRAME = 'an open frame';

/**
 * Reads expressions into a tree, from tokens with balanced brackets. It keeps its own stack, so that nesting costs no
 * call depth. Every step either uses up a token or finishes a frame.
 */
export class Expressions {
  private readonly kind: Uint8Array;
  private readonly bits: Uint8Array;
  private readonly start: Int32Array;
  private readonly ends: Int32Array;
  private readonly indent: Int32Array;
  private readonly closing: Int32Array;
  private readonly tree: TreeBuilder;
  private readonly problems: Problems;

  /** The next token. */
  private at = 0;
  /** The token that ends the innermost brackets, and what else ends an expression in them. */
  private end = 0;
  private stops = 0;

  /** How many tokens may still be looked at in search of colons that lambdas do not have. */
  private patience: number;

  private depth = 0;
  private readonly frames: number[] = [];
  private readonly nodes: number[] = [];
  private readonly states: number[] = [];
  private readonly outerEnds: number[] = [];
  private readonly outerStops: number[] = [];

  /** Where the brackets and dots behind the last operand begin that `operandEnd` looked at. */
  private readonly links: number[] = [];
  private linkCount = 0;

  constructor(tokens: Tokens, tree: TreeBuilder, problems: Problems) {
    this.patience = 4 * tokens.count;
    this.kind = tokens.kind;
    this.bits = tokens.bits;
    this.start = tokens.start;
    this.ends = tokens.end;
    this.indent = tokens.indent;
    this.closing = tokens.close;
    this.tree = tree;
    this.problems = problems;
  }

  /** Reads the tokens from `from` up to `stop` as one expression; with commas, as a tuple without parentheses. */
  read(from: number, stop: number): void {
    if (from >= stop) return;
    this.at = from;
    this.end = stop;
    this.stops = 0;
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
    this.stops = Stop.Comma;
    this.push(Frame.Arguments, -1);
    this.run();
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
      default:
        return this.region();
    }
  }

  // Frames.

  /** What one of the lists beside each other holds of the innermost frame. */
  private innermost(list: readonly number[]): number {
    return defined(list[this.depth - 1], FRAME);
  }

  private push(frame: number, node: number): void {
    const d = this.depth++;
    this.frames[d] = frame;
    this.nodes[d] = node;
    this.states[d] = 0;
    this.outerEnds[d] = this.end;
    this.outerStops[d] = this.stops;
  }

  /** Starts what stands in the brackets that `open` opens. */
  private enter(frame: number, node: number, open: number, stops: number): void {
    this.push(frame, node);
    this.end = this.closing[open]!;
    this.stops = stops;
    this.at = open + 1;
  }

  private pop(): void {
    const d = --this.depth;
    this.end = defined(this.outerEnds[d], FRAME);
    this.stops = defined(this.outerStops[d], FRAME);
  }

  /** Ends the innermost frame and its node with `token`. */
  private finish(token: number): void {
    const node = this.innermost(this.nodes);
    if (node >= 0) this.tree.close(node, Math.max(this.ends[token]!, this.tree.start[node]!));
    this.pop();
  }

  /** Ends the innermost frame at its closing bracket. */
  private leave(): void {
    const token = this.end;
    const node = this.innermost(this.nodes);
    if (node >= 0 && (this.bits[token]! & ABSENT) !== 0) this.tree.flags[node]! |= Flag.Unclosed;
    this.at = token + 1;
    this.finish(token);
  }

  private get state(): number {
    return this.innermost(this.states);
  }

  private set state(value: number) {
    this.states[this.depth - 1] = value;
  }

  private isStop(token: number, afterOperand = true): boolean {
    if (token >= this.end) return true;
    const stop = STOPS[this.kind[token]!]!;
    if ((stop & this.stops) !== 0) return true;
    if ((this.stops & (Stop.NextKey | Stop.KeyLine)) === 0 || !this.isNextKey(token)) return false;
    return (this.stops & Stop.NextKey) !== 0 || (afterOperand && this.indent[token]! >= 0);
  }

  private isNextKey(token: number): boolean {
    const k = this.kind[token]!;
    if (this.kind[token + 1] !== Token.Colon) return false;
    return k === Token.String || (k === Token.Name && this.indent[token]! >= 0);
  }

  // Sequences.

  private region(): void {
    if (this.at >= this.end) return this.finish(this.at - 1);
    if (this.kind[this.at] === Token.Comma) this.comma();
    else this.item();
  }

  /** Elements of a list, tuple or set, arguments, or indices. The state is 1 after an element. */
  private items(): void {
    if (this.at >= this.end) return this.leave();
    if (this.kind[this.at] === Token.Comma) return this.comma();
    if (this.frames[this.depth - 1] === Frame.Arguments && this.isKeyword()) return this.keyword();
    return this.item();
  }

  private item(): void {
    this.state = 1;
    this.element();
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
  }

  /** Starts a tuple without parentheses if there is a comma before the end. */
  private maybeTuple(): void {
    if (!this.hasComma(this.at, this.end)) return;
    this.push(Frame.Region, this.tree.open(Kind.Tuple, this.start[this.at]!));
    this.stops = Stop.Comma;
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
    if (this.state === 1) this.problems.add('dict', this.start[at]!, this.ends[at]!, 'A comma is missing before this.');
    this.state = 1;
    this.stops = Stop.Comma | Stop.Colon | Stop.KeyLine;
    if (kind[at] === Token.DoubleStar) return this.spread();
    if (kind[at] === Token.String && this.isLoneQuote(at)) {
      this.state = 0;
      this.at++;
      return;
    }
    if (kind[at] === Token.String && kind[at + 1] === Token.Colon) return this.plainKey();
    this.push(Frame.Key, this.tree.open(Kind.Pair, this.start[at]!));
    this.stops = Stop.Comma | Stop.Colon | Stop.KeyLine;
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
    this.stops = Stop.Comma | Stop.NextKey;
  }

  /** A quote with nothing behind it is no key. */
  private isLoneQuote(at: number): boolean {
    return (this.bits[at]! & Flag.Unterminated) !== 0 && this.ends[at]! <= this.start[at]! + 1;
  }

  private spread(): void {
    const node = this.tree.open(Kind.Spread, this.start[this.at]!);
    this.at++;
    this.push(Frame.Prefixed, node);
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
    this.stops = inComprehension ? Stop.Comma | Stop.For : Stop.Comma | Stop.NextKey;
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
    if (k === Token.Star || k === Token.DoubleStar) return this.spread();
    if ((k === Token.Minus || k === Token.Plus) && kind[at + 1] === Token.Number && this.isStop(at + 2)) {
      this.tree.leaf(Kind.Number, this.start[at]!, this.ends[at + 1]!);
      this.at = at + 2;
      return;
    }
    this.push(Frame.Other, this.tree.open(Kind.Other, this.start[at]!));
    if (k === Token.Yield) this.yielded();
  }

  /** Behind `yield`, a tuple needs no parentheses. */
  private yielded(): void {
    this.state = Expect.Operand;
    this.at += this.kind[this.at + 1] === Token.From ? 2 : 1;
    if ((this.stops & Stop.Comma) === 0) this.maybeTuple();
  }

  private operandEnd(at: number): number {
    const { kind, closing, links, end } = this;
    let i = at + 1;
    this.linkCount = 0;
    if (at >= end) return at;
    switch (kind[at]!) {
      case Token.Name:
        i = this.namesEnd(i);
        break;
      case Token.Number:
      case Token.Constant:
      case Token.Ellipsis:
        break;
      case Token.String:
      case Token.FStart:
        i = this.stringsEnd(at);
        break;
      case Token.Paren:
      case Token.Bracket:
      case Token.Brace:
        i = closing[at]! + 1;
        break;
      default:
        return at;
    }
    while (i < end) {
      const link = i;
      if (kind[i] === Token.Paren || kind[i] === Token.Bracket) i = closing[i]! + 1;
      else i = this.namesEnd(i);
      if (i === link) break;
      links[this.linkCount++] = link;
    }
    return i;
  }

  /** The token after the dots and names at `at`. */
  private namesEnd(at: number): number {
    let i = at;
    while (i + 1 < this.end && this.kind[i] === Token.Dot && this.kind[i + 1] === Token.Name) i += 2;
    return i;
  }

  /** The token after adjacent string literals. A literal that turns out to be a key is not taken. */
  private stringsEnd(at: number): number {
    const { kind, end } = this;
    let i = kind[at] === Token.FStart ? this.closing[at]! + 1 : at + 1;
    for (; i < end;) {
      if (kind[i] === Token.FStart) i = this.closing[i]! + 1;
      else if (kind[i] === Token.String && !this.isKeyAfter(i)) i++;
      else break;
    }
    return i;
  }

  private isKeyAfter(token: number): boolean {
    if (this.kind[token + 1] !== Token.Colon) return false;
    if ((this.stops & Stop.NextKey) !== 0) return true;
    return this.kind[token - 1] === Token.String && (this.bits[token - 1]! & Flag.Unterminated) !== 0;
  }

  /** Reads the operand at `at`, whose links `operandEnd` has just found. */
  private operand(at: number): void {
    const { kind, links, tree } = this;
    const start = this.start[at]!;
    for (let l = this.linkCount - 1; l >= 0; l--) {
      const k = kind[defined(links[l], 'a link that was counted')];
      this.push(
        Frame.Link,
        tree.open(k === Token.Paren ? Kind.Call : k === Token.Bracket ? Kind.Subscript : Kind.Other, start),
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
    else if (node < 0) this.enter(Frame.Group, -1, at, 0);
    else {
      const frame = node === Kind.Dict ? Frame.Dict : Frame.Items;
      this.enter(frame, this.tree.open(node, this.start[at]!), at, Stop.Comma);
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

  /** The token after `token`, or after the brackets that it opens. */
  after(token: number): number {
    const k = this.kind[token]!;
    return k >= Token.FStart && k <= Token.FOpen ? this.closing[token]! + 1 : token + 1;
  }

  /** The colon of the lambda at `at`; `at` itself if there is none before `end`. */
  lambdaColon(at: number, end: number): number {
    let nested = 0;
    let i = this.patience < 0 ? end : at + 1;
    for (; i < end; i = this.after(i)) {
      const k = this.kind[i];
      if (k === Token.Lambda) nested++;
      else if (k === Token.Colon && nested-- === 0) return i;
      // No parameter begins like that, but the next key does.
      else if (k === Token.String && (this.kind[i - 1] === Token.Comma || i === at + 1)) break;
    }
    this.patience -= i - at;
    return at;
  }

  private hasComma(from: number, stop: number): boolean {
    for (let i = from; i < stop; i = this.after(i)) {
      if (this.kind[i] === Token.Lambda) i = this.lambdaColon(i, stop);
      else if (this.kind[i] === Token.Comma) return true;
    }
    return false;
  }

  /** A call, subscript or attribute whose callee has been read. */
  private link(): void {
    const { at } = this;
    const d = this.depth - 1;
    const k = this.kind[at];
    if (k === Token.Dot) {
      this.at = this.namesEnd(at);
      return this.finish(this.at - 1);
    }
    if (k === Token.Paren && (this.bits[at]! & Inside.For) !== 0) {
      this.frames[d] = Frame.Generated;
      return this.comprehend(at);
    }
    this.frames[d] = k === Token.Paren ? Frame.Arguments : Frame.Items;
    this.end = this.closing[at]!;
    this.stops = k === Token.Paren ? Stop.Comma : Stop.Comma | Stop.Slices;
    this.at = at + 1;
    if (k === Token.Bracket && (this.inside(at) & Inside.Comma) !== 0)
      this.push(Frame.Region, this.tree.open(Kind.Tuple, this.start[at + 1]!));
  }

  // Strings.

  /** The adjacent literals from `from` up to `to`. */
  private string(from: number, to: number): void {
    const { bits, kind, start, tree } = this;
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

  private isSingle(from: number, to: number): boolean {
    return this.kind[from] === Token.FStart && this.closing[from] === to - 1;
  }

  /** Literals of which some have fields. The state is the token after the last one. */
  private strings(): void {
    const { at, kind, tree } = this;
    if (at >= this.state) return this.finish(at - 1);
    if (kind[at] === Token.FOpen) return this.enter(Frame.Field, -1, at, FIELD_STOPS);
    if (kind[at] === Token.FStart || kind[at] === Token.String)
      tree.flags[this.innermost(this.nodes)]! |= this.bits[at]! & (Flag.Fields | Flag.Unterminated);
    this.at++;
  }

  /** A replacement field: an expression, then perhaps `=`, and fields of its format. */
  private field(): void {
    const { at, kind } = this;
    if (at >= this.end) {
      if (this.state === 0) this.stray(at, 'An expression is missing in this replacement field.');
      this.leave();
    } else if (kind[at] === Token.FOpen) {
      this.state = 1;
      this.enter(Frame.Field, -1, at, FIELD_STOPS);
    } else if (kind[at] === Token.Comma || kind[at] === Token.Equal) this.at++;
    else {
      this.state = 1;
      this.element();
    }
  }

  // Comprehensions.

  private comprehend(at: number): void {
    const hasColon = this.kind[at] === Token.Brace && (this.inside(at) & Inside.Colon) !== 0;
    const node = this.tree.open(Kind.Comprehension, this.start[at]!, this.comprehensionFlag(at, hasColon));
    this.enter(Frame.Comprehension, node, at, hasColon ? Stop.For | Stop.Colon : Stop.For);
  }

  private comprehensionFlag(at: number, hasColon: boolean): number {
    if (this.kind[at] === Token.Brace) return hasColon ? Flag.InDict : Flag.InSet;
    return this.kind[at] === Token.Bracket ? Flag.InList : Flag.InParens;
  }

  /** State 0 before the element, 1 before a clause, 2 before an iterable. */
  private comprehension(): void {
    const { at, kind, state } = this;
    if (at >= this.end) return this.leave();
    if (state !== 1) {
      this.state = 1;
      if (state === 2) this.stops = Stop.For | Stop.If;
      else if ((this.stops & Stop.Colon) !== 0) return this.push(Frame.Key, this.tree.open(Kind.Pair, this.start[at]!));
      if (this.isStop(at)) return this.stray(at, 'An expression is missing before this.');
      return this.element();
    }
    this.at++;
    if (kind[at] === Token.For) this.startTargets();
    else if (kind[at] === Token.If) {
      this.stops = Stop.For | Stop.If;
      if (this.isStop(at + 1)) this.stray(at, 'A condition is missing after this.');
      else this.element();
    } else if (kind[at] !== Token.Async) this.stray(at, 'This cannot stand in a comprehension.');
  }

  private startTargets(): void {
    const { at } = this;
    let word = at;
    while (word < this.end && this.kind[word] !== Token.In) word = this.after(word);
    word = Math.min(word, this.end);
    if (word === at) this.stray(at - 1, 'A name is missing after this.');
    this.push(Frame.Targets, this.tree.open(Kind.Target, this.start[at]!));
    this.end = word;
    this.stops = 0;
    this.maybeTuple();
  }

  private targets(): void {
    const { at } = this;
    if (at < this.end) return this.element();
    this.finish(at - 1);
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

  private stray(token: number, message: string): void {
    const start = this.start[token]!;
    this.problems.add('syntax', start, Math.max(this.ends[token]!, start), message);
  }
}

const FIELD_STOPS = Stop.Comma | Stop.Equal | Stop.Field;

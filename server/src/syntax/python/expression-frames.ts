import { defined } from '../../base/defined';
import type { TreeBuilder } from './builder';
import type { Problems } from './problems';
import * as tokens from './tokens';
import type { Tokens } from './tokens';
import * as tree from './tree';

// Names of this module's own: where modules are not bundled, each use of an import costs a call.
const { ABSENT, Token } = tokens;
const { Flag } = tree;

/** What ends an expression, apart from the end of the brackets around it; and, in the bits above, what it may be. */
export const Stop = {
  Comma: 1,
  Colon: 2,
  For: 4,
  If: 8,
  Equal: 16,
  Field: 32,
  /** A string, or the first name of a line, before a colon: the comma before it is missing. */
  NextKey: 64,
  /** A `NextKey` behind a whole operand of a key, if it begins a line. */
  KeyLine: 128,
  /** No end of an expression: colons make slices here. */
  Slices: 256,
} as const;

const STOPS = new Uint16Array(64);
STOPS[Token.Comma] = Stop.Comma;
STOPS[Token.Colon] = Stop.Colon;
STOPS[Token.For] = STOPS[Token.Async] = Stop.For;
STOPS[Token.If] = Stop.If;
STOPS[Token.Equal] = Stop.Equal;
STOPS[Token.FOpen] = Stop.Field;

const FRAME = 'an open frame';

/**
 * The stack of what is being read in expressions, innermost last, and where operands and brackets end. A stack of its own
 * costs no call depth, however deep the brackets are nested.
 */
export class ExpressionFrames {
  protected readonly kind: Uint8Array;
  protected readonly bits: Uint8Array;
  protected readonly start: Int32Array;
  protected readonly ends: Int32Array;
  protected readonly indent: Int32Array;
  protected readonly closing: Int32Array;
  protected readonly tree: TreeBuilder;
  protected readonly problems: Problems;
  protected readonly text: string;

  /** The next token. */
  protected at = 0;
  /** The token that ends the innermost brackets, and what else ends an expression in them. */
  protected end = 0;
  protected stops = 0;

  /** How many tokens may still be looked at in search of colons that lambdas do not have. */
  private patience: number;

  protected depth = 0;
  protected readonly frames: number[] = [];
  protected readonly nodes: number[] = [];
  private readonly states: number[] = [];
  private readonly outerEnds: number[] = [];
  private readonly outerStops: number[] = [];

  /** Where the brackets and dots behind the last operand begin that `operandEnd` looked at. */
  protected readonly links: number[] = [];
  protected linkCount = 0;

  constructor(text: string, tokens: Tokens, tree: TreeBuilder, problems: Problems) {
    this.text = text;
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

  // Frames.

  /** What one of the lists beside each other holds of the innermost frame. */
  protected innermost(list: readonly number[]): number {
    return defined(list[this.depth - 1], FRAME);
  }

  protected push(frame: number, node: number): void {
    const d = this.depth++;
    this.frames[d] = frame;
    this.nodes[d] = node;
    this.states[d] = 0;
    this.outerEnds[d] = this.end;
    this.outerStops[d] = this.stops;
  }

  /** Starts what stands in the brackets that `open` opens. */
  protected enter(frame: number, node: number, open: number, stops: number): void {
    this.push(frame, node);
    this.end = this.closing[open]!;
    this.stops = stops;
    this.at = open + 1;
  }

  protected pop(): void {
    const d = --this.depth;
    this.end = defined(this.outerEnds[d], FRAME);
    this.stops = defined(this.outerStops[d], FRAME);
  }

  /** Ends the innermost frame and its node with `token`. */
  protected finish(token: number): void {
    const node = this.innermost(this.nodes);
    if (node >= 0) this.tree.close(node, Math.max(this.ends[token]!, this.tree.start[node]!));
    this.pop();
  }

  /** Ends the innermost frame at its closing bracket. */
  protected leave(): void {
    const token = this.end;
    const node = this.innermost(this.nodes);
    if (node >= 0 && (this.bits[token]! & ABSENT) !== 0) this.tree.flags[node]! |= Flag.Unclosed;
    this.at = token + 1;
    this.finish(token);
  }

  protected get state(): number {
    return this.innermost(this.states);
  }

  protected set state(value: number) {
    this.states[this.depth - 1] = value;
  }

  protected isStop(token: number, afterOperand = true): boolean {
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

  /**
   * The token after the operand at `at` with everything that is called or looked up on it; `at` itself if no operand
   * stands there.
   */
  protected operandEnd(at: number): number {
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
  protected namesEnd(at: number): number {
    let i = at;
    while (i + 1 < this.end && this.kind[i] === Token.Dot && this.kind[i + 1] === Token.Name) i += 2;
    return i;
  }

  /** The token after adjacent string literals. A literal that turns out to be a key is not taken. */
  protected stringsEnd(at: number): number {
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

  /** The first comma outside of brackets and lambdas from `from` on, or -1. */
  protected commaBetween(from: number, stop: number): number {
    for (let i = from; i < stop; i = this.after(i)) {
      if (this.kind[i] === Token.Lambda) i = this.lambdaColon(i, stop);
      else if (this.kind[i] === Token.Comma) return i;
    }
    return -1;
  }

  protected stray(token: number, message: string): void {
    const start = this.start[token]!;
    this.problems.add('syntax', start, Math.max(this.ends[token]!, start), message);
  }
}

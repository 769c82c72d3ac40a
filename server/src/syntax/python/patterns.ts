import type { TreeBuilder } from './builder';
import * as expressions from './expressions';
import type { Expressions } from './expressions';
import { normalName } from './literal';
import type { Problems } from './problems';
import { refuseDebug } from './targets';
import * as tokens from './tokens';
import type { Tokens } from './tokens';
import * as tree from './tree';

// Names of this module's own: where modules are not bundled, each use of an import costs a call.
const { Context } = expressions;
const { Token } = tokens;
const { Flag, Kind } = tree;

/** What a pattern, or a part of it, does. */
interface Read {
  /** The token behind the pattern. */
  readonly end: number;
  /** The names that the pattern binds. */
  readonly names: readonly string[];
  /** Whether the pattern is a value, or values with `|` between them. */
  readonly isValue: boolean;
  /** Whether the pattern matches anything. */
  readonly isIrrefutable: boolean;
}

/** How deep patterns are read; CPython gives up earlier. */
const DEEPEST = 200;

/**
 * Reads the patterns of `case` clauses. See "Patterns" in Python's language reference; what a pattern may bind and match
 * is checked as CPython's compiler does.
 */
export class Patterns {
  private readonly kind: Uint8Array;
  private readonly start: Int32Array;
  private readonly ends: Int32Array;
  private readonly closing: Int32Array;
  private readonly text: string;
  private readonly tree: TreeBuilder;
  private readonly problems: Problems;
  private readonly expressions: Expressions;
  private depth = 0;

  constructor(text: string, tokens: Tokens, tree: TreeBuilder, problems: Problems, expressions: Expressions) {
    this.text = text;
    this.kind = tokens.kind;
    this.start = tokens.start;
    this.ends = tokens.end;
    this.closing = tokens.close;
    this.tree = tree;
    this.problems = problems;
    this.expressions = expressions;
  }

  /** Reads the tokens from `from` up to `to` as a Pattern; with commas outside of brackets, it is a sequence. Says whether it matches anything. */
  read(from: number, to: number): boolean {
    const node = this.tree.open(Kind.Pattern, this.start[from]!);
    const isSequence = this.commaBetween(from, to);
    const read = isSequence ? this.sequence(from, to) : this.pattern(from, to);
    if (read.end < to) this.stray(read.end, 'This cannot stand in a pattern.');
    this.tree.close(node, this.ends[to - 1]!);
    if (read.isValue) this.tree.flags[node]! |= Flag.Values;
    if (read.isIrrefutable) this.tree.flags[node]! |= Flag.Irrefutable;
    return read.isIrrefutable;
  }

  /** Alternatives, perhaps with a name for what matched. */
  private pattern(from: number, to: number): Read {
    const alternatives = this.alternatives(from, to);
    const { end } = alternatives;
    if (end >= to || this.kind[end] !== Token.As) return alternatives;
    if (end + 1 >= to || !this.isPlainName(end + 1) || this.isWildcard(end + 1)) {
      this.stray(end, 'A name is missing after this.');
      return { ...alternatives, end: end + 1 };
    }
    return this.bound(end + 1, { ...alternatives, end: end + 2, isValue: false });
  }

  private alternatives(from: number, to: number): Read {
    let read = this.closed(from, to);
    while (read.end < to && this.isSign(read.end, '|')) {
      const bar = read.end;
      if (read.isIrrefutable)
        this.stray(bar, 'The pattern before this `|` matches anything, so nothing behind it is tried.');
      const next = this.closed(bar + 1, to);
      if (!sameNames(read.names, next.names))
        this.stray(bar, 'The patterns on both sides of this `|` bind different names.');
      read = { ...next, isValue: read.isValue && next.isValue };
    }
    return read;
  }

  private closed(at: number, to: number): Read {
    if (at >= to) return this.missing(at, to);
    switch (this.kind[at]!) {
      case Token.Name:
        return /^_(\.|$)/.test(this.word(at)) ? this.wildcard(at) : this.name(at, to);
      case Token.Minus:
      case Token.Number:
        return this.number(at, to);
      case Token.Constant:
        this.tree.leaf(Kind.Constant, this.start[at]!, this.ends[at]!);
        return value(at + 1);
      case Token.String:
      case Token.FStart:
        return this.string(at, to);
      case Token.Paren:
      case Token.Bracket:
      case Token.Brace:
        return this.brackets(at);
      default:
        return this.missing(at, to);
    }
  }

  private missing(at: number, to: number): Read {
    this.stray(Math.min(at, to - 1), 'A pattern is expected here.');
    return { ...value(to), isValue: false };
  }

  // Names and values.

  /** The `_` that matches anything: except for keys of mappings, Python reads neither `_.a` nor `_(a)` behind it. */
  private wildcard(at: number): Read {
    if (!this.isWildcard(at)) this.stray(at, 'A value in a pattern cannot begin with `_`.');
    return { end: at + 1, names: [], isValue: false, isIrrefutable: true };
  }

  private name(at: number, to: number): Read {
    const { kind } = this;
    let end = at + 1;
    while (end + 1 < to && kind[end] === Token.Dot && kind[end + 1] === Token.Name) end += 2;
    const isDotted = end > at + 1 || this.word(at).includes('.');
    const hasArguments = end < to && kind[end] === Token.Paren;
    if (!isDotted && !hasArguments) return this.bound(at, { end, names: [], isValue: false, isIrrefutable: true });
    this.tree.leaf(Kind.Name, this.start[at]!, this.ends[end - 1]!, end > at + 1 ? Flag.Spaced : 0);
    return hasArguments ? this.deeper(end, () => this.classArguments(end)) : value(end);
  }

  /** A number, perhaps complex: `-1`, `2 + 3j`. */
  private number(at: number, to: number): Read {
    const { kind } = this;
    const end = kind[at] === Token.Minus ? at + 2 : at + 1;
    if (end > to || kind[end - 1] !== Token.Number) return this.missing(at, to);
    const isSum =
      end + 1 < to && (kind[end] === Token.Plus || kind[end] === Token.Minus) && kind[end + 1] === Token.Number;
    if (!isSum) {
      this.tree.leaf(Kind.Number, this.start[at]!, this.ends[end - 1]!);
      return value(end);
    }
    this.expressions.read(at, end + 2, Context.Operand);
    if (this.isImaginary(end - 1) || !this.isImaginary(end + 1))
      this.stray(end, 'In a pattern, only a complex number can be written as a sum, such as `1 + 2j`.');
    return value(end + 2);
  }

  private isImaginary(token: number): boolean {
    return /j$/i.test(this.word(token));
  }

  private string(at: number, to: number): Read {
    let end = at;
    let hasFields = false;
    while (end < to && (this.kind[end] === Token.String || this.kind[end] === Token.FStart)) {
      hasFields ||= this.kind[end] === Token.FStart || /^[rt]?f/i.test(this.word(end));
      end = this.expressions.after(end);
    }
    this.expressions.read(at, end, Context.Operand);
    if (hasFields) this.stray(at, 'A pattern cannot be an f-string.');
    return value(end);
  }

  /** A pattern that binds what it matches to the name at `token`, too. */
  private bound(token: number, read: Read): Read {
    const name = normalName(this.word(token));
    refuseDebug(this.text, this.problems, this.start[token]!, this.ends[token]!);
    const node = this.tree.open(Kind.Target, this.start[token]!);
    this.tree.leaf(Kind.Name, this.start[token]!, this.ends[token]!);
    this.tree.close(node, this.ends[token]!);
    return { ...read, names: this.together(read.names, [name], token) };
  }

  // Brackets.

  private brackets(at: number): Read {
    const close = this.closing[at]!;
    if (this.kind[at] === Token.Brace) return this.deeper(at, () => this.mapping(at + 1, close));
    const isGroup = this.kind[at] === Token.Paren && close > at + 1 && !this.commaBetween(at + 1, close);
    if (!isGroup) return this.deeper(at, () => this.sequence(at + 1, close));
    return this.deeper(at, () => {
      const read = this.pattern(at + 1, close);
      if (read.end < close) this.stray(read.end, 'This cannot stand in a pattern.');
      return read;
    });
  }

  /** Reads what stands in the brackets that `open` opens, unless they are nested too deeply. */
  private deeper(open: number, read: () => Read): Read {
    const end = this.closing[open]! + 1;
    if (this.depth >= DEEPEST) {
      this.stray(open, 'These brackets are nested too deeply.');
      return { ...value(end), isValue: false };
    }
    this.depth++;
    const found = read();
    this.depth--;
    return { ...found, end };
  }

  private sequence(from: number, to: number): Read {
    let names: readonly string[] = [];
    let stars = 0;
    for (let at = from; at < to;) {
      const isStar = this.kind[at] === Token.Star;
      if (isStar && ++stars > 1) this.stray(at, 'A pattern can hold only one `*`.');
      const read = isStar ? this.rest(at, to) : this.pattern(at, to);
      names = this.together(names, read.names, at);
      at = this.comma(read.end, to);
    }
    return { end: to, names, isValue: false, isIrrefutable: false };
  }

  /** A name behind `*` or `**`. */
  private rest(at: number, to: number): Read {
    if (at + 1 >= to || !this.isPlainName(at + 1)) {
      this.stray(at, 'A name is missing after this.');
      return { ...value(at + 1), isValue: false };
    }
    const read = { ...value(at + 2), isValue: false };
    return this.isWildcard(at + 1) ? read : this.bound(at + 1, read);
  }

  private mapping(from: number, to: number): Read {
    let names: readonly string[] = [];
    const keys = new Set<string>();
    for (let at = from; at < to;) {
      const isRest = this.kind[at] === Token.DoubleStar;
      const read = isRest ? this.rest(at, to) : this.entry(at, to, keys);
      if (isRest && at + 1 < to && this.isWildcard(at + 1)) this.stray(at, '`**_` cannot stand in a pattern.');
      names = this.together(names, read.names, at);
      const next = this.comma(read.end, to);
      if (isRest && next < to) this.stray(at, 'In a pattern, `**` must come last.');
      at = next;
    }
    return { end: to, names, isValue: false, isIrrefutable: false };
  }

  private entry(at: number, to: number, keys: Set<string>): Read {
    const key = this.kind[at] === Token.Name ? this.name(at, to) : this.closed(at, to);
    if (!key.isValue || this.kind[at] === Token.Paren)
      this.stray(at, 'A key in a pattern must be a literal or a dotted name.');
    else if (this.kind[at] !== Token.Name) {
      const text = this.text.slice(this.start[at], this.ends[key.end - 1]);
      if (keys.has(text)) this.stray(at, 'This key stands in the pattern twice.');
      keys.add(text);
    }
    if (key.end >= to || this.kind[key.end] !== Token.Colon) {
      this.stray(Math.min(key.end, to) - 1, 'A colon is missing after this.');
      return key;
    }
    return this.pattern(key.end + 1, to);
  }

  private classArguments(open: number): Read {
    const to = this.closing[open]!;
    let names: readonly string[] = [];
    const keywords = new Set<string>();
    for (let at = open + 1; at < to;) {
      const isKeyword = this.isPlainName(at) && this.kind[at + 1] === Token.Equal;
      if (isKeyword && keywords.has(this.word(at))) this.stray(at, 'This attribute stands in the pattern twice.');
      if (isKeyword) keywords.add(this.word(at));
      else if (keywords.size > 0) this.stray(at, 'A pattern without a name cannot follow one with a name.');
      const read = this.pattern(isKeyword ? at + 2 : at, to);
      names = this.together(names, read.names, at);
      at = this.comma(read.end, to);
    }
    return { end: to, names, isValue: false, isIrrefutable: false };
  }

  // Tokens.

  /** The token behind the comma that should stand at `at`. */
  private comma(at: number, to: number): number {
    if (at >= to) return to;
    if (this.kind[at] === Token.Comma) return at + 1;
    this.stray(at, 'This cannot stand in a pattern.');
    let next = at;
    while (next < to && this.kind[next] !== Token.Comma) next = this.expressions.after(next);
    return Math.min(next + 1, to);
  }

  private commaBetween(from: number, to: number): boolean {
    for (let i = from; i < to; i = this.expressions.after(i)) if (this.kind[i] === Token.Comma) return true;
    return false;
  }

  private word(token: number): string {
    return this.text.slice(this.start[token], this.ends[token]);
  }

  private isSign(token: number, sign: string): boolean {
    return this.kind[token] === Token.Operator && this.word(token) === sign;
  }

  private isPlainName(token: number): boolean {
    return this.kind[token] === Token.Name && !this.word(token).includes('.');
  }

  private isWildcard(token: number): boolean {
    return this.kind[token] === Token.Name && this.word(token) === '_';
  }

  private together(names: readonly string[], more: readonly string[], token: number): readonly string[] {
    if (more.length === 0) return names;
    const twice = more.find(name => names.includes(name));
    if (twice !== undefined) this.stray(token, `The pattern binds \`${twice}\` twice.`);
    return [...names, ...more];
  }

  private stray(token: number, message: string): void {
    this.problems.add('syntax', this.start[token]!, Math.max(this.ends[token]!, this.start[token]!), message);
  }
}

function value(end: number): Read {
  return { end, names: [], isValue: true, isIrrefutable: false };
}

function sameNames(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every(name => others.includes(name));
}

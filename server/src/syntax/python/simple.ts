import type { TreeBuilder } from './builder';
import type { Expressions } from './expressions';
import type { Problems } from './problems';
import * as tokens from './tokens';
import type { Tokens } from './tokens';
import * as tree from './tree';

// Names of this module's own: where modules are not bundled, each use of an import costs a call.
const { ABSENT, Inside, TO_CLOSE, Token } = tokens;
const { Flag, Kind } = tree;

/** Reads statements that have no block. */
export class SimpleStatements {
  private readonly kind: Uint8Array;
  private readonly bits: Uint8Array;
  private readonly start: Int32Array;
  private readonly ends: Int32Array;
  private readonly closing: Int32Array;
  private readonly text: string;
  private readonly tree: TreeBuilder;
  private readonly problems: Problems;
  private readonly expressions: Expressions;
  private readonly outline: boolean;

  constructor(
    text: string,
    tokens: Tokens,
    tree: TreeBuilder,
    problems: Problems,
    expressions: Expressions,
    outline: boolean,
  ) {
    this.text = text;
    this.kind = tokens.kind;
    this.bits = tokens.bits;
    this.start = tokens.start;
    this.ends = tokens.end;
    this.closing = tokens.close;
    this.tree = tree;
    this.problems = problems;
    this.expressions = expressions;
    this.outline = outline;
  }

  /** Reads the tokens from `from` up to `to`: one or more statements with semicolons between them. */
  readLine(from: number, to: number): void {
    let at = from;
    for (let i = from; i < to; i = this.expressions.after(i)) {
      if (this.kind[i] !== Token.Semicolon) continue;
      if (i === at) this.stray(i, 'There is no statement before this semicolon.');
      else this.statement(at, i);
      at = i + 1;
    }
    if (at < to) this.statement(at, to);
  }

  /** Reads an expression; at outline depth, only the calls and subscripts with strings in it. */
  expression(from: number, to: number): void {
    if (this.outline) this.skim(from, to);
    else this.expressions.read(from, to);
  }

  isWord(token: number, word: string): boolean {
    const start = this.start[token]!;
    return (
      this.kind[token] === Token.Name && this.ends[token]! - start === word.length && this.text.startsWith(word, start)
    );
  }

  private statement(from: number, to: number): void {
    switch (this.kind[from]!) {
      case Token.Import:
        return this.imports(from, to);
      case Token.From:
        return this.importFrom(from, to);
      case Token.Global:
      case Token.Nonlocal:
        return this.globals(from, to);
      case Token.Return:
        return this.returns(from, to);
      case Token.Raise:
        return this.parts(from, to, Token.From);
      case Token.Del:
      case Token.Assert:
        if (from + 1 === to) this.stray(from, 'An expression is missing after this.');
        return this.parts(from, to, Token.Comma);
      case Token.Pass:
      case Token.Break:
      case Token.Continue:
        return this.word(from, to);
      case Token.Name:
        if (this.kind[from + 1] === Token.Name && this.isWord(from, 'type')) return this.parts(from, to, Token.Equal);
        return this.assignment(from, to);
      default:
        return this.assignment(from, to);
    }
  }

  private word(from: number, to: number): void {
    this.tree.leaf(Kind.Other, this.start[from]!, this.ends[from]!);
    if (to > from + 1) this.stray(from + 1, 'A line end or semicolon is missing before this.');
  }

  private returns(from: number, to: number): void {
    const node = this.tree.open(Kind.Return, this.start[from]!);
    this.expression(from + 1, to);
    this.tree.close(node, this.ends[to - 1]!);
  }

  /** A keyword and expressions with `separator` between them. */
  private parts(from: number, to: number, separator: number): void {
    const node = this.outline ? -1 : this.tree.open(Kind.Other, this.start[from]!);
    let at = from + 1;
    for (let i = at; i < to; i = this.expressions.after(i)) {
      if (this.kind[i] === Token.Lambda) i = this.expressions.lambdaColon(i, to);
      else if (this.kind[i] === separator) {
        if (at === i && separator === Token.Comma) this.stray(i, 'There is nothing before this comma.');
        if (separator !== Token.Equal) this.expression(at, i);
        at = i + 1;
      }
    }
    this.expression(at, to);
    if (node >= 0) this.tree.close(node, this.ends[to - 1]!);
  }

  private globals(from: number, to: number): void {
    const flags = this.kind[from] === Token.Nonlocal ? Flag.Nonlocal : 0;
    const node = this.tree.open(Kind.Global, this.start[from]!, flags);
    for (let i = from + 1; i < to; i++) {
      const isName = (i - from) % 2 === 1;
      if (this.kind[i] !== (isName ? Token.Name : Token.Comma)) return this.endNames(node, i, to);
      if (isName) this.tree.leaf(Kind.Name, this.start[i]!, this.ends[i]!);
    }
    if ((to - from) % 2 === 1) this.stray(to - 1, 'A name is missing after this.');
    this.tree.close(node, this.ends[to - 1]!);
  }

  /** Ends a list of names at a token that does not belong there. */
  private endNames(node: number, at: number, to: number): void {
    this.stray(at, 'Only names and commas can stand here.');
    this.tree.close(node, this.ends[to - 1]!);
  }

  // Imports.

  private imports(from: number, to: number): void {
    const node = this.tree.open(Kind.Import, this.start[from]!);
    this.importedNames(from, from + 1, to, false);
    this.tree.close(node, this.ends[to - 1]!);
  }

  private importFrom(from: number, to: number): void {
    const { kind, tree, start, ends } = this;
    const node = tree.open(Kind.ImportFrom, start[from]!);
    let at = from + 1;
    while (at < to && (kind[at] === Token.Name || kind[at] === Token.Dot || kind[at] === Token.Ellipsis)) at++;
    if (at > from + 1) tree.leaf(Kind.Name, start[from + 1]!, ends[at - 1]!, this.spacedFlag(from + 1, at));
    else this.stray(from, 'The name of a module is missing after this.');
    if (at < to && kind[at] === Token.Import) this.importedFrom(at, to);
    else if (at > from + 1) this.stray(Math.min(at, to - 1), '`import` is missing here.');
    tree.close(node, ends[to - 1]!);
  }

  private importedFrom(at: number, to: number): void {
    const { kind, tree, start, ends } = this;
    if (kind[at + 1] === Token.Star && at + 1 < to) {
      const node = tree.open(Kind.ImportedName, start[at + 1]!);
      tree.leaf(Kind.Name, start[at + 1]!, ends[at + 1]!);
      tree.close(node, ends[at + 1]!);
      if (at + 2 < to) this.stray(at + 2, 'A line end is missing before this.');
    } else if (kind[at + 1] === Token.Paren && at + 1 < to) {
      const close = this.closing[at + 1]!;
      this.importedNames(at + 1, at + 2, close, true);
      if (close + 1 < to) this.stray(close + 1, 'A line end is missing before this.');
    } else this.importedNames(at, at + 1, to, false);
  }

  /** `name [as alias], …` from `from` up to `to`; the list starts behind the token `before`. */
  private importedNames(before: number, from: number, to: number, mayEndInComma: boolean): void {
    const { kind, tree, start, ends } = this;
    for (let at = from; ;) {
      if (at >= to) {
        if (at === from || !mayEndInComma) this.stray(at === from ? before : at - 1, 'A name is missing after this.');
        return;
      }
      if (kind[at] !== Token.Name) return this.stray(at, 'The name of something to import is expected here.');
      const node = tree.open(Kind.ImportedName, start[at]!);
      let end = at + 1;
      while (end + 1 < to && kind[end] === Token.Dot && kind[end + 1] === Token.Name) end += 2;
      tree.leaf(Kind.Name, start[at]!, ends[end - 1]!, this.spacedFlag(at, end));
      at = end;
      if (at < to && kind[at] === Token.As) at = this.alias(at, to);
      tree.close(node, ends[at - 1]!);
      if (at >= to) return;
      if (kind[at] !== Token.Comma) return this.stray(at, 'A comma is missing before this.');
      at++;
    }
  }

  private alias(at: number, to: number): number {
    if (at + 1 < to && this.kind[at + 1] === Token.Name) {
      this.tree.leaf(Kind.Name, this.start[at + 1]!, this.ends[at + 1]!);
      return at + 2;
    }
    this.stray(at, 'A name is missing after this.');
    return at + 1;
  }

  private spacedFlag(from: number, to: number): number {
    for (let i = from + 1; i < to; i++) if (this.start[i] !== this.ends[i - 1]) return Flag.Spaced;
    return 0;
  }

  // Assignments.

  /** An assignment of any kind, or an expression. */
  private assignment(from: number, to: number): void {
    const { kind, expressions } = this;
    for (let i = from; i < to; i = expressions.after(i)) {
      switch (kind[i]!) {
        case Token.Lambda:
          i = expressions.lambdaColon(i, to);
          break;
        case Token.Equal:
          return this.assign(from, i, to);
        case Token.Augmented:
          return this.augment(from, i, to);
        case Token.Colon:
          return this.annotate(from, i, to);
      }
    }
    this.expression(from, to);
  }

  private assign(from: number, equal: number, to: number): void {
    const node = this.tree.open(Kind.Assign, this.start[from]!);
    let at = from;
    for (let i = equal; i < to; i = this.expressions.after(i)) {
      if (this.kind[i] === Token.Lambda) i = this.expressions.lambdaColon(i, to);
      else if (this.kind[i] === Token.Equal) {
        this.target(at, i);
        at = i + 1;
      }
    }
    this.assigned(at, to);
    this.tree.close(node, this.ends[to - 1]!);
  }

  private augment(from: number, operator: number, to: number): void {
    const node = this.tree.open(Kind.AugAssign, this.start[from]!);
    this.target(from, operator);
    this.assigned(operator + 1, to);
    this.tree.close(node, this.ends[to - 1]!);
  }

  private annotate(from: number, colon: number, to: number): void {
    const { kind, tree, start, ends, expressions } = this;
    const node = tree.open(Kind.Assign, start[from]!);
    this.target(from, colon);
    let equal = colon + 1;
    while (equal < to && kind[equal] !== Token.Equal) {
      if (kind[equal] === Token.Lambda) equal = expressions.lambdaColon(equal, to);
      equal = expressions.after(equal);
    }
    if (equal > colon + 1) {
      const annotation = tree.open(Kind.Annotation, start[colon + 1]!);
      expressions.read(colon + 1, Math.min(equal, to));
      tree.close(annotation, ends[Math.min(equal, to) - 1]!);
    } else this.stray(colon, 'A type is missing after this.');
    if (equal < to) this.assigned(equal + 1, to);
    tree.close(node, ends[to - 1]!);
  }

  private target(from: number, to: number): void {
    if (from >= to) return this.stray(from, 'There is nothing to assign to before this.');
    const node = this.tree.open(Kind.Target, this.start[from]!);
    this.expressions.read(from, to);
    this.tree.close(node, this.ends[to - 1]!);
    if (!this.isAssignable(from, to))
      this.problems.add('syntax', this.start[from]!, this.ends[to - 1]!, 'Nothing can be assigned to this.');
  }

  private isAssignable(from: number, to: number): boolean {
    const { kind } = this;
    const first = kind[from]!;
    const isLiteral = first === Token.String || first === Token.Number || first === Token.Constant;
    if (to === from + 1) return !isLiteral;
    const isCall = kind[to - 1] === Token.CloseParen && first === Token.Name && this.closing[from + 1] === to - 1;
    return !(isCall && kind[from + 1] === Token.Paren);
  }

  private assigned(from: number, to: number): void {
    if (from >= to) this.stray(from - 1, 'A value is missing after this.');
    else if (this.outline) this.sparse(from, to);
    else this.expressions.read(from, to);
  }

  // Outlines.

  /** The value of an assignment as one node that holds only what `skim` finds. */
  private sparse(from: number, to: number): void {
    const { kind, bits, expressions, closing } = this;
    const isOperand = expressions.endOfOperand(from, to) === to;
    const links = isOperand ? expressions.linksFound : 0;
    if (isOperand && links === 0) this.sparseAtom(from, to);
    else if (links === 1 && kind[from] === Token.Name && closing[from + 1] === to - 1) {
      if ((bits[from + 1]! & Inside.String) !== 0) expressions.read(from, to);
      else this.sparseNode(kind[from + 1] === Token.Paren ? Kind.Call : Kind.Subscript, from, to);
    } else this.sparseNode(Kind.Other, from, to);
  }

  private sparseAtom(from: number, to: number): void {
    const k = this.kind[from]!;
    const node = k >= Token.Paren && k <= Token.Brace ? this.expressions.kindOfBrackets(from) : -1;
    if (node < 0) this.expressions.read(from, to);
    else this.sparseNode(node, from, to);
  }

  private sparseNode(kind: number, from: number, to: number): void {
    const { tree, start, ends, bits } = this;
    const isLinked = kind === Kind.Call || kind === Kind.Subscript;
    const isUnclosed = this.kind[from]! + TO_CLOSE === this.kind[to - 1] && (bits[to - 1]! & ABSENT) !== 0;
    const node = tree.open(kind, start[from]!, isUnclosed ? Flag.Sparse | Flag.Unclosed : Flag.Sparse);
    if (isLinked) tree.leaf(Kind.Name, start[from]!, ends[from]!);
    this.skim(isLinked ? from + 1 : from, to);
    tree.close(node, ends[to - 1]!);
  }

  /** Reads the calls and subscripts with a string directly inside, of names. */
  private skim(from: number, to: number): void {
    const { kind, bits } = this;
    for (let t = from + 1; t < to; t++) {
      const k = kind[t]!;
      if (k !== Token.Paren && k !== Token.Bracket) continue;
      if ((bits[t]! & Inside.String) === 0 || kind[t - 1] !== Token.Name || t - 1 < from) continue;
      if (t - 2 < from || kind[t - 2] !== Token.Dot) t = this.expressions.readOperand(t - 1, to) - 1;
    }
  }

  private stray(token: number, message: string): void {
    this.problems.add('syntax', this.start[token]!, this.ends[token]!, message);
  }
}

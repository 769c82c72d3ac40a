import type { TreeBuilder } from './builder';
import * as expressions from './expressions';
import type { Expressions } from './expressions';
import { operatorAt } from './operators';
import type { Problems } from './problems';
import * as targets from './targets';
import type { Binding } from './targets';
import * as tokens from './tokens';
import type { Tokens } from './tokens';
import * as tree from './tree';

// Names of this module's own: where modules are not bundled, each use of an import costs a call.
const { Context } = expressions;
const { checkTarget, refuseDebug } = targets;
const { ABSENT, Inside, TO_CLOSE, Token } = tokens;
const { Flag, Kind } = tree;

/** What stands alone in a statement, or on the right side of an assignment. */
const VALUE = Context.Expression | Context.Tuple;
const STATEMENT = VALUE | Context.Yield;

/** What encloses a statement, as bits: it decides what may stand there. */
export const Place = {
  Function: 1,
  Async: 2,
  Loop: 4,
  /** A class or function, so that names cannot be imported by `*`. */
  Local: 8,
  /** An `except*`, which nothing leaves by `return`; nor, but for loops inside, by `break` and `continue`. */
  Group: 16,
  GroupLoop: 32,
} as const;

/** The features of `__future__` in every version of Python that is read. */
const FUTURE_FEATURES: ReadonlySet<string> = new Set([
  'nested_scopes',
  'generators',
  'division',
  'absolute_import',
  'with_statement',
  'print_function',
  'unicode_literals',
  'barry_as_FLUFL',
  'generator_stop',
  'annotations',
]);

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
  /** What encloses the statements that are read next: bits of `Place`. */
  place = 0;
  /** Only a docstring and imports from `__future__` have been read so far. */
  isPrologue = true;

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
  expression(from: number, to: number, context: number): void {
    if (this.outline) this.skim(from, to);
    else this.expressions.read(from, to, context);
  }

  isWord(token: number, word: string): boolean {
    const start = this.start[token]!;
    return (
      this.kind[token] === Token.Name && this.ends[token]! - start === word.length && this.text.startsWith(word, start)
    );
  }

  private statement(from: number, to: number): void {
    if (this.isPrologue && this.kind[from] !== Token.From) this.isPrologue = this.isDocstring(from, to);
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
        return this.raises(from, to);
      case Token.Del:
        return this.parts(Kind.Delete, from, to);
      case Token.Assert:
        return this.parts(Kind.Assert, from, to);
      case Token.Pass:
        return this.word(Kind.Pass, from, to);
      case Token.Break:
        this.checkLoop(from);
        return this.word(Kind.Break, from, to);
      case Token.Continue:
        this.checkLoop(from);
        return this.word(Kind.Continue, from, to);
      case Token.Name:
        if (this.kind[from + 1] === Token.Name && this.isWord(from, 'type')) return this.typeAlias(from, to);
        return this.assignment(from, to);
      default:
        return this.assignment(from, to);
    }
  }

  private word(kind: number, from: number, to: number): void {
    this.tree.leaf(kind, this.start[from]!, this.ends[from]!);
    if (to > from + 1) this.stray(from + 1, 'A line end or semicolon is missing before this.');
  }

  /** Whether the first statement of a file is its docstring. */
  private isDocstring(from: number, to: number): boolean {
    for (let i = from; i < to; i++) {
      const k = this.kind[i];
      if (k === Token.String ? (this.bits[i]! & Flag.Bytes) !== 0 : k !== Token.Paren && k !== Token.CloseParen)
        return false;
    }
    return from === 0;
  }

  private checkLoop(word: number): void {
    if ((this.place & Place.Loop) === 0) this.stray(word, 'This can only stand in a loop.');
    else if ((this.place & Place.GroupLoop) !== 0) this.stray(word, 'This cannot leave an `except*`.');
  }

  private returns(from: number, to: number): void {
    if ((this.place & Place.Function) === 0) this.stray(from, '`return` can only stand in a function.');
    else if ((this.place & Place.Group) !== 0) this.stray(from, 'This cannot leave an `except*`.');
    const node = this.tree.open(Kind.Return, this.start[from]!);
    this.expression(from + 1, to, VALUE);
    this.tree.close(node, this.ends[to - 1]!);
  }

  private raises(from: number, to: number): void {
    if (this.outline) return this.skim(from + 1, to);
    let cause = from + 1;
    while (cause < to && this.kind[cause] !== Token.From) cause = this.expressions.after(cause);
    const node = this.tree.open(Kind.Raise, this.start[from]!, cause < to ? Flag.From : 0);
    this.expressions.read(from + 1, Math.min(cause, to), Context.Expression);
    if (cause < to && (cause === from + 1 || cause + 1 === to)) this.stray(cause, 'An expression is missing here.');
    this.expressions.read(cause + 1, to, Context.Expression);
    this.tree.close(node, this.ends[to - 1]!);
  }

  /** A keyword and expressions with commas between them. */
  private parts(kind: number, from: number, to: number): void {
    if (from + 1 === to) this.stray(from, 'An expression is missing after this.');
    if (this.outline) return this.skim(from + 1, to);
    const node = this.tree.open(kind, this.start[from]!);
    let at = from + 1;
    for (let i = at; i < to; i = this.expressions.after(i)) {
      if (this.kind[i] === Token.Lambda) i = this.expressions.lambdaColon(i, to);
      else if (this.kind[i] === Token.Comma) {
        if (at === i) this.stray(i, 'There is nothing before this comma.');
        this.expressions.read(at, i, Context.Expression);
        at = i + 1;
      }
    }
    this.expressions.read(at, to, Context.Expression);
    this.tree.close(node, this.ends[to - 1]!);
    this.checkParts(kind, node, to);
  }

  private checkParts(kind: number, node: number, to: number): void {
    const { tree } = this;
    let count = 0;
    for (let part = node + 1; part < tree.next[node]!; part = tree.next[part]!) {
      count++;
      if (kind === Kind.Delete) checkTarget(this.text, tree, this.problems, part, 'delete');
    }
    if (kind === Kind.Assert && (count > 2 || this.kind[to - 1] === Token.Comma))
      this.stray(to - 1, 'Only a condition and a message can stand behind `assert`.');
  }

  /** Reports a token that should be a name without dots that something can be bound to; not in outlines, which only skim. */
  checkName(token: number): void {
    if (this.outline) return;
    const [start, end] = [this.start[token]!, this.ends[token]!];
    if (this.text.slice(start, end).includes('.')) this.stray(token, 'A name cannot have a dot here.');
    else refuseDebug(this.text, this.problems, start, end);
  }

  /** `type Name[T] = …`, new in Python 3.12. */
  private typeAlias(from: number, to: number): void {
    const { kind, tree, start, ends } = this;
    const node = tree.open(Kind.TypeAlias, start[from]!);
    tree.leaf(Kind.Name, start[from + 1]!, ends[from + 1]!);
    this.checkName(from + 1);
    let at = from + 2;
    if (at < to && kind[at] === Token.Bracket) {
      if (!this.outline) this.expressions.readParameters(Kind.TypeParameters, at);
      at = this.closing[at]! + 1;
    }
    if (at >= to || kind[at] !== Token.Equal) this.stray(Math.min(at, to - 1), '`=` is expected here.');
    else if (at + 1 === to) this.stray(at, 'A value is missing after this.');
    else this.expression(at + 1, to, Context.Expression);
    tree.close(node, ends[to - 1]!);
  }

  private globals(from: number, to: number): void {
    const flags = this.kind[from] === Token.Nonlocal ? Flag.Nonlocal : 0;
    const node = this.tree.open(Kind.Global, this.start[from]!, flags);
    for (let i = from + 1; i < to; i++) {
      const isName = (i - from) % 2 === 1;
      if (this.kind[i] !== (isName ? Token.Name : Token.Comma)) return this.endNames(node, i, to);
      if (!isName) continue;
      this.tree.leaf(Kind.Name, this.start[i]!, this.ends[i]!);
      this.checkName(i);
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
    this.importedNames(from, from + 1, to, { areModules: true, mayEndInComma: false });
    this.tree.close(node, this.ends[to - 1]!);
  }

  private importFrom(from: number, to: number): void {
    const { kind, tree, start, ends } = this;
    const node = tree.open(Kind.ImportFrom, start[from]!);
    let at = from + 1;
    while (at < to && (kind[at] === Token.Dot || kind[at] === Token.Ellipsis)) at++;
    if (at < to && kind[at] === Token.Name) at++;
    while (at + 1 < to && kind[at] === Token.Dot && kind[at + 1] === Token.Name) at += 2;
    if (at > from + 1) tree.leaf(Kind.Name, start[from + 1]!, ends[at - 1]!, this.spacedFlag(from + 1, at));
    else this.stray(from, 'The name of a module is missing after this.');
    if (at < to && kind[at] === Token.Import) this.importedFrom(at, to);
    else if (at > from + 1) this.stray(Math.min(at, to - 1), '`import` is missing here.');
    tree.close(node, ends[to - 1]!);
    if (at === from + 2 && this.isWord(from + 1, '__future__')) this.checkFuture(node);
    else this.isPrologue = false;
  }

  private checkFuture(statement: number): void {
    const { tree, text, problems } = this;
    if (!this.isPrologue) {
      const message = 'An import from `__future__` can only stand at the beginning of a file.';
      return problems.add('syntax', tree.start[statement]!, tree.end[statement]!, message);
    }
    for (let name = tree.next[statement + 1]!; name < tree.next[statement]!; name = tree.next[name]!) {
      const feature = text.slice(tree.start[name + 1], tree.end[name + 1]);
      if (!FUTURE_FEATURES.has(feature))
        problems.add('syntax', tree.start[name]!, tree.end[name]!, '`__future__` has no such feature.');
    }
  }

  private importedFrom(at: number, to: number): void {
    const { kind, tree, start, ends } = this;
    if (kind[at + 1] === Token.Star && at + 1 < to) {
      const node = tree.open(Kind.ImportedName, start[at + 1]!);
      tree.leaf(Kind.Name, start[at + 1]!, ends[at + 1]!);
      tree.close(node, ends[at + 1]!);
      if ((this.place & Place.Local) !== 0)
        this.stray(at + 1, 'Names can be imported by `*` only outside of classes and functions.');
      if (at + 2 < to) this.stray(at + 2, 'A line end is missing before this.');
    } else if (kind[at + 1] === Token.Paren && at + 1 < to) {
      const close = this.closing[at + 1]!;
      this.importedNames(at + 1, at + 2, close, { areModules: false, mayEndInComma: true });
      if (close + 1 < to) this.stray(close + 1, 'A line end is missing before this.');
    } else this.importedNames(at, at + 1, to, { areModules: false, mayEndInComma: false });
  }

  /** `name [as alias], …` from `from` up to `to`; the list starts behind the token `before`. */
  private importedNames(
    before: number,
    from: number,
    to: number,
    { areModules, mayEndInComma }: { areModules: boolean; mayEndInComma: boolean },
  ): void {
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
      const hasAlias = end < to && kind[end] === Token.As;
      if (!areModules && !this.outline) this.checkImported(at, end, hasAlias);
      else if (!hasAlias && end === at + 1 && this.isWord(at, '__debug__')) this.checkName(at);
      at = hasAlias ? this.alias(end, to) : end;
      tree.close(node, ends[at - 1]!);
      if (at >= to) return;
      if (kind[at] !== Token.Comma) return this.stray(at, 'A comma is missing before this.');
      at++;
    }
  }

  /** Reports what `from … import` cannot import. */
  private checkImported(at: number, end: number, hasAlias: boolean): void {
    const isDotted = end > at + 1 || this.text.slice(this.start[at], this.ends[at]).includes('.');
    if (isDotted) this.stray(at, 'A name cannot have a dot here.');
    else if (!hasAlias) this.checkName(at);
  }

  private alias(at: number, to: number): number {
    if (at + 1 < to && this.kind[at + 1] === Token.Name) {
      this.checkName(at + 1);
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
    this.expression(from, to, STATEMENT);
  }

  private assign(from: number, equal: number, to: number): void {
    const node = this.tree.open(Kind.Assign, this.start[from]!);
    let at = from;
    for (let i = equal; i < to; i = this.expressions.after(i)) {
      if (this.kind[i] === Token.Lambda) i = this.expressions.lambdaColon(i, to);
      else if (this.kind[i] === Token.Equal) {
        this.target(at, i, 'assign');
        at = i + 1;
      }
    }
    this.assigned(at, to);
    this.tree.close(node, this.ends[to - 1]!);
  }

  private augment(from: number, operator: number, to: number): void {
    const sign = operatorAt(this.text, this.start[operator]!, this.ends[operator]! - 1);
    const node = this.tree.open(Kind.AugAssign, this.start[from]!, sign);
    this.target(from, operator, 'augment');
    this.assigned(operator + 1, to);
    this.tree.close(node, this.ends[to - 1]!);
  }

  private annotate(from: number, colon: number, to: number): void {
    const { kind, tree, start, ends, expressions } = this;
    const node = tree.open(Kind.Assign, start[from]!);
    this.target(from, colon, 'annotate');
    let equal = colon + 1;
    while (equal < to && kind[equal] !== Token.Equal) {
      if (kind[equal] === Token.Lambda) equal = expressions.lambdaColon(equal, to);
      equal = expressions.after(equal);
    }
    if (equal > colon + 1) {
      const annotation = tree.open(Kind.Annotation, start[colon + 1]!);
      expressions.read(colon + 1, Math.min(equal, to), Context.Expression);
      tree.close(annotation, ends[Math.min(equal, to) - 1]!);
    } else this.stray(colon, 'A type is missing after this.');
    if (equal < to) this.assigned(equal + 1, to);
    tree.close(node, ends[to - 1]!);
  }

  private target(from: number, to: number, binding: Binding): void {
    if (from >= to) return this.stray(from, 'There is nothing to assign to before this.');
    const node = this.tree.open(Kind.Target, this.start[from]!);
    this.expressions.read(from, to, VALUE);
    this.tree.close(node, this.ends[to - 1]!);
    checkTarget(this.text, this.tree, this.problems, node + 1, binding);
  }

  private assigned(from: number, to: number): void {
    if (from >= to) this.stray(from - 1, 'A value is missing after this.');
    else if (this.outline) this.sparse(from, to);
    else this.expressions.read(from, to, STATEMENT);
  }

  // Outlines.

  /** The value of an assignment as one node that holds only what `skim` finds. */
  private sparse(from: number, to: number): void {
    const { kind, bits, expressions, closing } = this;
    const isOperand = expressions.endOfOperand(from, to) === to;
    const links = isOperand ? expressions.linksFound : 0;
    if (isOperand && links === 0) this.sparseAtom(from, to);
    else if (links === 1 && kind[from] === Token.Name && closing[from + 1] === to - 1) {
      if ((bits[from + 1]! & Inside.String) !== 0) expressions.read(from, to, STATEMENT);
      else this.sparseNode(kind[from + 1] === Token.Paren ? Kind.Call : Kind.Subscript, from, to);
    } else this.sparseNode(Kind.Other, from, to);
  }

  private sparseAtom(from: number, to: number): void {
    const k = this.kind[from]!;
    const node = k >= Token.Paren && k <= Token.Brace ? this.expressions.kindOfBrackets(from) : -1;
    if (node < 0) this.expressions.read(from, to, STATEMENT);
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

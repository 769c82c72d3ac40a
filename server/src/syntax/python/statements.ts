import { defined } from '../../base/defined';
import type { TreeBuilder } from './builder';
import * as expressions from './expressions';
import type { Expressions } from './expressions';
import { Patterns } from './patterns';
import type { Problems } from './problems';
import * as simple from './simple';
import type { SimpleStatements } from './simple';
import * as targets from './targets';
import * as tokens from './tokens';
import type { Tokens } from './tokens';
import * as tree from './tree';

// Names of this module's own: where modules are not bundled, each use of an import costs a call.
const { Context } = expressions;
const { Place } = simple;
const { checkTarget } = targets;
const { columnOf, Inside, Token } = tokens;
const { Clause, Flag, Kind } = tree;

/** A block that is being read. Blocks that only an odd indentation makes have no nodes (-1). */
interface Block {
  /** The statement that the block belongs to, and its Body. */
  readonly owner: number;
  readonly body: number;
  /** The indentation, in the measure of `Tokens.indent`; -1 for a block on the line of its header. */
  readonly indent: number;
  readonly isMatch: boolean;
  /** At outline depth, of a function that has no `global`: only calls and subscripts with strings are read. */
  isSkimmed: boolean;
  /** What encloses its statements: see `Place`. */
  readonly place: number;
  /** What the last statement allows to follow: see `clauseAfter`. */
  last: number;
}

/** A header that has been read, whose block begins with the next line. */
interface Header {
  readonly owner: number;
  readonly body: number;
  readonly isMatch: boolean;
  readonly isSkimmed: boolean;
  readonly place: number;
  readonly token: number;
}

const BLOCK = 'an open block';

/** How many blocks are open where CPython's tokenizer gives up (`MAXINDENT`). */
const DEEPEST = 100;

/** What the keyword of a clause makes of it. */
const CLAUSES = new Uint8Array(64);
CLAUSES[Token.If] = Clause.If;
CLAUSES[Token.Elif] = Clause.Elif;
CLAUSES[Token.Else] = Clause.Else;
CLAUSES[Token.While] = Clause.While;
CLAUSES[Token.Try] = Clause.Try;
CLAUSES[Token.Except] = Clause.Except;
CLAUSES[Token.Finally] = Clause.Finally;

/** Reads the statements of a text into a tree, from tokens with balanced brackets. */
export class Statements {
  private readonly text: string;
  private readonly tokens: Tokens;
  private readonly kind: Uint8Array;
  private readonly start: Int32Array;
  private readonly ends: Int32Array;
  private readonly indent: Int32Array;
  private readonly closing: Int32Array;
  private readonly tree: TreeBuilder;
  private readonly problems: Problems;
  private readonly expressions: Expressions;
  private readonly simple: SimpleStatements;
  private readonly outline: boolean;
  private readonly patterns: Patterns;
  private readonly blocks: Block[] = [];
  private header: Header | undefined;
  /** The statement keyword of the line being read, for `Block.last`. */
  private clause = 0;

  constructor(
    text: string,
    tokens: Tokens,
    tree: TreeBuilder,
    problems: Problems,
    expressions: Expressions,
    simple: SimpleStatements,
    outline: boolean,
  ) {
    this.text = text;
    this.tokens = tokens;
    this.kind = tokens.kind;
    this.start = tokens.start;
    this.ends = tokens.end;
    this.indent = tokens.indent;
    this.closing = tokens.close;
    this.tree = tree;
    this.problems = problems;
    this.expressions = expressions;
    this.simple = simple;
    this.outline = outline;
    this.patterns = new Patterns(text, tokens, tree, problems, expressions);
  }

  read(): void {
    const module = this.tree.open(Kind.Module, 0);
    this.blocks.push({ owner: -1, body: -1, indent: 0, isMatch: false, isSkimmed: false, place: 0, last: 0 });
    let at = 0;
    while (this.kind[at] !== Token.End) {
      this.settle(at);
      const block = this.innermost;
      if (block.last === Token.Try && this.kind[at] !== Token.Except && this.kind[at] !== Token.Finally)
        this.stray(at, '`except` or `finally` is expected here.');
      this.clause = 0;
      at = this.line(at, block);
      block.last = this.clause;
    }
    this.endOfText(at);
    this.tree.close(module, this.ends[at]!);
  }

  // Blocks.

  private get innermost(): Block {
    return defined(this.blocks.at(-1), BLOCK);
  }

  /** Closes and opens blocks as the indentation of the line at `at` says. */
  private settle(at: number): void {
    const indent = this.indent[at]!;
    this.closeInline(at);
    let block = this.innermost;
    const { header } = this;
    this.header = undefined;
    if (header !== undefined) {
      if (columnOf(indent) > columnOf(block.indent)) return this.openBlock(header, indent, at);
      this.closeBody(header.owner, header.body, at);
      this.indentProblem(header.token, 'An indented block is expected after this.');
    }
    if (indent === block.indent) return;
    if (columnOf(indent) > columnOf(block.indent)) return this.unexpected(indent, at);
    while (columnOf(indent) < columnOf(block.indent)) {
      this.closeBlock(at);
      block = this.innermost;
    }
    this.closeInline(at);
    block = this.innermost;
    if (columnOf(indent) > columnOf(block.indent)) {
      this.indentProblem(at, 'This line is indented less than the one before, but like no line further up.');
      this.pushOdd(indent);
    } else if (indent !== block.indent) this.mixed(at);
  }

  private openBlock(header: Header, indent: number, at: number): void {
    if ((indent & 0xffff) <= (this.innermost.indent & 0xffff)) this.mixed(at);
    if (this.blocks.length === DEEPEST) this.indentProblem(at, 'Blocks are nested too deeply for Python here.');
    const { owner, body, isMatch, isSkimmed, place } = header;
    this.blocks.push({ owner, body, indent, isMatch, isSkimmed, place, last: 0 });
  }

  private unexpected(indent: number, at: number): void {
    this.indentProblem(at, 'This line is indented more than the one before, but no block begins here.');
    this.pushOdd(indent);
  }

  /** A block that only its indentation makes. */
  private pushOdd(indent: number): void {
    this.blocks.push({
      owner: -1,
      body: -1,
      indent,
      isMatch: false,
      isSkimmed: this.innermost.isSkimmed,
      place: this.innermost.place,
      last: 0,
    });
  }

  private mixed(at: number): void {
    this.indentProblem(at, 'Tabs and spaces are mixed so that the depth of this line depends on the width of a tab.');
  }

  private closeInline(at: number): void {
    while (this.innermost.indent < 0) this.closeBlock(at);
  }

  private closeBlock(at: number): void {
    const { owner, body, last } = defined(this.blocks.pop(), BLOCK);
    if (last === Token.Try) this.stray(at - 1, '`except` or `finally` is expected after this.');
    if (owner >= 0) this.closeBody(owner, body, at);
  }

  /** Ends a body and its statement with the last token before `at`. */
  private closeBody(owner: number, body: number, at: number): void {
    const end = this.ends[at - 1]!;
    this.tree.close(body, Math.max(end, this.tree.start[body]!));
    this.tree.close(owner, Math.max(end, this.tree.start[body]!));
  }

  private endOfText(at: number): void {
    const { header } = this;
    if (header !== undefined) {
      this.closeBody(header.owner, header.body, at);
      this.indentProblem(header.token, 'An indented block is expected after this.');
    }
    while (this.blocks.length > 1) this.closeBlock(at);
    if (this.innermost.last === Token.Try) this.stray(at - 1, '`except` or `finally` is expected after this.');
  }

  /** Ends the header of `owner`, whose colon should be at `colon`; reads what stands behind it on the line. */
  private block(owner: number, colon: number, lineEnd: number, isMatch = false): number {
    const found = colon < lineEnd && this.kind[colon] === Token.Colon;
    if (!found) this.missingColon(Math.min(colon, lineEnd) - 1);
    const last = found ? colon : lineEnd - 1;
    const body = this.tree.open(Kind.Body, this.ends[last]!);
    const isSkimmed = this.isSkimmed(owner);
    const place = this.placeIn(owner);
    this.simple.isPrologue = false;
    if (found && colon + 1 < lineEnd) {
      this.blocks.push({ owner, body, indent: -1, isMatch, isSkimmed, place, last: 0 });
      this.simpleLine(colon + 1, lineEnd);
    } else this.header = { owner, body, isMatch, isSkimmed, place, token: last };
    return lineEnd;
  }

  private isSkimmed(owner: number): boolean {
    if (!this.outline || this.tree.kind[owner] === Kind.Class) return false;
    return this.tree.kind[owner] === Kind.Function || this.innermost.isSkimmed;
  }

  /** What encloses the statements of the body of `owner`. */
  private placeIn(owner: number): number {
    const { place } = this.innermost;
    const flags = this.tree.flags[owner]!;
    switch (this.tree.kind[owner]!) {
      case Kind.Function:
        return Place.Local | Place.Function | ((flags & Flag.Async) !== 0 ? Place.Async : 0);
      case Kind.Class:
        return Place.Local;
      case Kind.Block: {
        const clause = flags & ~Flag.Async;
        if (clause === Clause.For || clause === Clause.While) return (place | Place.Loop) & ~Place.GroupLoop;
        return clause === Clause.ExceptGroup ? place | Place.Group | Place.GroupLoop : place;
      }
      default:
        return place;
    }
  }

  // Lines.

  /** Reads the logical line at `at`; the answer is the first token of the next one. */
  private line(at: number, block: Block): number {
    const lineEnd = this.lineEnd(at);
    if (block.isMatch && !this.simple.isWord(at, 'case')) this.stray(at, 'Only `case` can stand in a `match`.');
    switch (this.kind[at]!) {
      case Token.At:
        return this.decorated(at);
      case Token.Class:
        return this.classStatement(this.tree.open(Kind.Class, this.start[at]!), at, lineEnd);
      case Token.Def:
        return this.functionStatement(this.tree.open(Kind.Function, this.start[at]!), at, lineEnd);
      case Token.Async:
        return this.asyncStatement(at, lineEnd);
      case Token.With:
        return this.withStatement(at, at, lineEnd);
      case Token.For:
        return this.forStatement(at, at, lineEnd);
      case Token.If:
      case Token.Elif:
      case Token.Else:
      case Token.While:
      case Token.Try:
      case Token.Except:
      case Token.Finally:
        return this.clauseStatement(at, lineEnd, block);
      case Token.Name:
        if (block.isMatch && this.simple.isWord(at, 'case')) return this.caseClause(at, lineEnd);
        if (this.isMatch(at, lineEnd)) return this.matchStatement(at, lineEnd);
        break;
    }
    this.simpleLine(at, lineEnd);
    return lineEnd;
  }

  private simpleLine(at: number, lineEnd: number): void {
    const k = this.kind[at]!;
    if (k === Token.Global || k === Token.Nonlocal) this.readFully();
    this.simple.place = this.innermost.place;
    if (this.innermost.isSkimmed && k !== Token.Import && k !== Token.From)
      this.simple.expression(at, lineEnd, Context.Expression);
    else this.simple.readLine(at, lineEnd);
  }

  /** The function that is being read assigns to variables of others, so its assignments matter. */
  private readFully(): void {
    for (const block of this.blocks.toReversed()) {
      if (!block.isSkimmed) break;
      block.isSkimmed = false;
    }
  }

  /** The first token of the next logical line. */
  private lineEnd(at: number): number {
    let i = this.expressions.after(at);
    while (this.indent[i]! < 0) i = this.expressions.after(i);
    return i;
  }

  /** The first colon outside of brackets and lambdas, or `to`. */
  private colon(from: number, to: number): number {
    let i = from;
    for (; i < to; i = this.expressions.after(i)) {
      if (this.kind[i] === Token.Lambda) i = this.expressions.lambdaColon(i, to);
      else if (this.kind[i] === Token.Colon) return i;
    }
    return to;
  }

  private find(kind: number, from: number, to: number): number {
    let i = from;
    while (i < to && this.kind[i] !== kind) i = this.expressions.after(i);
    return Math.min(i, to);
  }

  // Classes and functions.

  /** Decorators with what they decorate. */
  private decorated(at: number): number {
    let target = at;
    while (this.kind[target] === Token.At) {
      target = this.lineEnd(target);
      if (this.kind[target] !== Token.End && this.indent[target] !== this.indent[at])
        this.indentProblem(target, 'This line is not indented like the decorator before it.');
    }
    const isAsync = this.kind[target] === Token.Async;
    const word = this.kind[isAsync ? target + 1 : target];
    if (word !== Token.Def && (word !== Token.Class || isAsync)) return this.looseDecorators(at, target);
    const flags = isAsync ? Flag.Async : 0;
    const node = this.tree.open(word === Token.Def ? Kind.Function : Kind.Class, this.start[at]!, flags);
    for (let i = at; i < target;) i = this.decorator(i, Kind.Decorator);
    const lineEnd = this.lineEnd(target);
    if (word === Token.Def) return this.functionStatement(node, isAsync ? target + 1 : target, lineEnd);
    return this.classStatement(node, target, lineEnd);
  }

  private looseDecorators(at: number, target: number): number {
    this.stray(target - 1, 'A class or function is expected after this decorator.');
    for (let i = at; i < target;) i = this.decorator(i, Kind.Other);
    return target;
  }

  private decorator(at: number, kind: number): number {
    const lineEnd = this.lineEnd(at);
    const node = this.tree.open(kind, this.start[at]!);
    if (at + 1 === lineEnd) this.stray(at, 'A name is missing after this.');
    this.expressions.read(at + 1, lineEnd, Context.Named);
    this.tree.close(node, this.ends[lineEnd - 1]!);
    return lineEnd;
  }

  private classStatement(node: number, at: number, lineEnd: number): number {
    let i = this.nameAndTypes(at, lineEnd);
    if (i < lineEnd && this.kind[i] === Token.Paren) {
      const bases = this.tree.open(Kind.Bases, this.start[i]!);
      this.expressions.readArguments(i);
      this.tree.close(bases, this.ends[this.closing[i]!]!);
      i = this.closing[i]! + 1;
    }
    return this.block(node, this.headerEnd(i, lineEnd), lineEnd);
  }

  private functionStatement(node: number, at: number, lineEnd: number): number {
    let i = this.nameAndTypes(at, lineEnd);
    if (i < lineEnd && this.kind[i] === Token.Paren) {
      if (!this.outline) this.expressions.readParameters(Kind.Parameters, i);
      i = this.closing[i]! + 1;
    } else this.stray(i - 1, 'The parameters of this function are missing.');
    if (i < lineEnd && this.kind[i] === Token.Arrow) {
      const colon = this.colon(i, lineEnd);
      if (!this.outline) this.returnType(i, colon);
      i = colon;
    }
    return this.block(node, this.headerEnd(i, lineEnd), lineEnd);
  }

  private returnType(arrow: number, colon: number): void {
    if (arrow + 1 >= colon) return this.stray(arrow, 'A type is missing after this.');
    const node = this.tree.open(Kind.Annotation, this.start[arrow + 1]!);
    this.expressions.read(arrow + 1, colon, Context.Expression);
    this.tree.close(node, this.ends[colon - 1]!);
  }

  private nameAndTypes(at: number, lineEnd: number): number {
    let i = at + 1;
    if (i < lineEnd && this.kind[i] === Token.Name) {
      this.tree.leaf(Kind.Name, this.start[i]!, this.ends[i]!);
      this.simple.checkName(i);
      i++;
    } else this.stray(at, 'A name is missing after this.');
    if (i >= lineEnd || this.kind[i] !== Token.Bracket) return i;
    if (!this.outline) this.expressions.readParameters(Kind.TypeParameters, i);
    return this.closing[i]! + 1;
  }

  /** `at`, where the colon of a header belongs, or the colon if something stray stands before it. */
  private headerEnd(at: number, lineEnd: number): number {
    if (at >= lineEnd || this.kind[at] === Token.Colon) return at;
    const colon = this.colon(at, lineEnd);
    if (colon === lineEnd) return at;
    this.stray(at, 'A colon is expected here.');
    return colon;
  }

  // Other compound statements.

  private asyncStatement(at: number, lineEnd: number): number {
    const isOutside = (this.innermost.place & Place.Async) === 0;
    if (isOutside && this.kind[at + 1] !== Token.Def) this.stray(at, 'This can only stand in an async function.');
    switch (this.kind[at + 1]!) {
      case Token.Def:
        return this.functionStatement(this.tree.open(Kind.Function, this.start[at]!, Flag.Async), at + 1, lineEnd);
      case Token.With:
        return this.withStatement(at, at + 1, lineEnd);
      case Token.For:
        return this.forStatement(at, at + 1, lineEnd);
      default:
        this.stray(at, '`def`, `with` or `for` is expected after this.');
        this.simpleLine(at + 1, lineEnd);
        return lineEnd;
    }
  }

  private openBlockNode(from: number, clause: number): number {
    return this.tree.open(Kind.Block, this.start[from]!, clause);
  }

  private withStatement(from: number, at: number, lineEnd: number): number {
    const { kind, closing } = this;
    const node = this.tree.open(Kind.With, this.start[from]!, at > from ? Flag.Async : 0);
    const colon = this.colon(at, lineEnd);
    if (at + 1 === colon) this.stray(at, 'An expression is missing after this.');
    const hasBrackets = kind[at + 1] === Token.Paren && closing[at + 1] === colon - 1;
    if (hasBrackets && this.areWithItems(at + 1)) this.withItems(at + 2, colon - 1, true);
    else this.withItems(at + 1, colon, false);
    return this.block(node, colon, lineEnd);
  }

  /** Whether the parentheses that `open` opens hold the items of a `with`, rather than being one. */
  private areWithItems(open: number): boolean {
    const { kind } = this;
    const close = this.closing[open]!;
    if ((this.tokens.bits[open]! & Inside.For) !== 0 || close === open + 1) return false;
    let isExpression = false;
    for (let i = open + 1; i < close; i = this.expressions.after(i)) {
      const k = kind[i];
      if (k === Token.Lambda) i = this.expressions.lambdaColon(i, close);
      else if (k === Token.As) return true;
      else if (k === Token.Walrus || k === Token.Yield) isExpression = true;
      else if (k === Token.Star && (i === open + 1 || kind[i - 1] === Token.Comma)) isExpression = true;
    }
    return !isExpression;
  }

  private withItems(from: number, to: number, mayEndInComma: boolean): void {
    for (let at = from; at < to;) {
      const end = this.comma(at, to);
      const word = this.find(Token.As, at, end);
      if (at === end) this.stray(at, 'There is nothing before this comma.');
      this.expressions.read(at, word, Context.Expression);
      if (word < end) this.boundTo(word, end);
      at = end + 1;
    }
    if (!mayEndInComma && to > from && this.kind[to - 1] === Token.Comma)
      this.stray(to - 1, 'An expression is missing after this.');
  }

  /** The first comma outside of brackets and lambdas, or `to`. */
  private comma(from: number, to: number): number {
    let i = from;
    for (; i < to && this.kind[i] !== Token.Comma; i = this.expressions.after(i))
      if (this.kind[i] === Token.Lambda) i = this.expressions.lambdaColon(i, to);
    return Math.min(i, to);
  }

  /** What stands behind the `as` at `word`. */
  private boundTo(word: number, end: number): void {
    if (word + 1 >= end) return this.stray(word, 'A name is missing after this.');
    this.target(word + 1, end);
  }

  private target(from: number, to: number): void {
    const target = this.tree.open(Kind.Target, this.start[from]!);
    this.expressions.read(from, to, Context.Operand | Context.Tuple);
    this.tree.close(target, this.ends[to - 1]!);
    checkTarget(this.text, this.tree, this.problems, target + 1, 'assign');
  }

  private forStatement(from: number, at: number, lineEnd: number): number {
    const node = this.openBlockNode(from, at > from ? Clause.For | Flag.Async : Clause.For);
    const colon = this.colon(at, lineEnd);
    const word = this.find(Token.In, at, colon);
    if (word > at + 1) this.target(at + 1, word);
    if (word === at + 1 || word + 1 >= colon) this.stray(Math.min(word, colon - 1), 'An expression is missing here.');
    this.simple.expression(word + 1, colon, Context.Expression | Context.Tuple);
    this.clause = Token.While;
    return this.block(node, colon, lineEnd);
  }

  private clauseStatement(at: number, lineEnd: number, block: Block): number {
    const word = this.kind[at]!;
    const isGroup = word === Token.Except && this.kind[at + 1] === Token.Star;
    const isBare = word === Token.Except && this.kind[at + 1] === Token.Colon;
    const node = this.openBlockNode(at, isGroup ? Clause.ExceptGroup : CLAUSES[word]!);
    const colon = this.colon(at, lineEnd);
    if (!mayFollow(isGroup ? EXCEPT_GROUP : word, block.last))
      this.stray(at, 'The statement that this belongs to is missing.');
    this.clause = isBare ? BARE_EXCEPT : clauseAfter(isGroup ? EXCEPT_GROUP : word, block.last);
    if (isGroup && at + 2 >= colon) this.stray(at + 1, 'An exception is missing after this.');
    const from = isGroup ? at + 2 : at + 1;
    const hasExpression = word === Token.If || word === Token.Elif || word === Token.While;
    if (hasExpression && from >= colon) this.stray(at, 'A condition is missing after this.');
    if (!hasExpression && word !== Token.Except && from < colon) this.stray(from, 'A colon is expected here.');
    const as = word === Token.Except ? this.find(Token.As, from, colon) : colon;
    this.simple.expression(from, as, hasExpression ? Context.Named : Context.Expression);
    if (as < colon) this.exceptName(as, from, colon);
    return this.block(node, colon, lineEnd);
  }

  /** The name behind the `as` of an `except`. */
  private exceptName(as: number, from: number, colon: number): void {
    if (as === from) this.stray(as, 'An exception is missing before this.');
    if (as + 2 !== colon || this.kind[as + 1] !== Token.Name) return this.stray(as, 'One name is expected after this.');
    this.boundTo(as, colon);
    this.simple.checkName(as + 1);
  }

  // `match` is a statement if it ends in a colon and a line with `case` comes next; else it is a name.

  private isMatch(at: number, lineEnd: number): boolean {
    if (!this.simple.isWord(at, 'match') || !this.simple.isWord(lineEnd, 'case')) return false;
    return this.kind[lineEnd - 1] === Token.Colon && at + 2 < lineEnd && this.colon(at, lineEnd) === lineEnd - 1;
  }

  private matchStatement(at: number, lineEnd: number): number {
    const node = this.openBlockNode(at, Clause.Match);
    this.simple.expression(at + 1, lineEnd - 1, Context.Named | Context.Tuple);
    return this.block(node, lineEnd - 1, lineEnd, true);
  }

  private caseClause(at: number, lineEnd: number): number {
    const node = this.openBlockNode(at, Clause.Case);
    const colon = this.colon(at, lineEnd);
    if (this.outline) this.simple.expression(at + 1, colon, Context.Named);
    else this.patternAndGuard(at, colon);
    return this.block(node, colon, lineEnd);
  }

  private patternAndGuard(at: number, colon: number): void {
    const guard = this.find(Token.If, at, colon);
    if (this.innermost.last === IRREFUTABLE)
      this.stray(at, 'The `case` before this matches anything, so this is never tried.');
    if (at + 1 === guard) this.stray(at, 'A pattern is missing after this.');
    else if (this.patterns.read(at + 1, guard) && guard === colon) this.clause = IRREFUTABLE;
    if (guard + 1 === colon) this.stray(guard, 'A condition is missing after this.');
    this.expressions.read(guard + 1, colon, Context.Named);
  }

  /** The colon that belongs behind the token `last` of a header. */
  private missingColon(last: number): void {
    const end = this.ends[last]!;
    this.problems.add('syntax', this.start[last]!, end, 'A colon is missing after this.', { at: end, text: ':' });
  }

  private stray(token: number, message: string): void {
    this.problems.add('syntax', this.start[token]!, this.ends[token]!, message);
  }

  private indentProblem(token: number, message: string): void {
    this.problems.add('indent', this.start[token]!, this.ends[token]!, message);
  }
}

/** In the place of a keyword: an `except*`; and, for `Block.last`, an `except` without an exception. */
const EXCEPT_GROUP = 64;
const BARE_EXCEPT = 65;
/** For `Block.last`: a `case` that matches anything. */
const IRREFUTABLE = 66;

/** Whether a clause may follow the statement that `last` stands for. */
function mayFollow(word: number, last: number): boolean {
  switch (word) {
    case Token.Elif:
      return last === Token.If;
    case Token.Else:
      return last === Token.If || last === Token.While || isExcept(last);
    case Token.Except:
      return last === Token.Try || last === Token.Except;
    case EXCEPT_GROUP:
      return last === Token.Try || last === EXCEPT_GROUP;
    case Token.Finally:
      return last === Token.Try || last === Token.Else || isExcept(last);
    default:
      return true;
  }
}

function isExcept(last: number): boolean {
  return last === Token.Except || last === EXCEPT_GROUP || last === BARE_EXCEPT;
}

/** What a clause lets follow: `If`, `While`, `Try`, one of the excepts, `Else` (only `finally`), or 0 for nothing. */
function clauseAfter(word: number, last: number): number {
  switch (word) {
    case Token.If:
    case Token.Elif:
      return Token.If;
    case Token.Else:
      return isExcept(last) ? Token.Else : 0;
    case Token.While:
    case Token.Try:
    case Token.Except:
    case EXCEPT_GROUP:
      return word;
    default:
      return 0;
  }
}

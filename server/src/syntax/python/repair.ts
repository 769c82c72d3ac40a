import { defined } from '../../base/defined';
import type { Problems } from './problems';
import {
  ABSENT,
  columnOf,
  Inside,
  isClosing,
  isOpening,
  STATEMENT_KEYWORDS,
  TO_CLOSE,
  Token,
  type Tokens,
} from './tokens';

/**
 * Makes the brackets of a damaged text balanced: fills `to` with the tokens of `from`, adding closing and opening
 * brackets that are missing and leaving out those that have no partner. Where a bracket was meant to be closed is
 * told by the layout: people indent what is inside, and keys of one dictionary stand below each other. Linear.
 */
export function repair(from: Tokens, to: Tokens, problems: Problems): void {
  new Repair(from, to, problems).run();
}

/** An open bracket. */
interface Frame {
  readonly kind: number;
  /** The token in the new stream. */
  readonly token: number;
  /** Where a message about it points. */
  readonly start: number;
  readonly end: number;
  /** The column at which the line begins that the bracket stands in. */
  readonly lineColumn: number;
  /** The column of the keys that begin a line, and of the first thing inside that begins one; -1 before any. */
  keyColumn: number;
  childColumn: number;
}

/** Frames further down are not looked at: nobody nests that deep, and the search must not cost more. */
const DEEPEST = 100;
/** How many tokens a damaged key may be: `XGBoost Training": {`. */
const LONGEST_KEY = 6;

const FRAME = 'an open bracket';

class Repair {
  private readonly from: Tokens;
  private readonly to: Tokens;
  private readonly problems: Problems;
  private readonly frames: Frame[] = [];
  /** The column of the statement, and of the line, that are being read. */
  private statementColumn = 0;
  private lineColumn = 0;
  /** The indentation of a token that was left out, for the next one of its line. */
  private carried = -1;

  constructor(from: Tokens, to: Tokens, problems: Problems) {
    this.from = from;
    this.to = to;
    this.problems = problems;
    to.count = 0;
  }

  run(): void {
    const { kind, indent, count } = this.from;
    const last = count - 1;
    for (let t = 0; t < last; t++) {
      if (indent[t]! >= 0) {
        const next = this.startLine(t);
        if (next > t) {
          t = next - 1;
          continue;
        }
      } else if (this.isInlineKeyWithoutBrace(t)) this.addBrace(t, this.lineColumn, -1);
      const k = kind[t]!;
      if (k === Token.FStart) t = this.copyString(t);
      else if (isOpening(k)) this.open(t);
      else if (isClosing(k)) t = this.close(t);
      else this.copy(t);
    }
    this.closeDownTo(0);
    this.copy(last);
  }

  // What the first token of a line tells.

  /** Closes what the line at `t` shows to be over. The answer is the token to go on with: `t`, or one after a stray line. */
  private startLine(t: number): number {
    const column = columnOf(this.from.indent[t]!);
    this.carried = -1;
    this.lineColumn = column;
    if (this.frames.length === 0) this.startStatement(t, column);
    else if (!isClosing(this.from.kind[t]!)) {
      if (this.isStrayLine(t, column)) return this.leaveOutLine(t);
      if (this.beginsStatement(t, column)) {
        this.closeDownTo(0);
        this.statementColumn = column;
      } else if (this.isKey(t) || this.isSpread(t, column)) this.placeKey(t, column);
      else this.placeChild(column);
    }
    return t;
  }

  private startStatement(t: number, column: number): void {
    const { to } = this;
    const isValue = to.count > 0 && to.kind[to.count - 1] === Token.Equal;
    if (isValue && column > this.statementColumn && this.isKey(t)) this.addBrace(t, this.statementColumn, column);
    else this.statementColumn = column;
  }

  private beginsStatement(t: number, column: number): boolean {
    const kind = this.from.kind[t]!;
    if (kind >= STATEMENT_KEYWORDS) return true;
    if (column > this.statementColumn) return false;
    if (this.isKey(t) && this.frames.some(frame => frame.keyColumn === column)) return false;
    const { childColumn } = this.top;
    if (childColumn >= 0 && childColumn !== column) return true;
    if (kind !== Token.Name) return kind === Token.At || kind === Token.From || kind === Token.If || kind === Token.For;
    return childColumn < 0 || this.isAssignment(t);
  }

  private isAssignment(t: number): boolean {
    const after = this.from.kind[t + 1]!;
    if (after === Token.Colon) return this.top.kind !== Token.Brace;
    return after === Token.Equal || after === Token.Augmented;
  }

  /** A line with a statement keyword, inside a dictionary that goes on afterwards. */
  private isStrayLine(t: number, column: number): boolean {
    if (this.from.kind[t]! < STATEMENT_KEYWORDS || column <= this.statementColumn) return false;
    const next = this.nextLine(t);
    if (!this.isKey(next)) return false;
    return this.hasFrame(frame => frame.keyColumn === columnOf(this.from.indent[next]!));
  }

  private nextLine(t: number): number {
    let next = t + 1;
    while (this.from.indent[next]! < 0) next++;
    return next;
  }

  private leaveOutLine(t: number): number {
    const next = this.nextLine(t);
    this.problems.add('syntax', this.from.start[t]!, this.from.end[next - 1]!, 'A statement cannot stand here.');
    return next;
  }

  /** Whether the tokens at `t` look like a key and its colon, be they damaged. */
  private isKey(t: number): boolean {
    const { kind, indent } = this.from;
    const inDict = this.frames.at(-1)?.kind === Token.Brace;
    let quoted = false;
    for (let i = t; i < t + LONGEST_KEY; i++) {
      if (i > t && indent[i]! >= 0) return false;
      if (kind[i] === Token.Colon) return i > t && (quoted || inDict);
      if (kind[i] === Token.String) quoted = true;
      else if (kind[i] !== Token.Name && kind[i] !== Token.Number && kind[i] !== Token.Minus) return false;
    }
    return false;
  }

  private isSpread(t: number, column: number): boolean {
    return this.from.kind[t] === Token.DoubleStar && this.hasFrame(frame => frame.keyColumn === column);
  }

  private isInlineKeyWithoutBrace(t: number): boolean {
    const { kind } = this.from;
    if (kind[t] !== Token.String || kind[t + 1] !== Token.Colon || this.frames.length === 0) return false;
    return this.top.kind === Token.Brace && this.to.kind[this.to.count - 1] === Token.Colon;
  }

  /** Closes the brackets that cannot hold a key at `column`, and notices one that is missing before it. */
  private placeKey(t: number, column: number): void {
    while (this.frames.length > 1 && !this.mayHold(this.top, column)) this.closeTop();
    const frame = this.top;
    if (frame.childColumn < 0) frame.childColumn = column;
    if (frame.kind !== Token.Brace) return;
    const before = this.to.kind[this.to.count - 1];
    if (frame.keyColumn < 0) this.firstKey(t, column, frame);
    else if (column < frame.keyColumn) frame.keyColumn = column;
    else if (column > frame.keyColumn + 1 && (before === Token.Colon || before === Token.Comma))
      this.addBrace(t, frame.keyColumn, column);
  }

  /** The first key of `frame`, unless it is one of an entry whose own first line is missing. */
  private firstKey(t: number, column: number, frame: Frame): void {
    const { kind, indent } = this.from;
    let next = t;
    // The outermost dictionaries only, as looking ahead in all would take too long.
    if (this.frames.length === 1)
      do next = this.nextLine(next);
      while (kind[next] !== Token.End && columnOf(indent[next]!) >= column);
    const outer = columnOf(indent[next]!);
    const isOrphan = next > t && kind[next] === Token.CloseBrace && outer > frame.lineColumn;
    const after = this.afterComma(next);
    frame.keyColumn = column;
    if (!isOrphan || !this.isLineKey(after) || columnOf(indent[after]!) !== outer) return;
    frame.keyColumn = outer;
    this.addBrace(t, outer, column);
  }

  private mayHold(frame: Frame, column: number): boolean {
    if (frame.kind !== Token.Brace) return !this.hasFrame(other => other.kind === Token.Brace);
    if (frame.keyColumn === column) return true;
    const elsewhere = this.hasFrame(
      other => other !== frame && (other.keyColumn === column || other.childColumn === column),
    );
    if (column <= frame.lineColumn) return frame.keyColumn < 0 && !elsewhere;
    return frame.keyColumn < 0 || column > frame.keyColumn || !elsewhere;
  }

  /** Something that is no key begins a line: what stands at the column of its elders is not inside of them. */
  private placeChild(column: number): void {
    while (this.frames.length > 1) {
      const frame = this.top;
      const isSibling = column <= frame.lineColumn && frame.childColumn !== column && this.hasContent(frame);
      if (!isSibling || !this.hasFrame(other => other.childColumn === column)) break;
      this.closeTop();
    }
    const frame = this.top;
    if (frame.childColumn < 0) frame.childColumn = column;
  }

  private hasContent(frame: Frame): boolean {
    return this.to.count > frame.token + 1;
  }

  private hasFrame(test: (frame: Frame) => boolean): boolean {
    return this.frames.slice(-DEEPEST).some(frame => test(frame));
  }

  // Brackets.

  private get top(): Frame {
    return defined(this.frames.at(-1), FRAME);
  }

  private frameAt(depth: number): Frame {
    return defined(this.frames[depth], FRAME);
  }

  private popFrame(): Frame {
    return defined(this.frames.pop(), FRAME);
  }

  private open(t: number): void {
    const { kind, start, end } = this.from;
    const k = kind[t]!;
    if (k === Token.Brace && this.to.kind[this.to.count - 1] === Token.Brace)
      return this.leaveOut(t, 'One `{` too many.');
    this.push(k, start[t]!, end[t]!, this.lineColumn, -1);
    this.copy(t);
  }

  private push(kind: number, start: number, end: number, lineColumn: number, keyColumn: number): void {
    const token = this.to.count;
    this.to.bits[token] = 0;
    this.frames.push({ kind, token, start, end, lineColumn, keyColumn, childColumn: keyColumn });
  }

  /** Adds the `{` that is missing before the key at `t`. */
  private addBrace(t: number, lineColumn: number, keyColumn: number): void {
    const at = this.from.start[t]!;
    this.problems.add('bracket', at, this.from.end[t]!, 'A `{` is missing before this key.');
    this.push(Token.Brace, at, at, lineColumn, keyColumn);
    this.emit(Token.Brace, at, at);
  }

  /** Puts the closing bracket `t` where it belongs; the answer is the last token used up. */
  private close(t: number): number {
    const { kind, indent } = this.from;
    if (this.frames.length === 0) return this.leaveOutClosing(t);
    const column = indent[t]! >= 0 ? columnOf(indent[t]!) : -1;
    const mine = this.findPartner(kind[t]! - TO_CLOSE, column);
    const top = this.frames.length - 1;
    if (mine < 0 || (mine < top && this.closesTop(t, column, mine))) return this.closeInstead(t, column, mine);
    if (this.isExtra(t, column, mine)) return this.leaveOutClosing(t);
    this.closeDownTo(mine + 1);
    this.to.close[this.popFrame().token] = this.to.count;
    this.to.bits[this.to.count] = 0;
    this.copy(t);
    return t;
  }

  /** The frame that a bracket closes: of its kind, and best with its line at the same column. */
  private findPartner(kind: number, column: number): number {
    let nearest = -1;
    for (let i = this.frames.length - 1; i >= Math.max(0, this.frames.length - DEEPEST); i--) {
      const frame = this.frameAt(i);
      if (frame.kind !== kind) continue;
      if (nearest < 0) nearest = i;
      if (column < 0 || frame.lineColumn === column) return i;
    }
    return nearest;
  }

  /** Whether a bracket of the wrong kind was meant to close the top frame, though there is one of its kind below. */
  private closesTop(t: number, column: number, mine: number): boolean {
    const { top } = this;
    const partner = this.frameAt(mine);
    if (top.kind === partner.kind) return false;
    if (column >= 0) return top.lineColumn === column && partner.lineColumn !== column;
    const next = this.afterComma(t);
    return this.isLineKey(next) && columnOf(this.from.indent[next]!) === partner.keyColumn;
  }

  /** A closing bracket of the wrong kind: it closes the top frame if the layout says so, else it is left out. */
  private closeInstead(t: number, column: number, mine: number): number {
    const { indent, start, end } = this.from;
    const { top } = this;
    const next = this.afterComma(t);
    const fits =
      column >= 0 ? top.lineColumn === column : indent[next]! >= 0 && columnOf(indent[next]!) <= top.lineColumn;
    if (mine < 0 && !fits) return this.leaveOutClosing(t);
    this.problems.add('bracket', start[t]!, end[t]!, `\`${closingOf(top.kind)}\` is expected here.`);
    this.frames.pop();
    this.to.close[top.token] = this.to.count;
    this.to.bits[this.to.count] = 0;
    this.emit(top.kind + TO_CLOSE, start[t]!, end[t]!);
    return t;
  }

  /** Whether the frame goes on after the bracket, so that it cannot be the one that closes it. */
  private isExtra(t: number, column: number, mine: number): boolean {
    const { kind, indent } = this.from;
    const next = this.afterComma(t);
    if (indent[next]! < 0) return false;
    const nextColumn = columnOf(indent[next]!);
    const frame = this.frameAt(mine);
    const parent = this.frames[mine - 1];
    if (this.isLineKey(next)) {
      if (parent === undefined) return nextColumn > this.statementColumn;
      return frame.keyColumn === nextColumn && parent.keyColumn !== nextColumn && column !== frame.lineColumn;
    }
    if (kind[next] !== frame.kind + TO_CLOSE || nextColumn !== frame.lineColumn) return false;
    return column !== frame.lineColumn && parent?.lineColumn !== frame.lineColumn;
  }

  private isLineKey(t: number): boolean {
    return this.from.indent[t]! >= 0 && this.isKey(t);
  }

  private afterComma(t: number): number {
    return this.from.kind[t + 1] === Token.Comma ? t + 2 : t + 1;
  }

  private leaveOutClosing(t: number): number {
    this.leaveOut(t, 'There is nothing open that this could close.');
    return this.frames.length === 0 && this.from.kind[t + 1] === Token.Comma ? t + 1 : t;
  }

  private leaveOut(t: number, message: string): void {
    const { start, end, indent } = this.from;
    this.problems.add('bracket', start[t]!, end[t]!, message);
    if (indent[t]! >= 0) this.carried = indent[t]!;
  }

  private closeDownTo(depth: number): void {
    while (this.frames.length > depth) this.closeTop();
  }

  private closeTop(): void {
    const { to } = this;
    const frame = this.popFrame();
    const at = to.end[to.count - 1]!;
    if (frame.end > frame.start) this.problems.add('bracket', frame.start, frame.end, 'This bracket is never closed.');
    to.close[frame.token] = to.count;
    to.bits[to.count] = ABSENT;
    this.emit(frame.kind + TO_CLOSE, at, at);
  }

  // Tokens.

  private copy(t: number): void {
    const { from, to } = this;
    const n = to.count;
    const k = from.kind[t]!;
    const top = this.frames.at(-1);
    if (top !== undefined && top.token !== n) to.bits[top.token]! |= insideOf(k);
    if (k === Token.String) to.bits[n] = from.bits[t]!;
    this.emit(k, from.start[t]!, from.end[t]!);
    to.indent[n] = from.indent[t]! >= 0 ? from.indent[t]! : this.carried;
    this.carried = -1;
  }

  /** Copies a string with fields; its own brackets are balanced. */
  private copyString(t: number): number {
    const { from, to } = this;
    const shift = to.count - t;
    const last = from.close[t]!;
    for (let i = t; i <= last; i++) {
      const n = to.count;
      this.emit(from.kind[i]!, from.start[i]!, from.end[i]!);
      to.bits[n] = from.bits[i]!;
      to.close[n] = from.close[i]! + shift;
      to.indent[n] = from.indent[i]!;
    }
    return last;
  }

  private emit(kind: number, start: number, end: number): void {
    const { to } = this;
    const n = to.count++;
    to.kind[n] = kind;
    to.start[n] = start;
    to.end[n] = end;
    to.indent[n] = -1;
  }
}

function insideOf(kind: number): number {
  switch (kind) {
    case Token.Comma:
      return Inside.Comma;
    case Token.Colon:
      return Inside.Colon;
    case Token.For:
      return Inside.For;
    case Token.Lambda:
      return Inside.Lambda;
    case Token.String:
      return Inside.String;
    default:
      return 0;
  }
}

function closingOf(opening: number): string {
  return opening === Token.Paren ? ')' : opening === Token.Bracket ? ']' : '}';
}

import { Cursor, END, HASH, isBlankOrEnd, isBreak } from './cursor';
import { Refusal } from './refusal';
import { scanAnchor, scanDirective, scanTag } from './scan-names';
import { scanBlockScalar, scanPlain, scanQuoted } from './scan-scalars';
import type { PlainToken, Token } from './tokens';

/** What may turn out to be a key without a `?`, once a colon follows on its line. */
interface PossibleKey {
  readonly token: number;
  /** Whether nothing but a key can stand here. */
  readonly required: boolean;
  readonly at: number;
  readonly index: number;
  readonly line: number;
  readonly column: number;
}

/** A key without a `?` stands on one line, and ends within so many characters. */
const LONGEST_KEY = 1024;

/**
 * The tokens of a text, as PyYAML's scanner gives them (`yaml/scanner.py`, 6.0): YAML 1.1, and what PyYAML makes of it. Throws a
 * `Refusal` where that raises an error.
 */
export class Scanner {
  private readonly cursor: Cursor;
  private readonly tokens: Token[] = [];
  private taken = 0;
  private isDone = false;
  /** How many brackets are open. */
  private flowLevel = 0;
  private indent = -1;
  private readonly indents: number[] = [];
  private allowsKey = true;
  /** By the number of brackets around them. */
  private readonly possibleKeys = new Map<number, PossibleKey>();

  constructor(text: string) {
    this.cursor = new Cursor(text);
  }

  peek(): Token {
    while (this.needsMore()) this.fetch();
    return this.tokens[0] ?? this.plain('stream end', 0);
  }

  next(): Token {
    const token = this.peek();
    this.tokens.shift();
    this.taken++;
    return token;
  }

  /** Whether the next token is one of these. */
  isAt(...types: readonly Token['type'][]): boolean {
    return types.includes(this.peek().type);
  }

  private needsMore(): boolean {
    if (this.isDone) return false;
    if (this.tokens.length === 0) return true;
    this.dropStaleKeys();
    for (const { token } of this.possibleKeys.values()) if (token === this.taken) return true;
    return false;
  }

  private fetch(): void {
    const { cursor } = this;
    this.skipToToken();
    this.dropStaleKeys();
    this.unwind(cursor.column);
    const code = cursor.peek();
    const isLineStart = cursor.column === 0;
    if (code === END) this.fetchEnd();
    else if (isLineStart && code === PERCENT) this.fetchDirective();
    else if (isLineStart && cursor.isSeparator())
      this.fetchSeparator(cursor.startsWith('---') ? 'document start' : 'document end');
    else this.fetchContent(String.fromCharCode(code));
  }

  private fetchContent(character: string): void {
    const isFlow = this.flowLevel > 0;
    const endsWord = isBlankOrEnd(this.cursor.peek(1));
    if (character === '[') this.openBracket('flow sequence start');
    else if (character === '{') this.openBracket('flow mapping start');
    else if (character === ']') this.closeBracket('flow sequence end');
    else if (character === '}') this.closeBracket('flow mapping end');
    else if (character === ',') this.fetchComma();
    else if (character === '-' && endsWord) this.fetchDash();
    else if (character === '?' && (isFlow || endsWord)) this.fetchQuestionMark();
    else if (character === ':' && (isFlow || endsWord)) this.fetchColon();
    else if (character === '*' || character === '&') this.fetchScanned(scanAnchor);
    else if (character === '!') this.fetchScanned(scanTag);
    else if ((character === '|' || character === '>') && !isFlow) this.fetchBlockScalar();
    else if (character === "'" || character === '"') this.fetchScanned(scanQuoted);
    else if (
      !NO_PLAIN_START.test(character) ||
      (!endsWord && (character === '-' || (!isFlow && /[?:]/.test(character))))
    )
      this.fetchPlain();
    else
      throw new Refusal(
        this.cursor.at,
        character === '\t'
          ? 'Python refuses a tab between the parts of a YAML file'
          : 'Text that begins with this character needs quotes',
      );
  }

  private skipToToken(): void {
    const { cursor } = this;
    if (cursor.at === 0 && cursor.startsWith('\ufeff')) cursor.forward();
    for (;;) {
      cursor.skipSpaces();
      if (cursor.peek() === HASH) cursor.skipComment();
      if (!isBreak(cursor.peek())) return;
      cursor.takeBreak();
      if (this.flowLevel === 0) this.allowsKey = true;
    }
  }

  private dropStaleKeys(): void {
    for (const [level, key] of this.possibleKeys) {
      if (key.line === this.cursor.line && this.cursor.index - key.index <= LONGEST_KEY) continue;
      this.refuseRequired(key);
      this.possibleKeys.delete(level);
    }
  }

  private refuseRequired({ required, at }: PossibleKey): void {
    if (required) throw new Refusal(at, "A ':' is missing after this key", this.cursor.at);
  }

  private savePossibleKey(): void {
    if (!this.allowsKey) return;
    const { at, index, line, column } = this.cursor;
    this.removePossibleKey();
    const required = this.flowLevel === 0 && this.indent === column;
    this.possibleKeys.set(this.flowLevel, {
      token: this.taken + this.tokens.length,
      required,
      at,
      index,
      line,
      column,
    });
  }

  private removePossibleKey(): void {
    const key = this.possibleKeys.get(this.flowLevel);
    if (key === undefined) return;
    this.refuseRequired(key);
    this.possibleKeys.delete(this.flowLevel);
  }

  /** Ends the blocks that are indented more than a column. */
  private unwind(column: number): void {
    if (this.flowLevel > 0) return;
    while (this.indent > column) {
      this.indent = this.indents.pop() ?? -1;
      this.tokens.push(this.plain('block end', 0));
    }
  }

  /** Begins a block in a column, unless one has begun there. */
  private isNewIndent(column: number): boolean {
    if (this.indent >= column) return false;
    this.indents.push(this.indent);
    this.indent = column;
    return true;
  }

  private plain(type: PlainToken['type'], length: number): PlainToken {
    const start = this.cursor.at;
    this.cursor.forward(length);
    return { type, start, end: this.cursor.at };
  }

  private fetchEnd(): void {
    this.unwind(-1);
    this.removePossibleKey();
    this.possibleKeys.clear();
    this.tokens.push(this.plain('stream end', 0));
    this.isDone = true;
  }

  private endDocument(): void {
    this.unwind(-1);
    this.removePossibleKey();
    this.allowsKey = false;
  }

  private fetchDirective(): void {
    this.endDocument();
    this.tokens.push(scanDirective(this.cursor));
  }

  private fetchSeparator(type: 'document start' | 'document end'): void {
    this.endDocument();
    this.tokens.push(this.plain(type, 3));
  }

  private openBracket(type: 'flow sequence start' | 'flow mapping start'): void {
    this.savePossibleKey();
    this.flowLevel++;
    this.allowsKey = true;
    this.tokens.push(this.plain(type, 1));
  }

  private closeBracket(type: 'flow sequence end' | 'flow mapping end'): void {
    this.removePossibleKey();
    // Below 0 PyYAML takes everything for brackets as well; the parser refuses the token before that matters.
    this.flowLevel--;
    this.allowsKey = false;
    this.tokens.push(this.plain(type, 1));
  }

  private fetchComma(): void {
    this.allowsKey = true;
    this.removePossibleKey();
    this.tokens.push(this.plain('flow entry', 1));
  }

  private fetchDash(): void {
    if (this.flowLevel === 0)
      this.openBlock('block sequence start', 'A list cannot begin here; it begins on a line of its own');
    this.allowsKey = true;
    this.removePossibleKey();
    this.tokens.push(this.plain('block entry', 1));
  }

  private fetchQuestionMark(): void {
    if (this.flowLevel === 0) this.openBlock('block mapping start', 'A key cannot begin here');
    this.allowsKey = this.flowLevel === 0;
    this.removePossibleKey();
    this.tokens.push(this.plain('key', 1));
  }

  private openBlock(type: 'block sequence start' | 'block mapping start', refusal: string): void {
    if (!this.allowsKey) throw new Refusal(this.cursor.at, refusal);
    if (this.isNewIndent(this.cursor.column)) this.tokens.push(this.plain(type, 0));
  }

  private fetchColon(): void {
    const key = this.possibleKeys.get(this.flowLevel);
    if (key === undefined) {
      if (this.flowLevel === 0)
        this.openBlock('block mapping start', "A second ': ' on one line; quote the value if it is meant as text");
      this.allowsKey = this.flowLevel === 0;
      this.removePossibleKey();
    } else {
      this.possibleKeys.delete(this.flowLevel);
      const { at } = key;
      const place = key.token - this.taken;
      this.tokens.splice(place, 0, { type: 'key', start: at, end: at });
      if (this.flowLevel === 0 && this.isNewIndent(key.column))
        this.tokens.splice(place, 0, { type: 'block mapping start', start: at, end: at });
      this.allowsKey = false;
    }
    this.tokens.push(this.plain('value', 1));
  }

  private fetchScanned(scan: (cursor: Cursor) => Token): void {
    this.savePossibleKey();
    this.allowsKey = false;
    this.tokens.push(scan(this.cursor));
  }

  private fetchBlockScalar(): void {
    this.allowsKey = true;
    this.removePossibleKey();
    this.tokens.push(scanBlockScalar(this.cursor, this.indent));
  }

  private fetchPlain(): void {
    this.savePossibleKey();
    const { token, crossedLine } = scanPlain(this.cursor, this.indent + 1, this.flowLevel > 0);
    this.allowsKey = crossedLine;
    this.tokens.push(token);
  }
}

const PERCENT = 37;
const NO_PLAIN_START = /[\0 \t\r\n\x85\u2028\u2029\-?:,[\]{}#&*!|>'"%@`]/;

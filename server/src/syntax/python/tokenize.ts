import { defined } from '../../base/defined';
import * as tree from './tree';
import * as keywords from './keywords';
import { hasLeadingZero, isTooLong, mayFollowNumber, MOST_DIGITS, numberEnd } from './numbers';
import { Problems } from './problems';
import * as source from './source';
import type { Source } from './source';
import { checkEscape, checkLiteral } from './string-problems';
import * as strings from './strings';
import * as tokens from './tokens';
import type { Tokens } from './tokens';
import { markerEnd, nameEnd, strayCharacter } from './trivia';

// Names of this module's own: where modules are not bundled, each use of an import costs a call.
const { wordKind } = keywords;
const { Char, CLASS, IN_NAME } = source;
const { afterEscape, isQuote, isTriple, Prefix, prefixOf, scanString } = strings;
const { Inside, packIndent, STATEMENT_KEYWORDS, TO_CLOSE, Token } = tokens;
const { Flag } = tree;

/** The word that makes a comment worth keeping; it ends in `y:`, which is looked for first. */
const DIRECTIVE = 'registry:';
const ZERO = 48;
const BYTE_ORDER_MARK = 0xfeff;

/** What the tokens of a text are like as a whole. */
export interface Tokenized {
  /** Every bracket has its partner, so `close` can be relied on; otherwise the brackets need `repair`. */
  readonly balanced: boolean;
  /** A triple-quoted string runs to the end of the text, so the text should be read again, carefully. */
  readonly runaway: boolean;
  readonly comments: readonly (readonly [number, number])[];
}

/** A string with replacement fields that is being read. */
interface OpenFString {
  readonly token: number;
  readonly quoteAt: number;
  readonly triple: boolean;
  readonly raw: boolean;
  /** How many brackets were open before it. */
  readonly depth: number;
  /** How many problems there were before it. */
  readonly problems: number;
}

/** Things that the loop leaves to `slowly`, in the place of a kind of token. */
const Slow = { Quote: -1, Prefix: -2, Close: -3, Colon: -4, LineEnd: -5 } as const;

/** Fills `tokens`. Never fails: whatever cannot be a token is a problem and mostly passed over. */
export function tokenize(source: Source, tokens: Tokens, problems: Problems, careful: boolean): Tokenized {
  return new Tokenizer(source, tokens, problems, careful).run();
}

/**
 * Fills `tokens` from `count` on with those of the lines from `from` to the end of `source`, which stand inside the brackets
 * `stack`. Gives the comments; nothing if the lines do not leave the brackets as they were, or anything in them is odd.
 */
export function tokenizeLines(
  source: Source,
  tokens: Tokens,
  { from, count, stack }: { readonly from: number; readonly count: number; readonly stack: readonly number[] },
): Tokenized['comments'] | undefined {
  const problems = new Problems();
  const comments = new Tokenizer(source, tokens, problems, false).lines(from, count, stack);
  return problems.count > 0 ? undefined : comments;
}

/** How many brackets are open, with the one that is none, where CPython's tokenizer gives up (`MAXLEVEL`). */
const TOO_DEEP = 202;

const BRACKET = 'the token of an open bracket';
const STRING = 'an open string with fields';

class Tokenizer {
  private readonly source: Source;
  private readonly tokens: Tokens;
  private readonly problems: Problems;
  private readonly careful: boolean;
  private readonly comments: (readonly [number, number])[] = [];

  /** The number of tokens so far; `scan` keeps its own copies of this and the next two. */
  private count = 0;
  /** The brackets that are open, by token; the first is a token that is none, so that there is always one. */
  private readonly stack: number[];
  private depth = 1;
  /** The indentation that the next token gets if it is the first of its line, else -1. */
  private first = 0;
  private balanced = true;
  private runaway = false;
  /** The strings with replacement fields that are open. */
  private readonly open: OpenFString[] = [];
  /** Characters read in vain, as fields of strings that turned out not to have any. */
  private wasted = 0;

  constructor(source: Source, tokens: Tokens, problems: Problems, careful: boolean) {
    this.source = source;
    this.tokens = tokens;
    this.problems = problems;
    this.careful = careful;
    const none = tokens.kind.length - 1;
    tokens.kind[none] = Token.End;
    this.stack = [none];
  }

  run(): Tokenized {
    const { text, length } = this.source;
    let at = this.startLine(text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0);
    for (;;) {
      at = this.scan(at);
      if (this.open.length === 0) break;
      at = this.giveUp(at);
    }
    if (this.depth > 1) this.balanced = false;
    this.first = 0;
    this.emit(Token.End, length, length);
    this.tokens.count = this.count;
    return { balanced: this.balanced, runaway: this.runaway, comments: this.comments };
  }

  /** See `tokenizeLines`. */
  lines(from: number, count: number, stack: readonly number[]): Tokenized['comments'] | undefined {
    const { length } = this.source;
    this.count = count;
    this.stack.push(...stack);
    this.depth = this.stack.length;
    const at = this.scan(this.startLine(from));
    if (at !== length || this.open.length > 0 || !this.balanced) return undefined;
    if (this.depth !== stack.length + 1 || stack.some((token, i) => this.stack[i + 1] !== token)) return undefined;
    this.tokens.count = this.count;
    return this.comments;
  }

  /**
   * The loop over the text, one round for each token, up to the end of the text. It is one function with local copies of
   * everything, because that makes it several times faster; what is rare is done by `slowly`.
   */
  private scan(from: number): number {
    const { bytes, length } = this.source;
    const { kind, bits, start, end, indent, close } = this.tokens;
    const { stack } = this;
    let { count: n, first, depth } = this;
    let top = defined(stack[depth - 1], BRACKET);
    for (let i = from; ;) {
      const c = bytes[i]!;
      const s = i;
      let k: number;
      switch (CLASS[c]!) {
        case Char.Space:
          i++;
          continue;
        case Char.Newline: {
          if (this.open.length > 0) {
            k = Slow.LineEnd;
            break;
          }
          i += c === 13 && bytes[i + 1] === 10 ? 2 : 1;
          const lineAt = i;
          while (bytes[i] === 32) i++;
          const d = bytes[i]!;
          if (d === 9 || d === 12 || (i === lineAt && mayMark(d))) {
            i = this.startLine(lineAt);
            first = this.first;
          } else first = packIndent(i - lineAt, i - lineAt);
          continue;
        }
        case Char.Name: {
          let all = c;
          do all |= bytes[++i]!;
          while (IN_NAME[bytes[i]!] === 1);
          if (all >= 128) i = nameEnd(this.source, s, i, this.problems);
          if (i === s) continue;
          if (i - s <= 2 && isQuote(bytes[i]!) && prefixOf(bytes, s, i) > 0) {
            k = Slow.Prefix;
            break;
          }
          k = wordKind(bytes, s, i);
          if (k === Token.Name) {
            if (bytes[i] === 46) i = this.dottedEnd(i);
          } else if (k >= Token.For) {
            if (k === Token.For) bits[top]! |= Inside.For;
            else if (k === Token.Lambda) bits[top]! |= Inside.Lambda;
            else if (k >= STATEMENT_KEYWORDS && first >= 0 && depth > 1) this.balanced = false;
          }
          break;
        }
        case Char.Quote: {
          let d = bytes[++i]!;
          if (d === c && bytes[i + 1] === c) d = 92;
          while (d !== c && d !== 92 && d !== 10 && d !== 13 && d !== 0) d = bytes[++i]!;
          if (d === c) {
            i++;
            k = Token.String;
            bits[n] = 0;
            bits[top]! |= Inside.String;
          } else k = Slow.Quote;
          break;
        }
        case Char.Open:
          i++;
          k = c === 40 ? Token.Paren : c === 91 ? Token.Bracket : Token.Brace;
          bits[n] = 0;
          stack[depth++] = n;
          top = n;
          if (depth === TOO_DEEP) this.problems.add('bracket', s, i, 'Brackets are nested too deeply for Python here.');
          break;
        case Char.Close:
          i++;
          k = c === 41 ? Token.CloseParen : c === 93 ? Token.CloseBracket : Token.CloseBrace;
          if (kind[top] === k - TO_CLOSE) {
            bits[n] = 0;
            close[top] = n;
            top = defined(stack[--depth - 1], BRACKET);
          } else if (this.open.length > 0) k = Slow.Close;
          else this.balanced = false;
          break;
        case Char.Comma:
          i++;
          k = Token.Comma;
          bits[top]! |= Inside.Comma;
          break;
        case Char.Colon:
          i++;
          if (kind[top] === Token.FOpen) k = Slow.Colon;
          else if (bytes[i] === 61) {
            i++;
            k = Token.Walrus;
          } else {
            k = Token.Colon;
            bits[top]! |= Inside.Colon;
          }
          break;
        case Char.Hash: {
          let mayDirect = false;
          for (let d = bytes[++i]!; d !== 10 && d !== 13 && (d !== 0 || i < length); d = bytes[++i]!)
            if (d === 58 && bytes[i - 1] === 121) mayDirect = true;
          if (mayDirect && this.source.text.slice(s, i).includes(DIRECTIVE)) this.comments.push([s, i]);
          continue;
        }
        case Char.Digit:
          i = this.number(i);
          k = Token.Number;
          break;
        case Char.Dot:
          if (CLASS[bytes[i + 1]!] === Char.Digit) {
            i = this.number(i);
            k = Token.Number;
          } else if (bytes[i + 1] === 46 && bytes[i + 2] === 46) {
            i += 3;
            k = Token.Ellipsis;
          } else {
            i++;
            k = Token.Dot;
          }
          break;
        case Char.Operator:
          k = operatorAt(bytes, i);
          i += k >> LENGTH_SHIFT;
          k &= KIND_MASK;
          if (k === Token.Bad) {
            if (kind[top] === Token.FOpen) {
              // A conversion: `!r`.
              while (IN_NAME[bytes[i]!] === 1) i++;
              continue;
            }
            this.problems.add('character', s, i, strayCharacter(c));
          }
          break;
        case Char.Backslash:
          i = this.backslash(i);
          continue;
        default:
          if (i >= length) {
            this.count = n;
            this.first = first;
            this.depth = depth;
            return i;
          }
          i++;
          this.problems.add('character', s, i, strayCharacter(c));
          continue;
      }
      if (k < 0) {
        this.count = n;
        this.first = first;
        this.depth = depth;
        i = this.slowly(k, s, i);
        n = this.count;
        first = this.first;
        depth = this.depth;
        top = defined(stack[depth - 1], BRACKET);
        continue;
      }
      kind[n] = k;
      start[n] = s;
      end[n] = i;
      indent[n] = first;
      n++;
      first = -1;
    }
  }

  /** Reads what starts at `start` and was recognised up to `at`. The answer is where to go on. */
  private slowly(what: number, start: number, at: number): number {
    switch (what) {
      case Slow.Quote:
        return this.literal(start, start, 0);
      case Slow.Prefix:
        return this.literal(start, at, prefixOf(this.source.bytes, start, at));
      case Slow.Close:
        return this.closeInFString(start);
      case Slow.Colon:
        return this.middle(at);
      default:
        return this.mayBreakLine() ? this.startLine(afterLineEnd(this.source.bytes, at)) : this.giveUp(at);
    }
  }

  /** The end of a name with the names that follow it after dots, from its first dot. */
  private dottedEnd(at: number): number {
    const { bytes } = this.source;
    let i = at;
    while (bytes[i] === 46 && CLASS[bytes[i + 1]!] === Char.Name) {
      const dot = i++;
      let all = 0;
      do all |= bytes[i++]!;
      while (IN_NAME[bytes[i]!] === 1);
      if (all >= 128 && nameEnd(this.source, dot + 1, i, this.problems) < i) return dot;
      if (wordKind(bytes, dot + 1, i) !== Token.Name)
        this.problems.add('syntax', dot + 1, i, 'A keyword cannot stand behind a dot.');
    }
    return i;
  }

  private backslash(at: number): number {
    const { bytes, length } = this.source;
    if (bytes[at + 1] !== 10 && bytes[at + 1] !== 13) {
      const message = 'A backslash outside of a string must be the last character of its line.';
      this.problems.add('character', at, at + 1, message);
      return at + 1;
    }
    const next = afterEscape(bytes, at, length);
    if (next >= length) this.problems.add('syntax', at, at + 1, 'The line that this backslash continues is missing.');
    return next;
  }

  private emit(kind: number, start: number, end: number): void {
    const { tokens } = this;
    tokens.kind[this.count] = kind;
    tokens.start[this.count] = start;
    tokens.end[this.count] = end;
    tokens.indent[this.count] = this.first;
    this.count++;
    this.first = -1;
  }

  /** Measures the indentation at `at`, the start of a line, and passes over lines that merge tools left. */
  private startLine(at: number): number {
    const { bytes } = this.source;
    let lineAt = at;
    while (mayMark(bytes[lineAt]!)) {
      const next = this.afterMarker(lineAt);
      if (next === lineAt) break;
      lineAt = next;
    }
    let i = lineAt;
    while (bytes[i] === 32) i++;
    if (bytes[i] === 9 || bytes[i] === 12) return this.indentWithTabs(lineAt);
    this.first = packIndent(i - lineAt, i - lineAt);
    return i;
  }

  /** The start of the next line if this one marks a merge conflict, else `lineAt`. */
  private afterMarker(lineAt: number): number {
    const { bytes, length } = this.source;
    const end = markerEnd(bytes, lineAt, length);
    if (end === lineAt) return lineAt;
    this.problems.add('merge-marker', lineAt, end, 'This merge conflict is not resolved.');
    return end === length ? length : afterLineEnd(bytes, end);
  }

  private indentWithTabs(lineAt: number): number {
    const { bytes } = this.source;
    let column = 0;
    let characters = 0;
    let i = lineAt;
    for (; ; i++) {
      const c = bytes[i]!;
      if (c === 12) column = characters = 0;
      else if (c === 32 || c === 9) {
        column = c === 32 ? column + 1 : (column | 7) + 1;
        characters++;
      } else break;
    }
    this.first = packIndent(column, characters);
    return i;
  }

  private number(at: number): number {
    const { bytes } = this.source;
    const end = numberEnd(bytes, at);
    if (bytes[at] === ZERO && hasLeadingZero(bytes, at, end))
      this.problems.add('syntax', at, end, 'A number cannot begin with a zero; an octal one is written as `0o…`.');
    if (end - at > MOST_DIGITS && isTooLong(bytes, at, end))
      this.problems.add('syntax', at, end, `Python reads no whole number of more than ${MOST_DIGITS} decimal digits.`);
    if (mayFollowNumber(bytes, end)) return end;
    let i = end;
    while (IN_NAME[bytes[i]!] === 1) i++;
    this.problems.add('syntax', at, i, 'This is neither a number nor a name.');
    return i;
  }

  /** Reads a literal that starts at `start` with its quote at `quoteAt`; anything but a plain one-line string. */
  private literal(start: number, quoteAt: number, prefix: number): number {
    if ((prefix & (Prefix.Format | Prefix.Template)) !== 0) {
      const at = this.formatted(start, quoteAt, prefix);
      if (at >= 0) return at;
    }
    const { end, flags } = scanString(this.source, quoteAt, this.careful);
    if ((flags & Flag.Unterminated) !== 0) this.unterminated(start, quoteAt, end, flags);
    else {
      const width = (flags & Flag.Triple) !== 0 ? 3 : 1;
      const content = { from: quoteAt + width, to: end - width };
      const isBytes = (prefix & Prefix.Bytes) !== 0;
      checkLiteral(this.source.text, content, { isBytes, isRaw: (prefix & Prefix.Raw) !== 0 }, this.problems);
    }
    const kindFlags =
      ((prefix & Prefix.Bytes) !== 0 ? Flag.Bytes : 0) | ((prefix & Prefix.Template) !== 0 ? Flag.Fields : 0);
    this.string(start, end, flags | kindFlags);
    return end;
  }

  /** The token of the innermost open bracket. */
  private get innermost(): number {
    return defined(this.stack[this.depth - 1], BRACKET);
  }

  /** The innermost open string with replacement fields. */
  private get openString(): OpenFString {
    return defined(this.open.at(-1), STRING);
  }

  private string(start: number, end: number, flags: number): void {
    this.tokens.bits[this.count] = flags;
    this.tokens.bits[this.innermost]! |= Inside.String;
    this.emit(Token.String, start, end);
  }

  private unterminated(start: number, quoteAt: number, end: number, flags: number): void {
    if ((flags & Flag.Triple) !== 0) {
      if (end === this.source.length) this.runaway = true;
      this.problems.add('string', start, quoteAt + 3, 'These triple quotes are never closed.');
    } else this.problems.add('string', start, end, 'The closing quote of this string is missing.');
  }

  /** Starts a string with replacement fields; -1 if it has none, or they should not be looked for. */
  private formatted(start: number, quoteAt: number, prefix: number): number {
    const { bytes, length } = this.source;
    if (this.wasted > length) return -1;
    const triple = isTriple(bytes, quoteAt, bytes[quoteAt]!);
    this.open.push({
      token: this.count,
      quoteAt,
      triple,
      raw: (prefix & Prefix.Raw) !== 0,
      depth: this.depth,
      problems: this.problems.count,
    });
    this.tokens.bits[this.count] = Flag.Fields | Flag.Decode | (triple ? Flag.Triple : 0);
    this.emit(Token.FStart, start, quoteAt + (triple ? 3 : 1));
    return this.middle(quoteAt + (triple ? 3 : 1));
  }

  /**
   * Reads the text of the innermost such string, or of a format specification in it, up to the next field or its end.
   */
  private middle(from: number): number {
    const { bytes, length } = this.source;
    const string = this.openString;
    const quote = bytes[string.quoteAt]!;
    for (let i = from; i < length;) {
      const c = bytes[i]!;
      if (c === 123) {
        if (bytes[i + 1] !== 123 || this.inSpecification()) return this.openField(i);
        i += 2;
      } else if (c === 125) {
        if (this.inSpecification()) {
          this.closeField(i++);
        } else if (bytes[i + 1] === 125) i += 2;
        else return this.giveUp(i);
      } else if (c === quote && (!string.triple || isTriple(bytes, i, quote))) {
        if (this.inSpecification()) return this.giveUp(i);
        return this.endFString(i);
      } else if (c === 92) i = this.escapeInFString(i, string.raw);
      else if ((c === 10 || c === 13) && !string.triple) return this.giveUp(i);
      else i++;
    }
    return this.giveUp(length);
  }

  /** Whether the innermost bracket is a field of the innermost string: the text read is its specification. */
  private inSpecification(): boolean {
    return this.depth > this.openString.depth;
  }

  private openField(at: number): number {
    this.tokens.bits[this.count] = 0;
    this.stack[this.depth++] = this.count;
    this.emit(Token.FOpen, at, at + 1);
    return at + 1;
  }

  private closeField(at: number): void {
    this.tokens.bits[this.count] = 0;
    this.tokens.close[this.innermost] = this.count;
    this.depth--;
    this.emit(Token.FClose, at, at + 1);
  }

  private endFString(at: number): number {
    const { token, triple } = defined(this.open.pop(), STRING);
    const end = at + (triple ? 3 : 1);
    if (this.count === token + 1) {
      // There was no field after all.
      this.count = token;
      this.first = this.tokens.indent[token]!;
      this.string(this.tokens.start[token]!, end, this.tokens.bits[token]! & ~Flag.Fields);
      return end;
    }
    this.tokens.close[token] = this.count;
    this.emit(Token.FEnd, at, end);
    return end;
  }

  /** The first unit after a backslash in the text of a string with fields; `\{` starts a field all the same. */
  private escapeInFString(at: number, raw: boolean): number {
    const { bytes, length } = this.source;
    const c = bytes[at + 1]!;
    if (c === 123 || c === 125) return at + 1;
    if (!raw) checkEscape(this.source.text, at, false, this.problems);
    if (!raw && c === 78 && bytes[at + 2] === 123) {
      const end = this.source.text.indexOf('}', at);
      return end < 0 ? length : end + 1;
    }
    return afterEscape(bytes, at, length);
  }

  /** Inside a field: its own `}`, or a bracket that has no partner. */
  private closeInFString(at: number): number {
    const opening = this.innermost;
    if (this.tokens.kind[opening] === Token.FOpen && this.source.bytes[at] === 125) {
      this.closeField(at);
      return this.middle(at + 1);
    }
    return this.giveUp(at);
  }

  /** From 3.12 on, a field may hold line ends in any string; while one is typed, it had better not. */
  private mayBreakLine(): boolean {
    return this.openString.triple || this.wasted === 0;
  }

  /**
   * The innermost string with fields makes no sense up to `at`: it is read again, as a string without any. When that has
   * happened too often, all of them are.
   */
  private giveUp(at: number): number {
    const { tokens, source } = this;
    if (this.wasted > source.length) this.open.length = 1;
    const { token, quoteAt, depth, problems } = defined(this.open.pop(), STRING);
    const start = tokens.start[token]!;
    this.wasted += 1 + at - start;
    this.problems.cut(problems);
    this.count = token;
    this.depth = depth;
    this.first = tokens.indent[token]!;
    const { end, flags } = scanString(source, quoteAt, this.careful);
    if ((flags & Flag.Unterminated) !== 0) this.unterminated(start, quoteAt, end, flags);
    else this.problems.add('string', start, end, 'The replacement fields of this string are not well formed.');
    this.string(start, end, flags | Flag.Fields);
    return end;
  }
}

/** Where `operatorAt` puts the length of an operator, above its kind. */
const LENGTH_SHIFT = 8;
const KIND_MASK = (1 << LENGTH_SHIFT) - 1;

/** The kind and the length of an operator in one number: there are many, and an object for each would take time. */
function operatorAt(bytes: Uint8Array, at: number): number {
  const c = bytes[at]!;
  const d = bytes[at + 1]!;
  switch (c) {
    case 61: // =
      return d === 61 ? long(2, Token.Operator) : short(Token.Equal);
    case 33: // !
      return d === 61 ? long(2, Token.Operator) : short(Token.Bad);
    case 45: // -
      if (d === 62) return long(2, Token.Arrow);
      return d === 61 ? long(2, Token.Augmented) : short(Token.Minus);
    case 43:
      return d === 61 ? long(2, Token.Augmented) : short(Token.Plus);
    case 64:
      return d === 61 ? long(2, Token.Augmented) : short(Token.At);
    case 126:
      return short(Token.Tilde);
    case 59:
      return short(Token.Semicolon);
    case 42: // *
      if (d === 42) return bytes[at + 2] === 61 ? long(3, Token.Augmented) : long(2, Token.DoubleStar);
      return d === 61 ? long(2, Token.Augmented) : short(Token.Star);
    case 60: // <, and the old <> is two operators
    case 62: // >
      if (d === c) return bytes[at + 2] === 61 ? long(3, Token.Augmented) : long(2, Token.Operator);
      return d === 61 ? long(2, Token.Operator) : short(Token.Operator);
    case 47: // /
      if (d === 47) return bytes[at + 2] === 61 ? long(3, Token.Augmented) : long(2, Token.Operator);
      return d === 61 ? long(2, Token.Augmented) : short(Token.Operator);
    default: // % & | ^
      return d === 61 ? long(2, Token.Augmented) : short(Token.Operator);
  }
}

function short(kind: number): number {
  return long(1, kind);
}

function long(length: number, kind: number): number {
  return kind | (length << LENGTH_SHIFT);
}

function afterLineEnd(bytes: Uint8Array, at: number): number {
  return at + (bytes[at] === 13 && bytes[at + 1] === 10 ? 2 : 1);
}

/** `<`, `=`, `>` and `|` */
function mayMark(c: number): boolean {
  return (c >= 60 && c <= 62) || c === 124;
}

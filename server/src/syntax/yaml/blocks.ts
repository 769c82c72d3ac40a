import { defined } from '../../base/defined';
import { meaningOf } from './scalars';
import type { YamlEntry, YamlMapping, YamlNode, YamlScalar, YamlSequence } from './tree';

/** What is read here, as the library's reading would be converted. */
export interface Blocks {
  readonly root: YamlNode;
  /** The scalars that the text spells out, in its order. */
  readonly scalars: readonly YamlScalar[];
}

/**
 * Reads the plain YAML that registries are written in, much faster than the readers of all YAML: block mappings and lists, with
 * scalars that stand on one line, plain or in quotes without escapes. Nothing for a text that has anything else, or anything
 * wrong: `readAnyYaml` reads all of that. It must never give another tree than that does.
 */
export function readBlocks(text: string): Blocks | undefined {
  if (UNUSUAL.test(text)) return undefined;
  return new BlockReader(text).readAll();
}

/** Tabs, carriage returns, marks and characters that the library might treat in a way of its own. */
const UNUSUAL = /[^\n -~\u00a1-\u1fff\u2010-\u2027\u2030-\u2fff\u3001-\ud7ff]/;
const DEEPEST = 30;
const LONGEST_KEY = 200;
const PLAIN_KEY = /[A-Za-z_][\w./-]*(?=:(?:[ \n]|$))/y;
const PLAIN_START = /[A-Za-z0-9_./^~(]|-[^ \n]/y;
const PLAIN_ITEM = /[A-Za-z_][\w./-]*/y;

/** Reads line by line; each method begins at the cursor and ends with it on the next line that holds something. */
class BlockReader {
  private readonly text: string;
  private readonly scalars: YamlScalar[] = [];
  /** Where the unread rest of the line begins, and its end. */
  private at = 0;
  private end = 0;
  /** The column of `at`, from 0; -1 at the end of the text. */
  private column = -1;

  constructor(text: string) {
    this.text = text;
  }

  readAll(): Blocks | undefined {
    this.enterLine(0);
    const root = this.column === 0 ? this.block(1) : undefined;
    return root === undefined || this.column >= 0 ? undefined : { root, scalars: this.scalars };
  }

  /** Moves on to the first line from `start` that is neither empty nor a comment. */
  private enterLine(start: number): void {
    const { text } = this;
    for (let line = start; line < text.length; line = this.end + 1) {
      let at = line;
      while (text.charCodeAt(at) === SPACE) at++;
      const end = text.indexOf('\n', at);
      this.end = end < 0 ? text.length : end;
      if (at >= this.end || text.charCodeAt(at) === HASH) continue;
      this.at = at;
      this.column = at - line;
      return;
    }
    this.column = -1;
  }

  private block(depth: number): YamlNode | undefined {
    if (depth > DEEPEST) return undefined;
    return this.isDash() ? this.sequence(depth) : this.mapping(depth);
  }

  private isDash(): boolean {
    return this.text[this.at] === '-' && (this.at + 1 === this.end || this.text[this.at + 1] === ' ');
  }

  private sequence(depth: number): YamlSequence | undefined {
    const { at: start, column } = this;
    const items: YamlNode[] = [];
    while (this.column === column && this.isDash()) {
      const from = this.skipSpaces(this.at + 1);
      if (from >= this.end || this.text.charCodeAt(from) === HASH) return undefined;
      this.column += from - this.at;
      this.at = from;
      const item = this.isDash() || this.keyEnd() !== undefined ? this.block(depth + 1) : this.value();
      if (item === undefined || this.column > column) return undefined;
      items.push(item);
    }
    return { type: 'sequence', span: { start, end: defined(items.at(-1), 'an item of the list').span.end }, items };
  }

  private mapping(depth: number): YamlMapping | undefined {
    const { at: start, column } = this;
    const entries: YamlEntry[] = [];
    const seen = new Set<string>();
    while (this.column === column) {
      const entry = this.entry(column, depth);
      if (entry === undefined || this.column > column) return undefined;
      const { as, value } = entry.key;
      const id = `${as} ${String(value)}`;
      if (seen.has(id)) return undefined;
      seen.add(id);
      entries.push(entry);
    }
    return {
      type: 'mapping',
      span: { start, end: defined(entries.at(-1), 'an entry of the mapping').span.end },
      entries,
    };
  }

  private entry(column: number, depth: number): YamlEntry | undefined {
    const { at: start } = this;
    const keyEnd = this.keyEnd();
    if (keyEnd === undefined) return undefined;
    const key = this.scalar(start, keyEnd);
    if (key === undefined) return undefined;
    const from = this.skipSpaces(keyEnd + 1);
    if (from < this.end && this.text.charCodeAt(from) !== HASH) {
      this.at = from;
      const value = this.value();
      return value && { key, value, span: { start, end: value.span.end } };
    }
    this.enterLine(this.end + 1);
    const isNested = this.column > column || (this.column === column && this.isDash());
    const value = isNested ? this.block(depth + 1) : undefined;
    if (isNested && value === undefined) return undefined;
    return { key, value, span: { start, end: value?.span.end ?? keyEnd + 1 } };
  }

  /** The end of the key at the cursor, where its colon stands; nothing where there is no key of a plain form. */
  private keyEnd(): number | undefined {
    const quoted = this.quoteEnd(this.at);
    if (quoted !== undefined) {
      const isKey = this.text[quoted] === ':' && (quoted + 1 === this.end || this.text[quoted + 1] === ' ');
      return isKey && quoted - this.at < LONGEST_KEY ? quoted : undefined;
    }
    PLAIN_KEY.lastIndex = this.at;
    const length = PLAIN_KEY.exec(this.text)?.[0].length ?? LONGEST_KEY;
    return length < LONGEST_KEY ? this.at + length : undefined;
  }

  /** The end of a quoted text without escapes in its line; nothing where there is none. */
  private quoteEnd(at: number): number | undefined {
    const quote = this.text[at];
    if (quote !== '"' && quote !== "'") return undefined;
    const close = this.text.indexOf(quote, at + 1);
    if (close < 0 || close >= this.end || this.text[close + 1] === quote) return undefined;
    return quote === '"' && this.text.slice(at, close).includes('\\') ? undefined : close + 1;
  }

  /** A value that ends in this line. */
  private value(): YamlNode | undefined {
    const node = this.text[this.at] === '[' ? this.list(this.at) : (this.emptyMapping() ?? this.lineScalar());
    if (node === undefined || !this.isAtEnd(node.span.end)) return undefined;
    this.enterLine(this.end + 1);
    return node;
  }

  private emptyMapping(): YamlMapping | undefined {
    const { at, text } = this;
    return text.startsWith('{}', at) ? { type: 'mapping', span: { start: at, end: at + 2 }, entries: [] } : undefined;
  }

  private lineScalar(): YamlScalar | undefined {
    const end = this.quoteEnd(this.at) ?? this.plainEnd(this.at);
    return end === undefined ? undefined : this.scalar(this.at, end);
  }

  /** `[a, "b"]`, of words and quoted texts. */
  private list(start: number): YamlSequence | undefined {
    const items: YamlNode[] = [];
    let at = this.skipSpaces(start + 1);
    while (this.text[at] !== ']') {
      PLAIN_ITEM.lastIndex = at;
      const end = this.quoteEnd(at) ?? at + (PLAIN_ITEM.exec(this.text)?.[0].length ?? 0);
      const next = this.skipSpaces(end);
      if (end === at || (this.text[next] !== ',' && this.text[next] !== ']')) return undefined;
      const item = this.scalar(at, end);
      if (item === undefined) return undefined;
      items.push(item);
      at = this.text[next] === ',' ? this.skipSpaces(next + 1) : next;
    }
    return { type: 'sequence', span: { start, end: at + 1 }, items };
  }

  private plainEnd(at: number): number | undefined {
    PLAIN_START.lastIndex = at;
    if (!PLAIN_START.test(this.text)) return undefined;
    const line = this.text.slice(at, this.end);
    const comment = line.indexOf(' #');
    let end = comment < 0 ? line.length : comment;
    while (line[end - 1] === ' ') end--;
    const content = line.slice(0, end);
    return content.includes(': ') || content.endsWith(':') ? undefined : at + content.length;
  }

  /** Whether nothing but a comment follows in the line. */
  private isAtEnd(at: number): boolean {
    const next = this.skipSpaces(at);
    return next >= this.end || (next > at && this.text.charCodeAt(next) === HASH);
  }

  private scalar(start: number, end: number): YamlScalar | undefined {
    const span = { start, end };
    const quote = this.text[start];
    const quoted = quote === '"' || quote === "'";
    const content = quoted ? { start: start + 1, end: end - 1 } : span;
    const source = this.text.slice(content.start, content.end);
    const meaning = quoted ? ({ as: 'text', value: source } as const) : meaningOf(source);
    if ('refused' in meaning) return undefined;
    const scalar: YamlScalar = { type: 'scalar', span, content, ...meaning, source, quoted };
    this.scalars.push(scalar);
    return scalar;
  }

  private skipSpaces(from: number): number {
    let at = from;
    while (at < this.end && this.text.charCodeAt(at) === SPACE) at++;
    return at;
  }
}

const SPACE = 32;
const HASH = 35;

import { defined } from '../../../base/defined';
import { MAX_DEPTH } from '../bounds';
import { emptyScalar, isEmpty, type RawMapping, type RawNode, type RawPair, type RawScalar } from '../raw';
import { Refusal } from './refusal';
import { Scanner } from './scanner';
import type { ScalarToken, TagToken, Token } from './tokens';
import type { Span } from '../../../base/text';

/** What PyYAML's parser makes of a text: its one document, nothing where it is empty; or where it gives up. */
export type Composition =
  | { readonly root: RawNode | undefined }
  | { readonly refusal: Stop }
  /** Nested so deeply that Python's own limit decides. */
  | 'too deep';

/** Where PyYAML gives a text up, and why. */
export interface Stop {
  readonly span: Span;
  readonly message: string;
  /** The class of the exception that Python raises; see `YamlProblem`. */
  readonly exception?: string;
}

/** What Python raises for a file that is not in its encoding, before PyYAML sees its text. */
export const NOT_DECODED = 'UnicodeDecodeError';

/** Reads a text as PyYAML's reader, scanner and parser do (`yaml/reader.py`, `scanner.py`, `parser.py`). Never throws. */
export function composeStrictly(text: string): Composition {
  const odd = NOT_PRINTABLE.exec(text);
  if (odd !== null) return { refusal: controlCharacter(odd.index, odd[0]) };
  try {
    return new Composer(text).document();
  } catch (error) {
    if (error instanceof Refusal) return { refusal: { span: error.span, message: error.message } };
    if (error instanceof TooDeep) return 'too deep';
    throw error;
  }
}

/** `Reader.NON_PRINTABLE`. */
const NOT_PRINTABLE = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

function controlCharacter(start: number, character: string): Stop {
  const span = { start, end: start + character.length };
  // The host decodes bytes that are no UTF-8 to lone surrogates.
  if (/^[\udc80-\udcff]$/.test(character)) return { span, message: 'This byte is no UTF-8', exception: NOT_DECODED };
  const code = defined(character.codePointAt(0), 'a character').toString(16).toUpperCase().padStart(4, '0');
  const message = `PyYAML refuses the control character U+${code}, anywhere in a file`;
  return { span, message };
}

class TooDeep extends Error {}

/** What stands before the content of a node. */
interface Properties {
  readonly anchor?: string;
  readonly tag?: string;
  readonly end?: number;
}

/** Which collections without brackets may stand here, and whether a list may be indented no more than its key. */
interface Allowed {
  readonly block?: boolean;
  readonly indentless?: boolean;
}

const DEFAULT_HANDLES: readonly (readonly [string, string])[] = [
  ['!', '!'],
  ['!!', 'tag:yaml.org,2002:'],
];

/** A parser by descent; methods are named after the states of PyYAML's. */
class Composer {
  private readonly text: string;
  private readonly scanner: Scanner;
  private handles = new Map(DEFAULT_HANDLES);
  private depth = 0;
  /** Where the token before this ended. */
  private last = 0;

  constructor(text: string) {
    this.text = text;
    this.scanner = new Scanner(text);
  }

  document(): Composition {
    const { scanner } = this;
    const isBare = !scanner.isAt('directive', 'document start', 'stream end');
    if (!isBare && !this.documentStart()) return { root: undefined };
    const isNothing = !isBare && scanner.isAt('directive', 'document start', 'document end', 'stream end');
    const root = isNothing ? this.empty() : this.node({ block: true });
    if (scanner.isAt('document end')) this.take();
    const next = scanner.peek();
    if (this.documentStart()) throw new Refusal(next.start, SECOND_DOCUMENT, next.start + 3);
    return { root };
  }

  /** Goes past the beginning of a document, with its directives; false at the end of the text. */
  private documentStart(): boolean {
    const { scanner } = this;
    while (scanner.isAt('document end')) this.take();
    if (scanner.isAt('stream end')) return false;
    this.directives();
    const { type, start } = scanner.peek();
    if (type !== 'document start')
      throw new Refusal(
        start,
        'The value before this has already ended; quote the whole value, or put this on a line of its own',
      );
    this.take();
    return true;
  }

  private directives(): void {
    this.handles = new Map();
    let hasVersion = false;
    for (let token = this.scanner.peek(); token.type === 'directive'; token = this.scanner.peek()) {
      this.take();
      if (token.name === 'YAML') {
        if (hasVersion) throw new Refusal(token.start, 'The version of YAML is given twice', token.end);
        if (token.major !== 1) throw new Refusal(token.start, 'PyYAML reads versions 1.* of YAML only', token.end);
        hasVersion = true;
      } else if (token.name === 'TAG') {
        const handle = token.handle ?? '';
        if (this.handles.has(handle))
          throw new Refusal(token.start, `The handle '${handle}' is given twice`, token.end);
        this.handles.set(handle, token.prefix ?? '');
      }
    }
    for (const [handle, prefix] of DEFAULT_HANDLES) if (!this.handles.has(handle)) this.handles.set(handle, prefix);
  }

  private take(): Token {
    const token = this.scanner.next();
    this.last = token.end;
    return token;
  }

  /** The empty scalar of a value that is left out, placed behind the white space that follows the last token. */
  private empty(): RawScalar {
    let at = this.last;
    while (this.text[at] === ' ') at++;
    return emptyScalar(at);
  }

  private node(allows: Allowed): RawNode {
    const token = this.scanner.peek();
    if (token.type === 'alias') {
      this.take();
      return { kind: 'alias', name: token.name, span: { start: token.start, end: token.end } };
    }
    if (++this.depth > MAX_DEPTH) throw new TooDeep();
    const { end, ...properties } = this.properties();
    const content = this.content(allows);
    this.depth--;
    if (content !== undefined) return { ...content, ...properties };
    if (end !== undefined) return { ...emptyScalar(end), ...properties };
    throw new Refusal(this.scanner.peek().start, this.missing(this.scanner.peek()), this.scanner.peek().end);
  }

  private missing({ type }: Token): string {
    if (type === 'flow entry') return 'An item is missing before this comma';
    if (type === 'flow sequence end' || type === 'flow mapping end') return 'This bracket closes nothing';
    return type === 'stream end' ? 'A closing bracket is missing' : 'A value is missing here';
  }

  private properties(): Properties {
    let anchor: string | undefined;
    let tag: string | undefined;
    let end: number | undefined;
    for (let token = this.scanner.peek(); ; token = this.scanner.peek()) {
      if (token.type === 'anchor' && anchor === undefined) anchor = token.name;
      else if (token.type === 'tag' && tag === undefined) tag = this.fullTag(token);
      else break;
      ({ end } = this.take());
    }
    return {
      ...(anchor === undefined ? {} : { anchor }),
      ...(tag === undefined ? {} : { tag }),
      ...(end === undefined ? {} : { end }),
    };
  }

  private fullTag({ handle, suffix, start, end }: TagToken): string {
    if (handle === undefined) return suffix;
    const prefix = this.handles.get(handle);
    if (prefix === undefined) throw new Refusal(start, `No %TAG says what '${handle}' stands for`, end);
    return prefix + suffix;
  }

  private content(allows: Allowed): RawNode | undefined {
    const token = this.scanner.peek();
    if (token.type === 'block entry') return allows.indentless === true ? this.blockSequence(false) : undefined;
    if (token.type === 'scalar') {
      this.take();
      return scalarOf(token);
    }
    if (token.type === 'flow sequence start') return this.flowSequence();
    if (token.type === 'flow mapping start') return this.flowMapping();
    if (allows.block !== true) return undefined;
    if (token.type === 'block sequence start') return this.blockSequence(true);
    return token.type === 'block mapping start' ? this.blockMapping() : undefined;
  }

  /** Without an indentation of its own, a list below a key ends where anything else follows. */
  private blockSequence(isIndented: boolean): RawNode {
    const { scanner } = this;
    if (isIndented) this.take();
    const { start } = scanner.peek();
    const items: RawNode[] = [];
    while (scanner.isAt('block entry')) {
      this.take();
      const isLast = isIndented
        ? scanner.isAt('block entry', 'block end')
        : scanner.isAt('block entry', 'key', 'value', 'block end');
      items.push(isLast ? this.empty() : this.node({ block: true }));
    }
    if (isIndented) this.blockEnd();
    return { kind: 'sequence', span: { start, end: items.at(-1)?.span.end ?? start }, items };
  }

  private blockEnd(): void {
    const { type, start, end } = this.scanner.peek();
    if (type !== 'block end')
      throw new Refusal(start, 'This line is not indented like the ones it belongs to', Math.max(end, start + 1));
    this.scanner.next();
  }

  private blockMapping(): RawMapping {
    const { scanner } = this;
    this.take();
    const first = scanner.peek();
    const pairs: RawPair[] = [];
    while (scanner.isAt('key')) {
      this.take();
      pairs.push(this.pair(['key', 'block end'], { block: true, indentless: true }));
    }
    this.blockEnd();
    return mappingOf(pairs, first.end > first.start ? first.start : undefined);
  }

  private flowSequence(): RawNode {
    const { scanner } = this;
    const { start } = this.take();
    const items: RawNode[] = [];
    while (!scanner.isAt('flow sequence end')) {
      if (items.length > 0) this.comma();
      if (scanner.isAt('key')) items.push(this.flowPair());
      else if (!scanner.isAt('flow sequence end')) items.push(this.node({}));
      else break;
    }
    return { kind: 'sequence', span: { start, end: this.take().end }, items };
  }

  /** `[a: b]`: a mapping of one key. */
  private flowPair(): RawMapping {
    const { start, end } = this.take();
    return mappingOf([this.pair(['flow entry', 'flow sequence end'], {})], end > start ? start : undefined);
  }

  private flowMapping(): RawMapping {
    const { scanner } = this;
    const { start } = this.take();
    const pairs: RawPair[] = [];
    while (!scanner.isAt('flow mapping end')) {
      if (pairs.length > 0) this.comma();
      if (scanner.isAt('key')) {
        this.take();
        pairs.push(this.pair(['flow entry', 'flow mapping end'], {}));
      } else if (!scanner.isAt('flow mapping end')) {
        const key = this.node({});
        pairs.push({ key, value: undefined, end: key.span.end });
      } else break;
    }
    return { kind: 'mapping', span: { start, end: this.take().end }, pairs };
  }

  /** A key and its value, after the token of the key; `ends` are the tokens before which either may be left out. */
  private pair(ends: readonly Token['type'][], allows: Allowed): RawPair {
    const { scanner } = this;
    const key = scanner.isAt('value', ...ends) ? this.empty() : this.node(allows);
    if (!scanner.isAt('value')) return { key, value: undefined, end: key.span.end };
    const { end } = this.take();
    const value = scanner.isAt('value', ...ends) ? undefined : this.node(allows);
    return { key, value: value === undefined || isEmpty(value) ? undefined : value, end };
  }

  private comma(): void {
    const { type, start, end } = this.scanner.peek();
    if (type === 'stream end') throw new Refusal(start, 'A closing bracket is missing', end);
    if (type !== 'flow entry')
      throw new Refusal(start, 'A comma is missing between these items', Math.max(end, start + 1));
    this.take();
  }
}

const SECOND_DOCUMENT = 'A second document begins here; loaders of one document refuse the file';

function scalarOf({ start, end, text, style, content }: ScalarToken): RawScalar {
  return { kind: 'scalar', span: { start, end }, content, text, isPlain: style === 'plain' };
}

/** `explicit` is where a `?` stands before the first key. */
function mappingOf(pairs: readonly RawPair[], explicit: number | undefined): RawMapping {
  const first = defined(pairs[0], 'a key of a mapping');
  const last = defined(pairs.at(-1), 'a key of a mapping');
  const start = explicit ?? first.key.span.start;
  return { kind: 'mapping', span: { start, end: Math.max(last.value?.span.end ?? last.end, start) }, pairs };
}

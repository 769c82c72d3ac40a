/** A place in a text that PyYAML's scanner stands at. Lines and columns count characters; offsets count UTF-16 units, as everywhere. */
export class Cursor {
  readonly text: string;
  /** The offset of the next character. */
  at = 0;
  /** How many characters stand before it. */
  index = 0;
  line = 0;
  column = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** The code of a character from here; 0 beyond the end, which no text holds that PyYAML reads. */
  peek(ahead = 0): number {
    const at = this.at + ahead;
    return at < this.text.length ? this.text.charCodeAt(at) : END;
  }

  startsWith(words: string): boolean {
    return this.text.startsWith(words, this.at);
  }

  forward(count = 1): void {
    for (let i = 0; i < count; i++) {
      const code = this.peek();
      this.at++;
      if (isLowSurrogate(code)) continue;
      this.index++;
      if (isBreak(code) && !(code === CR && this.peek() === LF)) {
        this.line++;
        this.column = 0;
      } else if (code !== BYTE_ORDER_MARK) this.column++;
    }
  }

  skipSpaces(): void {
    while (this.peek() === SPACE) this.forward();
  }

  /** Moves to the end of the line if a comment begins here. */
  skipComment(): void {
    if (this.peek() === HASH) while (!isBreakOrEnd(this.peek())) this.forward();
  }

  /** Takes a line break, and returns what it means: a line feed, but for two separators of Unicode; nothing where there is none. */
  takeBreak(): string {
    const code = this.peek();
    if (!isBreak(code)) return '';
    this.forward(code === CR && this.peek(1) === LF ? 2 : 1);
    return code === LINE_SEPARATOR || code === PARAGRAPH_SEPARATOR ? String.fromCharCode(code) : '\n';
  }

  take(count: number): string {
    const taken = this.text.slice(this.at, this.at + count);
    this.forward(count);
    return taken;
  }

  /** `---` or `...`, if a document begins or ends in this column. */
  isSeparator(): boolean {
    return (this.startsWith('---') || this.startsWith('...')) && isBlankOrEnd(this.peek(3));
  }
}

export const END = 0;
export const TAB = 9;
export const LF = 10;
export const CR = 13;
export const SPACE = 32;
export const HASH = 35;
const BYTE_ORDER_MARK = 0xfeff;
const NEXT_LINE = 0x85;
const LINE_SEPARATOR = 0x2028;
const PARAGRAPH_SEPARATOR = 0x2029;

/** Whether a code breaks a line for PyYAML. */
export function isBreak(code: number): boolean {
  return code === LF || code === CR || code === NEXT_LINE || code === LINE_SEPARATOR || code === PARAGRAPH_SEPARATOR;
}

/** Whether a code ends a line for PyYAML, as the end of the text does. */
export function isBreakOrEnd(code: number): boolean {
  return code === END || isBreak(code);
}

/** A space, a line break or the end; no tab. */
export function isSpaceOrEnd(code: number): boolean {
  return code === SPACE || isBreakOrEnd(code);
}

/** A space, a tab, a line break or the end. */
export function isBlankOrEnd(code: number): boolean {
  return code === TAB || isSpaceOrEnd(code);
}

/** What names of anchors and directives are made of. */
export function isWordCharacter(code: number): boolean {
  return code < 128 && /[0-9A-Za-z_-]/.test(String.fromCharCode(code));
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}

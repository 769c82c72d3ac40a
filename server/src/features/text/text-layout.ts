/** How a text is laid out around an offset: lines, indentation, and what is only space or comment. */

export function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !isLineEnd(text, at - 1)) at--;
  return at;
}

/** The offset of the line's end mark, or of the end of the text. */
export function lineEnd(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && !isLineEnd(text, at)) at++;
  return at;
}

/** The start of the line after the one that holds `offset`; the end of the text after the last. */
export function nextLine(text: string, offset: number): number {
  const end = lineEnd(text, offset);
  return text.startsWith('\r\n', end) ? end + 2 : Math.min(end + 1, text.length);
}

/** The line end that the text uses. */
export function lineEnding(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

/** The spaces that a line begins with, if nothing else comes before `offset`. */
export function indentBefore(text: string, offset: number): string | undefined {
  const before = text.slice(lineStart(text, offset), offset);
  return isBlank(before) ? before : undefined;
}

/** The spaces that the line of `offset` begins with. */
export function indentOfLine(text: string, offset: number): string {
  const line = text.slice(lineStart(text, offset), lineEnd(text, offset));
  return line.slice(0, line.search(/[^ \t]|$/));
}

/** Whether a text is empty or has nothing but white space. */
export function isBlank(text: string): boolean {
  return /^\s*$/.test(text);
}

/** Whether nothing follows `offset` in its line except spaces and a comment. */
export function isRestOfLineBlankOrComment(text: string, offset: number): boolean {
  return /^[ \t]*(#.*)?$/.test(text.slice(offset, lineEnd(text, offset)));
}

/** The comment after `offset` in its line, from `#`; empty when there is none. */
export function commentAfter(text: string, offset: number): string {
  return /^[ \t]*(#.*)$/.exec(text.slice(offset, lineEnd(text, offset)))?.[1]?.trimEnd() ?? '';
}

/** The offset before all characters that match `over` and directly precede `offset`. */
export function skipBack(text: string, offset: number, over: RegExp): number {
  let at = offset;
  while (at > 0 && over.test(text.charAt(at - 1))) at--;
  return at;
}

/** The first offset at or after `from` that holds neither space nor comment. */
export function skipSpaceAndComments(text: string, from: number): number {
  let at = from;
  for (;;) {
    while (at < text.length && /[\s\\]/.test(text.charAt(at))) at++;
    if (text[at] !== '#') return at;
    at = lineEnd(text, at);
  }
}

/** The end of the last thing between two offsets that is neither space nor comment; `from` when there is none. */
export function contentEnd(text: string, from: number, to: number): number {
  let end = from;
  for (let at = skipSpaceAndComments(text, from); at < to; at = skipSpaceAndComments(text, end))
    end = tokenEnd(text, at);
  return Math.min(end, to);
}

/** A string is skipped as one, so that a number sign in it does not begin a comment. */
export function tokenEnd(text: string, at: number): number {
  const quote = /^("""|'''|"|')/.exec(text.slice(at, at + 3))?.[0];
  if (quote === undefined) return at + 1;
  let end = at + quote.length;
  while (end < text.length && !text.startsWith(quote, end)) {
    if (quote.length === 1 && isLineEnd(text, end)) return end;
    end += text[end] === '\\' ? 2 : 1;
  }
  return end + quote.length;
}

function isLineEnd(text: string, at: number): boolean {
  return text[at] === '\n' || text[at] === '\r';
}

import type { Span } from '../../base/text';

/** Puts `text` in place of a span; an empty span inserts. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** The edit that puts `text` at an offset. */
export const insert = (offset: number, text: string): TextEdit => ({ span: { start: offset, end: offset }, text });
/** The edit that removes the text from `start` up to `end`. */
export const remove = (start: number, end: number): TextEdit => ({ span: { start, end }, text: '' });

/**
 * The edits in the order of the text. Returns undefined if two of them overlap or insert at the same offset, since one
 * would be lost.
 */
export function sortedEdits<Edit extends TextEdit>(edits: readonly Edit[]): readonly Edit[] | undefined {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const clash = sorted.some(({ span }, i) => {
    const before = sorted[i - 1]?.span;
    return (
      before !== undefined && (span.start < before.end || (span.start === before.start && span.end === before.end))
    );
  });
  return clash ? undefined : sorted;
}

/** `text` with ordered edits made. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let done = 0;
  for (const { span, text: added } of edits) {
    result += text.slice(done, span.start) + added;
    done = span.end;
  }
  return result + text.slice(done);
}

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
 * The edits in the order of the text; a removal inside of another one goes with it. Returns undefined if two edits overlap otherwise or
 * insert at the same offset, since one would be lost.
 */
export function sortedEdits<Edit extends TextEdit>(edits: readonly Edit[]): readonly Edit[] | undefined {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const kept: Edit[] = [];
  for (const edit of sorted) {
    const { span, text } = edit;
    const before = kept.at(-1);
    const overlaps = before !== undefined && span.start < before.span.end;
    if (overlaps && text === '' && before.text === '' && span.end <= before.span.end) continue;
    if (overlaps || (span.start === before?.span.start && span.end === before.span.end)) return undefined;
    kept.push(edit);
  }
  return kept;
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

import { groupOf, type Span } from '../base/text';
import type { Suppression } from '../model/suppression';

const COMMENT = /^(?:#|\/\/)\s*registry:\s*(ignore-file|ignore)\s*\[([^\]]*)\]/;

/** Reads the comment at `start`; anything but a suppression gives nothing. */
export function parseSuppression(text: string, start: number, end: number, line: number): Suppression | undefined {
  const match = COMMENT.exec(text.slice(start, end));
  if (match === null) return undefined;
  const list = groupOf(match, 2);
  let at = start + match[0].length - 1 - list.length;
  const spans: Span[] = [];
  for (const item of list.split(',')) {
    const code = item.trim();
    const from = at + item.indexOf(code);
    if (code !== '') spans.push({ start: from, end: from + code.length });
    at += item.length + 1;
  }
  const codes = spans.map((span, i) => ({
    code: text.slice(span.start, span.end),
    span,
    removal: cutOf(span, spans[i - 1], spans[i + 1]) ?? { start, end },
  }));
  return { span: { start, end }, line, wholeFile: match[1] === 'ignore-file', codes };
}

/** A code of several with the comma before it; the first with the one after it. Returns undefined if it is the only one. */
function cutOf({ start, end }: Span, before: Span | undefined, after: Span | undefined): Span | undefined {
  if (before !== undefined) return { start: before.end, end };
  return after && { start, end: after.start };
}

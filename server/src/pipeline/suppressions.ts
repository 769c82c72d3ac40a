import type { Suppression } from '../model/suppression';

const COMMENT = /^#\s*registry:\s*(ignore-file|ignore)\s*\[([^\]]*)\]/;

/** Reads the comment at `start`; anything but a suppression gives nothing. */
export function parseSuppression(text: string, start: number, end: number, line: number): Suppression | undefined {
  const match = COMMENT.exec(text.slice(start, end));
  if (match === null) return undefined;
  const list = match[2]!;
  let at = start + match[0].length - 1 - list.length;
  const codes = [];
  for (const item of list.split(',')) {
    const code = item.trim();
    const from = at + item.indexOf(code);
    if (code !== '') codes.push({ code, span: { start: from, end: from + code.length } });
    at += item.length + 1;
  }
  return { span: { start, end }, line, wholeFile: match[1] === 'ignore-file', codes };
}

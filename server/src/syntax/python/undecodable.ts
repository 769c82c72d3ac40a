import { codingCookie, encodingRefusal } from '../../base/python-encoding';
import type { SyntaxProblem } from './tree';

/**
 * Why CPython refuses a text for its encoding: it declares one that there is none of (PEP 263), holds a null byte, or a byte that is no UTF-8
 * anywhere but in a comment; the host decodes such bytes to lone surrogates. Comments are skipped before they are decoded.
 */
export function undecodable(text: string): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  const cookie = codingCookie(text);
  const refusal = cookie === undefined ? undefined : encodingRefusal(cookie.name);
  if (cookie !== undefined && refusal !== undefined)
    problems.push({ kind: 'character', span: cookie.span, message: refusal });
  // Both questions take no time in a text of Latin letters, which is asked at every keystroke.
  if (text.includes('\0') || !text.isWellFormed()) problems.push(...badCharacters(text));
  return problems;
}

function badCharacters(text: string): SyntaxProblem[] {
  const nothing = text.indexOf('\0');
  const at = nothing < 0 ? firstUndecodable(text) : nothing;
  if (at === undefined) return [];
  const message = nothing < 0 ? 'This byte is no UTF-8' : 'Python refuses a text that holds null bytes';
  return [{ kind: 'character', span: { start: at, end: at + 1 }, message }];
}

/** The first byte outside of comments that could not be decoded. */
function firstUndecodable(text: string): number | undefined {
  for (const { 0: part, index } of text.matchAll(PARTS)) {
    if (part.startsWith('#')) continue;
    const at = part.search(LONE_SURROGATE);
    if (at >= 0) return index + at;
  }
  return undefined;
}

/** Comments, strings of both kinds, and what is between these. */
const PARTS =
  /#[^\r\n]*|"""[^"\\]*(?:(?:\\[^]|"(?!""))[^"\\]*)*(?:"""|$)|'''[^'\\]*(?:(?:\\[^]|'(?!''))[^'\\]*)*(?:'''|$)|"[^"\\\r\n]*(?:\\[^][^"\\\r\n]*)*"?|'[^'\\\r\n]*(?:\\[^][^'\\\r\n]*)*'?|[^#"']+/g;
const LONE_SURROGATE = /(?<![\ud800-\udbff])[\udc80-\udcff]/;

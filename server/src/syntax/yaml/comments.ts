import { defined } from '../../base/defined';
import type { YamlScalar } from './tree';

const MARK = 'registry:';

/** Start and end of each comment that holds `registry:`. `scalars` are all that were written, in order. */
export function registryComments(text: string, scalars: readonly YamlScalar[]): [number, number][] {
  const comments: [number, number][] = [];
  let end = 0;
  for (let at = text.indexOf(MARK); at >= 0; at = text.indexOf(MARK, end)) {
    end = lineEnd(text, at);
    const start = commentStart(text, lineStart(text, at), text.lastIndexOf(MARK, end), scalars);
    if (start !== undefined) comments.push([start, start + text.slice(start, end).trimEnd().length]);
  }
  return comments;
}

/** The first number sign of a line that begins a comment, before `end`: after white space, outside every scalar. */
function commentStart(text: string, from: number, end: number, scalars: readonly YamlScalar[]): number | undefined {
  for (let at = text.indexOf('#', from); at >= 0 && at < end; at = text.indexOf('#', at + 1)) {
    if (at > 0 && !/[\s,[\]{}"'\ufeff]/.test(text.charAt(at - 1))) continue;
    const scalar = scalarAt(scalars, at);
    if (scalar === undefined || isHeader(text, scalar, at)) return at;
  }
  return undefined;
}

/** A comment may follow the header of a block scalar, on its line. */
function isHeader(text: string, scalar: YamlScalar, at: number): boolean {
  return /^[|>][-+0-9]*[ \t]+$/.test(text.slice(scalar.span.start, Math.min(at, scalar.content.start)));
}

function scalarAt(scalars: readonly YamlScalar[], offset: number): YamlScalar | undefined {
  let low = 0;
  let high = scalars.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (defined(scalars[middle], 'a scalar').span.end <= offset) low = middle + 1;
    else high = middle;
  }
  const scalar = scalars[low];
  return scalar !== undefined && scalar.span.start <= offset ? scalar : undefined;
}

function lineStart(text: string, offset: number): number {
  if (offset === 0) return 0;
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

function lineEnd(text: string, from: number): number {
  const ending = /[\r\n]/g;
  ending.lastIndex = from;
  return ending.exec(text)?.index ?? text.length;
}

import type { Span } from '../../base/text';
import { skipSpaceAndComments, tokenEnd } from './text-layout';

/** What stands between the brackets at `open` and `close`, as commas divide it, without the comments around. */
export function membersBetween(text: string, open: number, close: number): Span[] {
  const members: Span[] = [];
  let start: number | undefined;
  let depth = 0;
  let end = open + 1;
  for (let at = skipSpaceAndComments(text, end); at < close; at = skipSpaceAndComments(text, end)) {
    const isDivider = depth === 0 && text[at] === ',';
    if (isDivider && start !== undefined) members.push({ start, end });
    if ('([{'.includes(text.charAt(at))) depth++;
    if (')]}'.includes(text.charAt(at))) depth--;
    if (isDivider) start = undefined;
    else start ??= at;
    end = tokenEnd(text, at);
  }
  return start === undefined ? members : [...members, { start, end }];
}

/** The value of a keyword argument among those of a call whose brackets stand at `open` and `close`. */
export function keywordValue(text: string, open: number, close: number, name: string): Span | undefined {
  for (const { start, end } of membersBetween(text, open, close)) {
    const sign = skipSpaceAndComments(text, start + name.length);
    if (!text.startsWith(name, start) || text[sign] !== '=' || text[sign + 1] === '=') continue;
    return { start: skipSpaceAndComments(text, sign + 1), end };
  }
  return undefined;
}

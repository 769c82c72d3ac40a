import { codePointOf } from './text';

/**
 * The text with every character spelled out that a terminal would obey or a reader would not see: controls, escape
 * sequences, marks that turn the writing direction, characters without width, line and paragraph ends, halves of pairs.
 */
export function visible(text: string): string {
  return UNSEEN.test(text) ? text.replace(UNSEEN_ALL, spelled) : text;
}

const UNSEEN = /(?![\ufe00-\ufe0f])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]/u;
const UNSEEN_ALL = new RegExp(UNSEEN, 'gu');

const SHORT: Readonly<Record<string, string | undefined>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function spelled(character: string): string {
  const code = codePointOf(character);
  return SHORT[character] ?? (code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`);
}

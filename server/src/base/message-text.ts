import { codePointOf } from './text';

/** The most UTF-16 units of a name that a message quotes. */
const MAX_NAME_LENGTH = 80;

/**
 * A name from the user's text as messages show it: on one line, with invisible characters escaped, shortened.
 * Without quotes; messages put single ones around it.
 */
export function truncateName(name: string): string {
  // A surrogate pair is never cut in two.
  const cut =
    name.length > MAX_NAME_LENGTH ? `${name.slice(0, MAX_NAME_LENGTH).replace(/[\uD800-\uDBFF]$/, '')}…` : name;
  return escapeInvisible(cut);
}

/** The most UTF-16 units of an expression that a message quotes. */
const MAX_CODE_LENGTH = 40;

/** An expression of the user's text as messages quote it: on one line, shortened. */
export function truncateCode(code: string): string {
  const line = code.replace(/\s+/g, ' ');
  if (line.length <= MAX_CODE_LENGTH) return line;
  return `${line.slice(0, MAX_CODE_LENGTH - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/**
 * Escapes every character that a terminal would obey or a reader would not see: controls, escape sequences, marks that turn
 * the writing direction, characters without width, line and paragraph separators, lone surrogates.
 */
export function escapeInvisible(text: string): string {
  return INVISIBLE.test(text) ? text.replace(ALL_INVISIBLE, escapeSequence) : text;
}

const INVISIBLE = /(?![\ufe00-\ufe0f])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]/u;
const ALL_INVISIBLE = new RegExp(INVISIBLE, 'gu');

const SHORT_ESCAPES: Readonly<Record<string, string | undefined>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function escapeSequence(character: string): string {
  const code = codePointOf(character);
  const hex = code.toString(16);
  return SHORT_ESCAPES[character] ?? (code > 0xffff ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`);
}

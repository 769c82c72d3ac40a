import * as source from './source';
import * as tokens from './tokens';
import * as keywords from './keywords';

// Names of this module's own: where modules are not bundled, each use of an import costs a call.
const { IN_NAME } = source;
const { Token } = tokens;
const { wordKind } = keywords;

const DOT = 46;
const UNDERSCORE = 95;

/** The end of the number that starts at `at`, a digit or a dot before a digit. */
export function numberEnd(bytes: Uint8Array, at: number): number {
  const radix = bytes[at] === 48 ? radixOf(bytes[at + 1]! | 32) : 10;
  if (radix !== 10) {
    const end = digits(bytes, at + 2, radix);
    return end > at + 2 ? end : at + 1;
  }
  let i = digits(bytes, at, 10);
  if (bytes[i] === DOT) i = digits(bytes, i + 1, 10);
  if ((bytes[i]! | 32) === 101) {
    const sign = bytes[i + 1] === 43 || bytes[i + 1] === 45 ? 1 : 0;
    const end = digits(bytes, i + 1 + sign, 10);
    if (end > i + 1 + sign) i = end;
  }
  return (bytes[i]! | 32) === 106 ? i + 1 : i;
}

/** Whether the number from `at`, a zero, up to `end` is a whole decimal one other than zero. */
export function hasLeadingZero(bytes: Uint8Array, at: number, end: number): boolean {
  let isZero = true;
  for (let i = at; i < end; i++) {
    if (bytes[i] !== UNDERSCORE && !isDigit(bytes[i]!, 10)) return false;
    if (bytes[i] !== UNDERSCORE && bytes[i] !== 48) isZero = false;
  }
  return !isZero;
}

/** How many digits a whole decimal number may have in a text (`sys.int_info.default_max_str_digits`). */
export const MOST_DIGITS = 4300;

/** Whether the number from `at` up to `end` is a whole decimal one with more digits than Python takes. */
export function isTooLong(bytes: Uint8Array, at: number, end: number): boolean {
  let count = 0;
  for (let i = at; i < end; i++) {
    if (isDigit(bytes[i]!, 10)) count++;
    else if (bytes[i] !== UNDERSCORE) return false;
  }
  return count > MOST_DIGITS;
}

/** Whether what follows a number may follow it: `1if x` is Python, `1st` is not. */
export function mayFollowNumber(bytes: Uint8Array, end: number): boolean {
  if (IN_NAME[bytes[end]!] === 0) return true;
  let i = end;
  while (IN_NAME[bytes[i]!] === 1) i++;
  switch (wordKind(bytes, end, i)) {
    case Token.And:
    case Token.Else:
    case Token.For:
    case Token.If:
    case Token.In:
    case Token.Is:
    case Token.Not:
    case Token.Or:
      return true;
    default:
      return false;
  }
}

function radixOf(letter: number): number {
  if (letter === 120) return 16;
  if (letter === 111) return 8;
  return letter === 98 ? 2 : 10;
}

/** The end of a run of digits; single underscores may stand between them, and before them after a radix. */
function digits(bytes: Uint8Array, from: number, radix: number): number {
  let i = from;
  for (;;) {
    if (isDigit(bytes[i]!, radix)) i++;
    else if (bytes[i] === UNDERSCORE && isDigit(bytes[i + 1]!, radix)) i += 2;
    else return i;
  }
}

function isDigit(c: number, radix: number): boolean {
  if (radix === 16) return (c >= 48 && c <= 57) || ((c | 32) >= 97 && (c | 32) <= 102);
  return c >= 48 && c < 48 + radix;
}

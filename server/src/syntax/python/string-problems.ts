import type { Problems } from './problems';

/** A backslash with what it escapes; in a group, an escape that says less than it must. */
const ESCAPE =
  /\\(?:(x(?![\da-fA-F]{2})|u(?![\da-fA-F]{4})|U(?!00(?:0[\da-fA-F]|10)[\da-fA-F]{4})|N(?!\{[^{}\n\r]+\}))|\r\n|[^]|$)/y;
const BYTE_ESCAPE = /\\(?:(x(?![\da-fA-F]{2}))|\r\n|[^]|$)/y;

const NEEDED: Readonly<Record<string, string>> = {
  x: 'two hexadecimal digits must follow',
  u: 'four hexadecimal digits must follow',
  U: 'eight hexadecimal digits must follow, `0010ffff` at most',
  N: 'the name of a character in braces must follow',
};

/** Reports what CPython cannot decode in the content of a literal, from `from` up to `to`. */
export function checkLiteral(
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
  { isBytes, isRaw }: { readonly isBytes: boolean; readonly isRaw: boolean },
  problems: Problems,
): void {
  if (isBytes) {
    const wide = /[^\0-\x7f]/.exec(text.slice(from, to));
    if (wide !== null) {
      const at = from + wide.index;
      return problems.add('string', at, at + 1, 'Bytes can only hold ASCII characters; others are written as `\\x…`.');
    }
  }
  if (isRaw) return;
  for (let at = text.indexOf('\\', from); at >= 0 && at < to; at = text.indexOf('\\', at))
    at = checkEscape(text, at, isBytes, problems);
}

/** Reports the escape that the backslash at `at` begins, if it cannot be decoded; the answer is the place behind it. */
export function checkEscape(text: string, at: number, isBytes: boolean, problems: Problems): number {
  const escape = isBytes ? BYTE_ESCAPE : ESCAPE;
  escape.lastIndex = at;
  const letter = escape.exec(text)?.[1];
  const needed = letter === undefined ? undefined : NEEDED[letter];
  if (needed !== undefined) {
    const remedy = 'For a backslash itself, write `\\\\`, or put an `r` before the string.';
    problems.add('string', at, at + 2, `Behind \`\\${letter ?? ''}\`, ${needed}. ${remedy}`);
  }
  return Math.max(escape.lastIndex, at + 2);
}

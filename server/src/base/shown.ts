/** The most characters of a name that a message quotes. */
const LONGEST = 80;

/**
 * A name from the user's text as messages show it: on one line, without control or direction characters, shortened.
 * Without quotes; messages put single ones around it.
 */
export function shown(name: string): string {
  const cut = name.length > LONGEST ? `${name.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '')}…` : name;
  return cut.replace(UNSHOWN, character => {
    const code = character.charCodeAt(0);
    return `\\${ESCAPES.get(code) ?? `u${code.toString(16).padStart(4, '0')}`}`;
  });
}

/** Control characters, line and paragraph separators, what reverses the direction of text, and halves of pairs. */
const UNSHOWN =
  /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

const ESCAPES = new Map([
  [9, 't'],
  [10, 'n'],
  [13, 'r'],
]);

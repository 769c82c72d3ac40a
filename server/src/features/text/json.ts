/**
 * The version of all JSON that the program writes. It grows when a field changes its meaning or is removed, not when
 * one is added.
 */
export const JSON_VERSION = 1;

/**
 * Data as JSON, indented, with a line end. Characters that a terminal would obey or a reader would not see are written
 * as escapes, which changes nothing of the data.
 */
export function jsonText(data: unknown): string {
  return `${JSON.stringify(data, null, 2).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escaped)}\n`;
}

/** The line ends of the indentation stay; those within strings have been escaped already. */
function escaped(character: string): string {
  if (character === '\n') return character;
  return Array.from({ length: character.length }, (_, i) => {
    return `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`;
  }).join('');
}

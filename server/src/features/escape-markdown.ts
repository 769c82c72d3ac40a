/** A text of this length fills any hover; more of it is cut. */
const LONGEST = 2000;

/**
 * Text that users wrote, to stand in one line of Markdown as it is: no emphasis, link, icon, tag or address is made of
 * it, line ends become spaces, and characters that steer a terminal or the writing direction become visible.
 */
export function escapeMarkdown(text: string): string {
  return shorten(text)
    .replace(/\s+/g, ' ')
    .replace(UNSEEN, seen)
    .replace(/[!#$%&()*+\-.:<=>?@[\\\]^_`{|}~]/g, '\\$&');
}

/** The same for text of several lines; empty lines divide paragraphs. */
export function escapeParagraphs(text: string): string {
  return shorten(text)
    .split(/\r\n|\r|\n/)
    .map(line => escapeMarkdown(line.trim()))
    .join('  \n')
    .replace(/( {2}\n){2,}/g, '\n\n')
    .trim();
}

/** Control characters, marks that turn the writing direction, and characters without width. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

function seen(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function shorten(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}

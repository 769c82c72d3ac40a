import { visible } from '../../base/escape-invisible';

/** A text of this length fills any hover; more of it is cut. */
const LONGEST = 2000;

/**
 * Text that users wrote, to stand in one line of Markdown as it is: no emphasis, link, icon, tag or address is made of
 * it, line ends become spaces, and characters that steer a terminal or the writing direction become visible.
 */
export function escapeMarkdown(text: string): string {
  return visible(shorten(text).replace(/\s+/g, ' ')).replace(/[!#$%&()*+\-.:<=>?@[\\\]^_`{|}~]/g, '\\$&');
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

function shorten(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}

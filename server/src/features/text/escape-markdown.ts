import { escapeInvisible } from '../../base/message-text';

/** In UTF-16 units. A text of this length fills any hover, so a longer one is cut. */
const MAX_LENGTH = 2000;

/**
 * Escapes text that users wrote, so that one line of Markdown shows it as it is: it makes no emphasis, link, icon, tag
 * or address, its line ends become spaces, and characters that steer a terminal or the writing direction become
 * visible.
 */
export function escapeMarkdown(text: string): string {
  return escapeInvisible(truncated(text).replace(/\s+/g, ' ')).replace(/[!#$%&()*+\-.:<=>?@[\\\]^_`{|}~]/g, '\\$&');
}

/** Escapes text of several lines; empty lines divide paragraphs. */
export function escapeParagraphs(text: string): string {
  return truncated(text)
    .split(/\r\n|\r|\n/)
    .map(line => escapeMarkdown(line.trim()))
    .join('  \n')
    .replace(/( {2}\n){2,}/g, '\n\n')
    .trim();
}

/** A link; `text` is Markdown, and its address may hold anything. */
export function markdownLink(text: string, address: string): string {
  return `[${text}](<${address.replace(/[<>\s]/g, encodeURIComponent)}>)`;
}

function truncated(text: string): string {
  return text.length <= MAX_LENGTH ? text : `${text.slice(0, MAX_LENGTH)}…`;
}

import { escapeInvisible } from '../../base/message-text';

/**
 * Text that users wrote as a code span in a cell of a table: it mentions nobody, links nowhere and does not end the
 * cell.
 */
export function codeCell(text: string): string {
  const plain = escapeInvisible(text).replace(/\|/g, '\\|');
  if (plain === '') return '';
  if (!plain.includes('`')) return `\`${plain}\``;
  const longest = Math.max(...[...plain.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence} ${plain} ${fence}`;
}

/** A Markdown table. `head` and `rows` hold Markdown already. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('');
}

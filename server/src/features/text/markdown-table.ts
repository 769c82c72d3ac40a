import { visible } from '../../base/escape-invisible';

/** A text of the user as a code span that may stand in a table: it mentions nobody, links nowhere and ends no cell. */
export function cell(text: string): string {
  const plain = visible(text).replace(/\|/g, '\\|');
  if (plain === '') return '';
  if (!plain.includes('`')) return `\`${plain}\``;
  const longest = Math.max(...[...plain.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence} ${plain} ${fence}`;
}

/** Cells are Markdown already. */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('');
}

import { defined } from '../../base/defined';
import { padToWidth, widthOf, wrapToWidth } from '../../base/terminal-columns';
import { escapeInvisible } from '../../base/message-text';

/** How answers are laid out as text. Characters that steer a terminal are escaped before. */
export interface TextStyle {
  /** Columns of the terminal; `Infinity` if lines are not to be broken. */
  readonly width: number;
  readonly paint: Paint;
  /** How a path of the root is written for the reader. */
  readonly pathOf: (path: string) => string;
}

/** What is needed to lay out lines without paths. */
export type LineStyle = Pick<TextStyle, 'width' | 'paint'>;

/** Colours and weights. Each function returns its text unchanged if the output has no colours. */
export type Paint = Readonly<Record<'bold' | 'dim' | 'green' | 'yellow' | 'red', (text: string) => string>>;

const unchanged = (text: string): string => text;

/** The style for editors, files and pipes: no colours, no line breaks. */
export const PLAIN_TEXT: TextStyle = {
  width: Infinity,
  paint: { bold: unchanged, dim: unchanged, green: unchanged, yellow: unchanged, red: unchanged },
  pathOf: unchanged,
};

/** A row of a section: a mark, cells that are aligned in columns, and a note. */
export interface Row {
  readonly mark: string;
  readonly cells: readonly string[];
  readonly note: string;
}

/** A row of texts that may be a user's: characters that nobody could see are escaped here, and nowhere after. */
export function row(mark: string, cells: readonly string[], note: string): Row {
  return { mark, cells: cells.map(escapeInvisible), note: escapeInvisible(note) };
}

/**
 * The lines of rows. Each column is as wide as its widest cell. The note of a row stands after the last cell that is
 * not empty, or on a line below if it does not fit.
 */
export function alignedRows(rows: readonly Row[], style: LineStyle): string[] {
  const widths: number[] = [];
  for (const { cells } of rows) cells.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, widthOf(cell))));
  return rows.map(({ mark, cells, note }) => {
    const filled = cells.slice(0, cells.findLastIndex(cell => cell !== '') + 1);
    const head = filled
      .map((cell, i) => `${padToWidth(cell, defined(widths[i], 'the width of a column'))}   `)
      .join('');
    const start = `  ${paintedMark(mark, style.paint)} `;
    if (note === '') return start + head.trimEnd();
    if (4 + widthOf(head) + widthOf(note) <= style.width) return start + head + note;
    if (head === '') return start + indented(note, '    ', style.width).trimStart();
    return `${start}${head.trimEnd()}\n${indented(note, '      ', style.width)}`;
  });
}

/** A text broken into lines that all begin with `indent`. */
export function indented(text: string, indent: string, width: number): string {
  return wrapToWidth(text, width - indent.length)
    .map(each => indent + each)
    .join('\n');
}

function paintedMark(mark: string, paint: Paint): string {
  if (mark === '✔') return paint.green(mark);
  if (mark === '✘') return paint.red(mark);
  return mark === '!' || mark === '?' ? paint.yellow(mark) : paint.dim(mark);
}

import { pad, widthOf, wrap } from '../../base/terminal-columns';
import { visible } from '../../base/escape-invisible';

/** How answers are set as text. Everything of the user's is made visible before it gets here. */
export interface TextStyle {
  /** Columns of the terminal; lines are not broken where it is `Infinity`. */
  readonly width: number;
  readonly paint: Paint;
  /** How a path of the root is written for the reader. */
  readonly pathOf: (path: string) => string;
}

/** Colours and weights; each gives its text back where there are none. */
export type Paint = Readonly<Record<'bold' | 'dim' | 'green' | 'yellow' | 'red', (text: string) => string>>;

const same = (text: string): string => text;

/** For where no colour is wanted: editors, files, pipes. */
export const PLAIN_TEXT: TextStyle = {
  width: Infinity,
  paint: { bold: same, dim: same, green: same, yellow: same, red: same },
  pathOf: same,
};

/** A line of a section: a mark, cells that stand below each other, and a note. */
export interface Row {
  readonly mark: string;
  readonly cells: readonly string[];
  readonly note: string;
}

export function row(mark: string, cells: readonly string[], note: string): Row {
  return { mark, cells: cells.map(visible), note: visible(note) };
}

/**
 * Cells of one column are as wide as its widest; the note stands after the last cell that is not empty, or below where it
 * does not fit.
 */
export function setRows(rows: readonly Row[], style: TextStyle): string[] {
  const widths: number[] = [];
  for (const { cells } of rows) cells.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, widthOf(cell))));
  return rows.map(({ mark, cells, note }) => {
    const filled = cells.slice(0, cells.findLastIndex(cell => cell !== '') + 1);
    const head = filled.map((cell, i) => `${pad(cell, widths[i]!)}   `).join('');
    const start = `  ${painted(mark, style.paint)} `;
    if (note === '') return start + head.trimEnd();
    if (4 + widthOf(head) + widthOf(note) <= style.width) return start + head + note;
    if (head === '') return start + indented(note, '    ', style.width).trimStart();
    return `${start}${head.trimEnd()}\n${indented(note, '      ', style.width)}`;
  });
}

/** A text broken into lines that all begin with `indent`. */
export function indented(text: string, indent: string, width: number): string {
  return wrap(text, width - indent.length)
    .map(each => indent + each)
    .join('\n');
}

function painted(mark: string, paint: Paint): string {
  if (mark === '✔') return paint.green(mark);
  if (mark === '✘') return paint.red(mark);
  return mark === '!' || mark === '?' ? paint.yellow(mark) : paint.dim(mark);
}

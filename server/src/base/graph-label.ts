import { escapeInvisible } from './message-text';
import { widthOf } from './terminal-columns';

/** Sizes in the units of the layout, which are pixels at scale 1. */
export const FONT_SIZE = 13;
/** The distance between the baselines of two lines of a label. */
export const LINE_HEIGHT = 17;
/** The space between the text of a label and the border of its box: left and right, then above and below. */
export const PADDING_X = 10;
export const PADDING_Y = 6;

/** A line of a label has no more columns than this. */
const MAX_COLUMNS = 44;
/** A label has no more lines than this. Only names that nobody would type are longer; they lose their middle. */
const MAX_LINES = 5;
/** Nobody has to wait until a name of a megabyte is looked at. */
const MAX_LENGTH = 2000;

/** The size of the box that a node is drawn as, in units of the layout. */
export interface NodeBox {
  readonly width: number;
  readonly height: number;
}

/** How wide a line of text is drawn, in units of the layout. */
export type Measure = (line: string) => number;

/** For pictures that are drawn where no font can be asked: letters as wide as in most fonts without serifs, and a little more. */
export function estimatedWidth(line: string): number {
  return widthOf(line) * FONT_SIZE * 0.58;
}

/** A label as it is drawn: whole, in as many lines as it takes, broken where its parts end. What nobody could see is escaped. */
export function linesOf(label: string): string[] {
  const lines = broken(label.slice(0, MAX_LENGTH));
  if (lines.length <= MAX_LINES && label.length <= MAX_LENGTH) return lines;
  return [...lines.slice(0, MAX_LINES - 2), '…', ...broken(label.slice(-MAX_COLUMNS / 2)).slice(-1)];
}

/** The box that has room for the lines of a label. */
export function boxOf(lines: readonly string[], measure: Measure): NodeBox {
  const widest = Math.max(...lines.map(measure));
  return {
    width: Math.ceil(widest) + 2 * PADDING_X,
    height: lines.length * LINE_HEIGHT + 2 * PADDING_Y,
  };
}

function broken(text: string): string[] {
  const lines: string[] = [];
  let [line, width, end]: [string[], number, number] = [[], 0, 0];
  for (const sign of escapeInvisible(text)) {
    const own = widthOf(sign);
    if (width + own > MAX_COLUMNS) {
      // After the last sign that ends a part, unless that would leave next to nothing.
      const at = end > line.length / 2 ? end : line.length;
      lines.push(line.slice(0, at).join(''));
      line = line.slice(at);
      [width, end] = [widthOf(line.join('')), 0];
    }
    line.push(sign);
    width += own;
    if (/[^\p{L}\p{N}\p{M}]/u.test(sign)) end = line.length;
  }
  return [...lines, line.join('')];
}

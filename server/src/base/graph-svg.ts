import { FONT_SIZE, LINE_HEIGHT, PADDING_X, PADDING_Y } from './graph-label';
import { curveOf } from './graph-layout';
import type { Scene } from './graph-scene';

/** What a picture is drawn with. */
export interface Colours {
  readonly background: string;
  readonly text: string;
  readonly node: string;
  readonly border: string;
  readonly edge: string;
  readonly conflict: string;
  readonly cycle: string;
}

/** How much of their colour edges keep that say what is possible and not what is needed. */
export const QUIET = 0.5;

/** A picture that stands alone. Labels are users' text: as text they go in, and nothing else of theirs does. */
export function svgOf({ nodes, edges, layout }: Scene, colours: Colours): string {
  const { x, y, boxes, width, height } = layout;
  const lines = edges.map(edge => {
    const { start, end, bends } = curveOf(layout, edge);
    const colour = edge.isCycle ? colours.cycle : colours.edge;
    const path = `M${start.x} ${start.y}C${bends[0]} ${start.y} ${bends[1]} ${end.y} ${end.x} ${end.y}`;
    const quiet = edge.isPossible ? ` stroke-opacity="${QUIET}"` : '';
    return `<path d="${path}" fill="none" stroke="${escape(colour)}"${quiet}/>`;
  });
  const drawn = nodes.map(({ label, lines, isConflict, isCycle }, i) => {
    const { width, height } = boxes[i] ?? { width: 0, height: 0 };
    const stroke = isCycle ? colours.cycle : isConflict ? colours.conflict : colours.border;
    const dash = isConflict ? ' stroke-dasharray="5 3"' : '';
    const texts = lines.map((line, at) => {
      const baseline = y[i]! + PADDING_Y + at * LINE_HEIGHT + FONT_SIZE;
      return `<text x="${x[i]! + PADDING_X}" y="${baseline}" fill="${escape(colours.text)}">${escape(line)}</text>`;
    });
    return (
      `<g><title>${escape(label)}</title><rect x="${x[i]!}" y="${y[i]!}" width="${width}" height="${height}" rx="4"` +
      ` fill="${escape(colours.node)}" stroke="${escape(stroke)}"${dash}/>${texts.join('')}</g>`
    );
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="${FONT_SIZE}">`,
    `<rect width="100%" height="100%" fill="${escape(colours.background)}"/>`,
    ...lines,
    ...drawn,
    '</svg>\n',
  ].join('\n');
}

/** XML has no place for most control characters, and none for lone surrogates. */
function escape(text: string): string {
  return text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
    .replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`);
}

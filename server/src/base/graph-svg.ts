import { curveOf, NODE_HEIGHT, NODE_WIDTH } from './graph-layout';
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

/** A picture that stands alone. Labels are users' text: as text they go in, and nothing else of theirs does. */
export function svgOf({ nodes, edges, layout }: Scene, colours: Colours): string {
  const { x, y, width, height } = layout;
  const lines = edges.map(edge => {
    const { start, end, bends } = curveOf(layout, edge);
    const colour = edge.isCycle ? colours.cycle : colours.edge;
    const path = `M${start.x} ${start.y}C${bends[0]} ${start.y} ${bends[1]} ${end.y} ${end.x} ${end.y}`;
    return `<path d="${path}" fill="none" stroke="${escape(colour)}"/>`;
  });
  const boxes = nodes.map(({ label, isConflict, isCycle }, i) => {
    const stroke = isCycle ? colours.cycle : isConflict ? colours.conflict : colours.border;
    const dash = isConflict ? ' stroke-dasharray="5 3"' : '';
    const text = escape(signed(shortened(label), { isConflict, isCycle }));
    return (
      `<g><title>${escape(label)}</title><rect x="${x[i]!}" y="${y[i]!}" width="${NODE_WIDTH}" height="${NODE_HEIGHT}" rx="4"` +
      ` fill="${escape(colours.node)}" stroke="${escape(stroke)}"${dash}/>` +
      `<text x="${x[i]! + 8}" y="${y[i]! + 17}" fill="${escape(colours.text)}">${text}</text></g>`
    );
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">`,
    `<rect width="100%" height="100%" fill="${escape(colours.background)}"/>`,
    ...lines,
    ...boxes,
    '</svg>\n',
  ].join('\n');
}

/** Signs say what colours say, for those who do not see them. */
export function signed(label: string, { isConflict, isCycle }: { isConflict: boolean; isCycle: boolean }): string {
  return `${isCycle ? '↻ ' : ''}${isConflict ? '! ' : ''}${label}`;
}

const MOST = 22;

function shortened(label: string): string {
  const signs = Array.from(label);
  return signs.length <= MOST ? label : `${signs.slice(0, MOST - 1).join('')}…`;
}

/** XML has no place for most control characters, and none for lone surrogates. */
function escape(text: string): string {
  return text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
    .replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`);
}

import { curveOf, NODE_HEIGHT, NODE_WIDTH } from '../../server/src/base/graph-layout';
import type { Scene } from '../../server/src/base/graph-scene';
import { signed } from '../../server/src/base/graph-svg';
import type { PageColours } from './graph-colours';

/** Which part of a layout a canvas shows: `x`, `y` of the layout are its top left corner. */
export interface View {
  readonly x: number;
  readonly y: number;
  /** Pixels for a unit of the layout. */
  readonly scale: number;
}

/** Below this, labels could not be read and are left out. */
const MIN_LABEL_SCALE = 0.35;

/** `width` and `height` are of the canvas, in pixels of the page. What lies outside costs a comparison. */
export function draw(
  context: CanvasRenderingContext2D,
  scene: Scene,
  { view, width, height, colours, selected }: Drawing,
): void {
  const { x, y, scale } = view;
  context.fillStyle = colours.background;
  context.fillRect(0, 0, width, height);
  context.save();
  context.scale(scale, scale);
  context.translate(-x, -y);
  const box = { left: x, top: y, right: x + width / scale, bottom: y + height / scale };
  drawEdges(context, scene, { box, scale, colours, selected });
  drawNodes(context, scene, { box, scale, colours, selected });
  context.restore();
}

export interface Drawing {
  readonly view: View;
  readonly width: number;
  readonly height: number;
  readonly colours: PageColours;
  /** A node of the scene. */
  readonly selected: number | undefined;
}

interface VisiblePart {
  readonly box: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
  readonly scale: number;
  readonly colours: PageColours;
  readonly selected: number | undefined;
}

/** One path for each kind of edge: thousands of paths would take ten times as long. */
function drawEdges(
  context: CanvasRenderingContext2D,
  scene: Scene,
  { box, scale, colours, selected }: VisiblePart,
): void {
  const [plain, cycle, joined] = [new Path2D(), new Path2D(), new Path2D()];
  for (const edge of scene.edges) {
    const { start, end, bends } = curveOf(scene.layout, edge);
    if (Math.max(start.x, end.x) < box.left || Math.min(start.x, end.x) > box.right) continue;
    if (Math.max(start.y, end.y) < box.top || Math.min(start.y, end.y) > box.bottom) continue;
    const isJoined = edge.from === selected || edge.to === selected;
    const path = isJoined ? joined : edge.isCycle ? cycle : plain;
    path.moveTo(start.x, start.y);
    if (scale < MIN_LABEL_SCALE) path.lineTo(end.x, end.y);
    else path.bezierCurveTo(bends[0], start.y, bends[1], end.y, end.x, end.y);
  }
  context.lineWidth = 1 / Math.min(1, scale);
  context.globalAlpha = selected === undefined ? 0.7 : 0.3;
  context.strokeStyle = colours.edge;
  context.stroke(plain);
  context.globalAlpha = 1;
  context.strokeStyle = colours.cycle;
  context.stroke(cycle);
  context.lineWidth *= 2;
  context.strokeStyle = colours.selected;
  context.stroke(joined);
}

function drawNodes(
  context: CanvasRenderingContext2D,
  scene: Scene,
  { box, scale, colours, selected }: VisiblePart,
): void {
  const { x, y } = scene.layout;
  const hasLabels = scale >= MIN_LABEL_SCALE;
  // Larger than its share in a small picture, as large as the box can hold.
  context.font = `${Math.min(18, Math.max(12, 10 / scale))}px ${colours.font}`;
  context.textBaseline = 'middle';
  scene.nodes.forEach(({ label, isConflict, isCycle }, i) => {
    const [left, top] = [x[i]!, y[i]!];
    if (left + NODE_WIDTH < box.left || left > box.right || top + NODE_HEIGHT < box.top || top > box.bottom) return;
    context.fillStyle = colours.node;
    context.strokeStyle =
      i === selected ? colours.selected : isCycle ? colours.cycle : isConflict ? colours.conflict : colours.border;
    context.lineWidth = (i === selected ? 3 : isCycle || isConflict ? 2 : 1) / Math.min(1, scale);
    context.setLineDash(isConflict ? [5, 3] : []);
    context.beginPath();
    context.roundRect(left, top, NODE_WIDTH, NODE_HEIGHT, 4);
    context.fill();
    context.stroke();
    if (!hasLabels) return;
    context.fillStyle = colours.text;
    context.fillText(fitted(context, signed(label, { isConflict, isCycle })), left + 8, top + NODE_HEIGHT / 2);
  });
  context.setLineDash([]);
}

/** As much of a label as its box has room for. */
function fitted(context: CanvasRenderingContext2D, label: string): string {
  const room = NODE_WIDTH - 16;
  let text = label.slice(0, 60);
  if (text === label && context.measureText(text).width <= room) return text;
  while (text !== '' && context.measureText(`${text}…`).width > room) text = text.slice(0, -1);
  return `${text}…`;
}

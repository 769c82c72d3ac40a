import { FONT_SIZE, LINE_HEIGHT, PADDING_X, PADDING_Y } from '../../server/src/base/graph-label';
import { curveOf, type Curve } from '../../server/src/base/graph-layout';
import type { Scene, SceneEdge } from '../../server/src/base/graph-scene';
import { QUIET } from '../../server/src/base/graph-svg';
import type { PageColours } from './graph-colours';
import type { Size, View } from './graph-view';

/** Below this, labels could not be read and are left out. */
const MIN_LABEL_SCALE = 0.3;
const ARROW = 5;

/** How a scene is drawn at the moment. */
export interface Drawing {
  readonly view: View;
  readonly canvas: Size;
  readonly colours: PageColours;
  /** A node of the scene. */
  readonly selected: number | undefined;
  /** Nodes of the scene that a search has found. */
  readonly found: ReadonlySet<number>;
}

interface VisiblePart extends Drawing {
  readonly box: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
}

/** Draws what is in view. What lies outside costs a comparison. */
export function draw(context: CanvasRenderingContext2D, scene: Scene, drawing: Drawing): void {
  const { view, canvas, colours } = drawing;
  const { x, y, scale } = view;
  context.fillStyle = colours.background;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.save();
  context.scale(scale, scale);
  context.translate(-x, -y);
  const box = { left: x, top: y, right: x + canvas.width / scale, bottom: y + canvas.height / scale };
  drawEdges(context, scene, { ...drawing, box });
  drawNodes(context, scene, { ...drawing, box });
  context.restore();
}

/** One path for each way of drawing an edge: thousands of paths would take ten times as long. */
function drawEdges(context: CanvasRenderingContext2D, scene: Scene, part: VisiblePart): void {
  const { box, colours, selected, view } = part;
  const line = 1 / Math.min(1, view.scale);
  const rest = selected === undefined ? 1 : 0.5;
  const isJoined = ({ from, to }: SceneEdge): boolean => from === selected || to === selected;
  const ways: readonly { has: (edge: SceneEdge) => boolean; colour: string; alpha: number; width: number }[] = [
    { has: isJoined, colour: colours.selected, alpha: 1, width: 2 * line },
    { has: ({ isCycle }) => isCycle, colour: colours.cycle, alpha: 1, width: line },
    { has: ({ isPossible }) => isPossible, colour: colours.edge, alpha: QUIET * rest, width: line },
    { has: () => true, colour: colours.edge, alpha: rest, width: line },
  ];
  const paths = ways.map(way => ({ ...way, curves: new Path2D(), arrows: new Path2D() }));
  for (const edge of scene.edges) {
    const curve = curveOf(scene.layout, edge);
    const { start, end, bends } = curve;
    if (Math.max(start.x, end.x, ...bends) < box.left || Math.min(start.x, end.x) > box.right) continue;
    if (Math.max(start.y, end.y) < box.top || Math.min(start.y, end.y) > box.bottom) continue;
    const path = paths.find(({ has }) => has(edge));
    if (path === undefined) continue;
    path.curves.moveTo(start.x, start.y);
    if (view.scale < MIN_LABEL_SCALE) path.curves.lineTo(end.x, end.y);
    else {
      path.curves.bezierCurveTo(bends[0], start.y, bends[1], end.y, end.x, end.y);
      addArrow(path.arrows, curve);
    }
  }
  // What matters most comes last, on top.
  for (const { curves, arrows, colour, alpha, width } of paths.toReversed()) {
    [context.globalAlpha, context.lineWidth] = [alpha, width];
    context.strokeStyle = context.fillStyle = colour;
    context.stroke(curves);
    context.fill(arrows);
  }
  context.globalAlpha = 1;
}

/** At the end that needs the other. */
function addArrow(arrows: Path2D, { end, bends }: Curve): void {
  const back = bends[1] < end.x ? -ARROW * 1.5 : ARROW * 1.5;
  arrows.moveTo(end.x, end.y);
  arrows.lineTo(end.x + back, end.y - ARROW * 0.7);
  arrows.lineTo(end.x + back, end.y + ARROW * 0.7);
}

function drawNodes(context: CanvasRenderingContext2D, scene: Scene, part: VisiblePart): void {
  const { box, colours, selected, found, view } = part;
  const { x, y, boxes } = scene.layout;
  const hasLabels = view.scale >= MIN_LABEL_SCALE;
  context.font = `${FONT_SIZE}px ${colours.font}`;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  scene.nodes.forEach(({ lines, isConflict, isCycle }, i) => {
    const [left, top] = [x[i]!, y[i]!];
    const { width, height } = boxes[i] ?? { width: 0, height: 0 };
    if (left + width < box.left || left > box.right || top + height < box.top || top > box.bottom) return;
    const isMarked = i === selected || found.has(i);
    context.fillStyle = colours.node;
    context.strokeStyle = isMarked
      ? colours.selected
      : isCycle
        ? colours.cycle
        : isConflict
          ? colours.conflict
          : colours.border;
    context.lineWidth = (i === selected ? 3 : isMarked || isCycle || isConflict ? 2 : 1) / Math.min(1, view.scale);
    context.setLineDash(isConflict ? [5, 3] : []);
    context.beginPath();
    context.roundRect(left, top, width, height, 4);
    context.fill();
    context.stroke();
    if (!hasLabels) return;
    context.fillStyle = colours.text;
    lines.forEach((line, at) => {
      context.fillText(line, left + PADDING_X, top + PADDING_Y + (at + 0.5) * LINE_HEIGHT);
    });
  });
  context.setLineDash([]);
}

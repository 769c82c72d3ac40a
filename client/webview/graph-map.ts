import type { Layout } from '../../server/src/base/graph-layout';
import type { PageColours } from './graph-colours';
import type { Size, View } from './graph-view';

/** Of the whole graph, in pixels of the page; and no more than this part of the canvas that it lies on. */
const LARGEST: Size = { width: 180, height: 120 };
const PART = 0.3;

/** How large the map of a layout is drawn on a canvas, and how many pixels a unit of the layout has there. */
export function mapSize({ width, height }: Layout, canvas: Size): Size & { readonly scale: number } {
  const scale = Math.min(
    Math.min(LARGEST.width, canvas.width * PART) / width,
    Math.min(LARGEST.height, canvas.height * PART) / height,
  );
  return { scale, width: Math.max(24, width * scale), height: Math.max(16, height * scale) };
}

/** Draws every node as a speck, the selected one in its colour, and the part that is in view as a frame. */
export function drawMap(
  context: CanvasRenderingContext2D,
  { x, y, boxes }: Layout,
  { view, canvas, map, colours, selected }: MapDrawing,
): void {
  context.fillStyle = colours.background;
  context.fillRect(0, 0, map.width, map.height);
  context.globalAlpha = 0.6;
  context.fillStyle = colours.edge;
  boxes.forEach(({ width, height }, i) => {
    context.fillRect(
      x[i]! * map.scale,
      y[i]! * map.scale,
      Math.max(1, width * map.scale),
      Math.max(1, height * map.scale),
    );
  });
  context.globalAlpha = 1;
  if (selected !== undefined) {
    const { width, height } = boxes[selected] ?? { width: 0, height: 0 };
    context.fillStyle = colours.selected;
    context.fillRect(
      x[selected]! * map.scale,
      y[selected]! * map.scale,
      Math.max(4, width * map.scale),
      Math.max(4, height * map.scale),
    );
  }
  context.strokeStyle = colours.selected;
  context.lineWidth = 1.5;
  context.strokeRect(
    view.x * map.scale,
    view.y * map.scale,
    (canvas.width / view.scale) * map.scale,
    (canvas.height / view.scale) * map.scale,
  );
}

interface MapDrawing {
  readonly view: View;
  readonly canvas: Size;
  readonly map: ReturnType<typeof mapSize>;
  readonly colours: PageColours;
  readonly selected: number | undefined;
}

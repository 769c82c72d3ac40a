import type { Layout } from '../../server/src/base/graph-layout';

/** Which part of a layout a canvas shows: `x`, `y` of the layout are its top left corner. */
export interface View {
  readonly x: number;
  readonly y: number;
  /** Pixels for a unit of the layout. */
  readonly scale: number;
}

/** Of a canvas, in pixels of the page. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const SMALLEST = 0.02;
const LARGEST = 3;
/** Labels smaller than this are an effort to read. */
const LEGIBLE = 0.85;

/** Everything, but nothing larger than life. */
export function viewOfAll({ width, height }: Layout, canvas: Size): View {
  return around({ left: 0, top: 0, right: width, bottom: height }, fittingScale({ width, height }, canvas), canvas);
}

/**
 * What a person sees first: everything, if that can be read; else a node with those beside it, as large as can be read.
 * @param nodes of the layout; the first is the one in question, and is in view whatever becomes of the others
 */
export function openingView(layout: Layout, canvas: Size, nodes: readonly number[]): View {
  const all = viewOfAll(layout, canvas);
  const [first] = nodes;
  if (all.scale >= LEGIBLE || first === undefined) return all;
  const near = areaOf(layout, nodes);
  const own = areaOf(layout, [first]);
  const size = { width: near.right - near.left + 40, height: near.bottom - near.top + 40 };
  const scale = Math.max(LEGIBLE, fittingScale(size, canvas));
  const isAllInView = size.width * scale <= canvas.width && size.height * scale <= canvas.height;
  return withinLayout(around(isAllInView ? near : own, scale, canvas), layout, canvas);
}

/** The view with a node in its middle, large enough to be read. */
export function centredOn(node: number, view: View, layout: Layout, canvas: Size): View {
  return around(areaOf(layout, [node]), Math.max(view.scale, LEGIBLE), canvas);
}

/** `x` and `y` are pixels of the canvas that stay where they are. */
export function zoomed(view: View, factor: number, x: number, y: number): View {
  const scale = bounded(view.scale * factor);
  return { scale, x: view.x + x / view.scale - x / scale, y: view.y + y / view.scale - y / scale };
}

/** Whether nothing of a layout lies outside of the view. */
export function showsAll({ x, y, scale }: View, { width, height }: Layout, canvas: Size): boolean {
  return x <= 0 && y <= 0 && x + canvas.width / scale >= width && y + canvas.height / scale >= height;
}

function fittingScale({ width, height }: Size, canvas: Size): number {
  return bounded(Math.min(canvas.width / width, canvas.height / height, 1));
}

function bounded(scale: number): number {
  return Math.min(LARGEST, Math.max(SMALLEST, scale));
}

function around({ left, top, right, bottom }: Area, scale: number, canvas: Size): View {
  return {
    scale,
    x: (left + right) / 2 - canvas.width / scale / 2,
    y: (top + bottom) / 2 - canvas.height / scale / 2,
  };
}

/** Shows no more of the void around a layout than has to be. */
function withinLayout({ x, y, scale }: View, { width, height }: Layout, canvas: Size): View {
  const within = (at: number, seen: number, whole: number): number =>
    seen >= whole ? (whole - seen) / 2 : Math.min(Math.max(at, 0), whole - seen);
  return { scale, x: within(x, canvas.width / scale, width), y: within(y, canvas.height / scale, height) };
}

function areaOf({ x, y, boxes }: Layout, nodes: readonly number[]): Area {
  const areas = nodes.map(node => {
    const { width, height } = boxes[node] ?? { width: 0, height: 0 };
    return { left: x[node]!, top: y[node]!, right: x[node]! + width, bottom: y[node]! + height };
  });
  return {
    left: Math.min(...areas.map(({ left }) => left)),
    top: Math.min(...areas.map(({ top }) => top)),
    right: Math.max(...areas.map(({ right }) => right)),
    bottom: Math.max(...areas.map(({ bottom }) => bottom)),
  };
}

import { defined } from './defined';
import type { NodeBox } from './graph-label';
import { columnNumbers, neighboursOf, orderOf, partsOf, type Edge, type Neighbours } from './graph-order';

const COLUMN_GAP = 64;
const LANE_GAP = 28;
const ROW_GAP = 12;
const PART_GAP = 36;
const MARGIN = 20;
const SWEEPS = 8;
/** How many rows a column may have before it is broken into lanes: all are tried, and what fills the canvas best is taken. */
const ROW_LIMITS = [6, 9, 14, 22, 34, 60];
/** Beyond this many nodes, one is taken that suits the number of nodes. */
const MOST_TRIED = 1500;
const MOST_STRETCHED = 2.5;
/** A picture that is no higher can be seen from top to bottom in most windows. */
const COMFORTABLE_HEIGHT = 700;
/** A picture is laid out for a canvas like this unless somebody knows better: width by height. */
export const USUAL_ASPECT = 1.6;

/** The top left corner of each node, and its box. */
export interface Layout {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly boxes: readonly NodeBox[];
  readonly width: number;
  readonly height: number;
}

/** Nodes that are placed among themselves: those of one part, the first at 0, 0 or beyond. */
interface Piece {
  readonly nodes: readonly number[];
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly width: number;
  readonly height: number;
}

/**
 * Places nodes in columns: each to the right of everything that it depends on, but for the few edges that close a circle. Within
 * a column, each stands as near as possible to those that it is joined with. Parts that nothing joins are laid out by themselves
 * and put side by side, so that a canvas of the given aspect is filled. Takes some milliseconds for a thousand nodes: libraries
 * for layered graphs take many seconds (docs/dependencies.md).
 */
export function layOut(boxes: readonly NodeBox[], edges: readonly Edge[], aspect = USUAL_ASPECT): Layout {
  const joined = neighboursOf(edges);
  const numbers = columnNumbers(orderOf(boxes.length, edges), joined);
  const parts = partsOf(boxes.length, joined).map(nodes => {
    const columns = columnsOf(nodes, numbers);
    arrange(columns, boxes, joined);
    return columns;
  });
  const limits = boxes.length > MOST_TRIED ? [Math.max(12, Math.ceil(Math.sqrt(boxes.length) * 1.2))] : ROW_LIMITS;
  const tried = limits.map(limit =>
    packed(
      parts.map(columns => pieceOf(columns, limit, boxes, joined)),
      boxes,
      aspect,
    ),
  );
  const best = tried.reduce((best, each) => (scaleOf(each, aspect) > scaleOf(best, aspect) * 1.02 ? each : best));
  return stretched(best, aspect);
}

/** Rows of a picture that is wider than its canvas stand further apart, which leaves room between the edges. */
function stretched(layout: Layout, aspect: number): Layout {
  const { y, width, height } = layout;
  const factor = Math.min(MOST_STRETCHED, width / aspect / height, COMFORTABLE_HEIGHT / height);
  if (factor <= 1) return layout;
  return { ...layout, y: y.map(each => MARGIN + (each - MARGIN) * factor), height: height * factor };
}

/** How large a picture is drawn that fits a canvas of the given aspect and height 1. */
function scaleOf({ width, height }: { readonly width: number; readonly height: number }, aspect: number): number {
  return Math.min(aspect / width, 1 / height);
}

function columnsOf(nodes: readonly number[], numbers: Int32Array): number[][] {
  const columns: number[][] = [];
  for (const node of nodes) (columns[numbers[node]!] ??= []).push(node);
  // A part has no node in columns that only others have.
  return columns.filter(column => column.length > 0);
}

/** Sorts each column by where those stand that its nodes are joined with, a few times there and back. */
function arrange(columns: number[][], boxes: readonly NodeBox[], joined: ReturnType<typeof neighboursOf>): void {
  const middle = new Map<number, number>();
  for (const column of columns) stack(column, boxes, () => undefined, middle);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const isForth = sweep % 2 === 0;
    const others = isForth ? joined.needs : joined.users;
    for (const column of isForth ? columns : columns.toReversed()) {
      const wishes = new Map(column.map(node => [node, meanOf(others(node), middle) ?? middle.get(node) ?? 0]));
      column.sort((a, b) => (wishes.get(a) ?? 0) - (wishes.get(b) ?? 0) || a - b);
      stack(column, boxes, node => wishes.get(node), middle);
    }
  }
}

function meanOf(nodes: readonly number[], middle: ReadonlyMap<number, number>): number | undefined {
  if (nodes.length === 0) return undefined;
  return nodes.reduce((sum, node) => sum + (middle.get(node) ?? 0), 0) / nodes.length;
}

/**
 * Gives each node of a column its middle: as near as possible to what it wishes, in the order of the column and without
 * overlaps. Nodes that press against each other form a block, which stands at the mean of their wishes.
 */
function stack(
  column: readonly number[],
  boxes: readonly NodeBox[],
  wishOf: (node: number) => number | undefined,
  middle: Map<number, number>,
): void {
  const blocks: { sum: number; count: number }[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const node of column) {
    const { height } = boxAt(boxes, node);
    const own = offset + height / 2;
    offsets.push(own);
    offset += height + ROW_GAP;
    let block = { sum: (wishOf(node) ?? own) - own, count: 1 };
    for (let last = blocks.at(-1); last && last.sum / last.count > block.sum / block.count; last = blocks.at(-1)) {
      block = { sum: block.sum + last.sum, count: block.count + last.count };
      blocks.pop();
    }
    blocks.push(block);
  }
  let i = 0;
  for (const { sum, count } of blocks)
    for (const end = i + count; i < end; i++)
      middle.set(defined(column[i], 'a node of the column'), sum / count + defined(offsets[i], 'the place of a node'));
}

/** The columns of a part with at most so many rows: one with more is broken into lanes, in turn. */
function pieceOf(
  columns: readonly (readonly number[])[],
  limit: number,
  boxes: readonly NodeBox[],
  joined: ReturnType<typeof neighboursOf>,
): Piece {
  const ranks = columns.map(column => {
    const count = Math.ceil(column.length / limit);
    return Array.from({ length: count }, (_, lane) => column.filter((_, i) => i % count === lane));
  });
  const middle = settled(ranks.flat(), boxes, joined);
  const nodes = columns.flat();
  const top = Math.min(...nodes.map(node => (middle.get(node) ?? 0) - boxAt(boxes, node).height / 2));
  const place = new Map(nodes.map((node, i) => [node, i]));
  const x = new Float64Array(nodes.length);
  let left = 0;
  for (const lanes of ranks) {
    for (const lane of lanes) {
      for (const node of lane) x[defined(place.get(node), 'the place of a node')] = left;
      left += Math.max(...lane.map(node => boxAt(boxes, node).width)) + LANE_GAP;
    }
    left += COLUMN_GAP - LANE_GAP;
  }
  const y = Float64Array.from(nodes, node => (middle.get(node) ?? 0) - boxAt(boxes, node).height / 2 - top);
  const height = Math.max(...nodes.map((node, i) => y[i]! + boxAt(boxes, node).height));
  return { nodes, x, y, width: left - COLUMN_GAP, height };
}

/** Where nodes come to stand when each is drawn to those that it is joined with, on both sides. */
function settled(
  lanes: readonly (readonly number[])[],
  boxes: readonly NodeBox[],
  { needs, users }: ReturnType<typeof neighboursOf>,
): Map<number, number> {
  const middle = new Map<number, number>();
  for (const lane of lanes) {
    const height = lane.reduce((sum, node) => sum + boxAt(boxes, node).height + ROW_GAP, -ROW_GAP);
    stack(lane, boxes, () => undefined, middle);
    for (const node of lane) middle.set(node, (middle.get(node) ?? 0) - height / 2);
  }
  const both: Neighbours = node => [...needs(node), ...users(node)];
  for (let sweep = 0; sweep < SWEEPS; sweep++)
    for (const lane of sweep % 2 === 0 ? lanes : lanes.toReversed()) {
      const wishes = new Map(lane.map(node => [node, meanOf(both(node), middle) ?? middle.get(node)]));
      stack(lane, boxes, node => wishes.get(node), middle);
    }
  return middle;
}

/** Puts pieces on shelves, and small ones below each other; the shelves are as wide as suits the canvas best. */
function packed(pieces: readonly Piece[], boxes: readonly NodeBox[], aspect: number): Layout {
  const sorted = pieces.toSorted((a, b) => b.height - a.height || b.width - a.width);
  const widest = Math.max(0, ...sorted.map(({ width }) => width));
  const area = sorted.reduce((sum, { width, height }) => sum + (width + PART_GAP) * (height + PART_GAP), 0);
  const widths = [1, 0.8, 1.25, 1.6, 2.2].map(factor => Math.max(widest, Math.sqrt(area * aspect) * factor));
  const best = widths
    .map(width => shelved(sorted, width))
    .reduce((a, b) => (scaleOf(b, aspect) > scaleOf(a, aspect) ? b : a));
  const [x, y] = [new Float64Array(boxes.length), new Float64Array(boxes.length)];
  sorted.forEach((piece, i) => {
    const { left, top } = defined(best.corners[i], 'the corner of a piece');
    piece.nodes.forEach((node, at) => {
      x[node] = MARGIN + left + piece.x[at]!;
      y[node] = MARGIN + top + piece.y[at]!;
    });
  });
  return { x, y, boxes, width: best.width + 2 * MARGIN, height: best.height + 2 * MARGIN };
}

interface Shelved {
  readonly corners: readonly { readonly left: number; readonly top: number }[];
  readonly width: number;
  readonly height: number;
}

function shelved(pieces: readonly Piece[], most: number): Shelved {
  const corners: { left: number; top: number }[] = [];
  let [top, shelf, end, width] = [0, 0, 0, 0];
  let stacks: { readonly left: number; readonly width: number; bottom: number }[] = [];
  for (const piece of pieces) {
    const below = stacks.find(each => piece.width <= each.width && each.bottom + PART_GAP + piece.height <= shelf);
    if (below !== undefined) {
      corners.push({ left: below.left, top: top + below.bottom + PART_GAP });
      below.bottom += PART_GAP + piece.height;
      continue;
    }
    if (stacks.length > 0 && end + piece.width > most) {
      top += shelf + PART_GAP;
      [shelf, end, stacks] = [0, 0, []];
    }
    corners.push({ left: end, top });
    stacks.push({ left: end, width: piece.width, bottom: piece.height });
    shelf = Math.max(shelf, piece.height);
    width = Math.max(width, end + piece.width);
    end += piece.width + PART_GAP;
  }
  return { corners, width, height: top + shelf };
}

function boxAt(boxes: readonly NodeBox[], node: number): NodeBox {
  return defined(boxes[node], 'the box of a node');
}

/** From the right side of what is needed to the left side of what needs it; where that stands further left, around on the right. */
export function curveOf({ x, y, boxes }: Layout, { from, to }: Edge): Curve {
  const [needed, user] = [boxAt(boxes, to), boxAt(boxes, from)];
  const start = { x: x[to]! + needed.width, y: y[to]! + needed.height / 2 };
  const isBeside = x[from]! > start.x;
  const end = { x: isBeside ? x[from]! : x[from]! + user.width, y: y[from]! + user.height / 2 };
  // What is joined with itself has a loop.
  if (from === to) [start.y, end.y] = [start.y - needed.height / 4, end.y + needed.height / 4];
  const bend = isBeside ? Math.max(20, (end.x - start.x) / 2) : 40;
  return { start, end, bends: [start.x + bend, isBeside ? end.x - bend : end.x + bend] };
}

/** A cubic Bézier curve that an edge is drawn as, in the units and the origin of the layout. */
export interface Curve {
  readonly start: { readonly x: number; readonly y: number };
  readonly end: { readonly x: number; readonly y: number };
  /** Where its two control points are, at the heights of start and end. */
  readonly bends: readonly [number, number];
}

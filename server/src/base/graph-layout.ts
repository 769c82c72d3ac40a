import { pushTo } from './collections';

/** Sizes in the units of the layout, which are pixels at scale 1. */
export const NODE_WIDTH = 170;
export const NODE_HEIGHT = 26;
const COLUMN_GAP = 60;
const LANE_GAP = 30;
const ROW_GAP = 12;
const MARGIN = 20;
const SWEEPS = 4;

export interface Edge {
  /** Depends on … */
  readonly from: number;
  /** … this. */
  readonly to: number;
}

/** The top left corner of each node. */
export interface Layout {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly width: number;
  readonly height: number;
}

/**
 * Places nodes in columns: each to the right of everything that it depends on; nodes of one cycle share a column. Within
 * a column, each stands near those that it is joined with (the mean of their places, a few times there and back). A column
 * that would be too high is broken into lanes. Takes about as long as sorting: libraries for layered graphs take
 * a minute for 1,500 nodes.
 * @param cycles the number of the cycle that each node is in
 */
export function layOut(cycles: readonly (number | undefined)[], edges: readonly Edge[]): Layout {
  const count = cycles.length;
  const ranks = ranksOf(cycles, edges);
  const columns = columnsOf(ranks);
  const needs = neighbours(edges, ({ from, to }) => [from, to]);
  const needed = neighbours(edges, ({ from, to }) => [to, from]);
  const order = new Float64Array(count);
  for (const column of columns) number(column, order);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const forth = sweep % 2 === 0;
    for (const column of forth ? columns : columns.toReversed()) arrange(column, forth ? needs : needed, order);
  }
  return placed(columns, count);
}

/** The longest way from anything that depends on nothing. Cycles count as one node. */
function ranksOf(cycles: readonly (number | undefined)[], edges: readonly Edge[]): Int32Array {
  const count = cycles.length;
  const firstOf = new Map<number, number>();
  const group = Int32Array.from(cycles, (cycle, node) => {
    if (cycle === undefined) return node;
    const first = firstOf.get(cycle) ?? node;
    firstOf.set(cycle, first);
    return first;
  });
  const outer = edges
    .map(({ from, to }) => ({ from: group[from]!, to: group[to]! }))
    .filter(({ from, to }) => from !== to);
  const usersOf = neighbours(outer, ({ from, to }) => [to, from]);
  const open = new Int32Array(count);
  for (const { from } of outer) open[from]!++;
  const ranks = new Int32Array(count);
  const ready = [...group.keys()].filter(node => group[node] === node && open[node] === 0);
  for (const node of ready) {
    for (const user of usersOf(node)) {
      ranks[user] = Math.max(ranks[user]!, ranks[node]! + 1);
      open[user]!--;
      if (open[user] === 0) ready.push(user);
    }
  }
  return ranks.map((_, node) => ranks[group[node]!]!);
}

function columnsOf(ranks: Int32Array): number[][] {
  const columns: number[][] = [];
  ranks.forEach((rank, node) => (columns[rank] ??= []).push(node));
  return columns;
}

type Neighbours = (node: number) => readonly number[];

function neighbours(edges: readonly Edge[], ends: (edge: Edge) => [number, number]): Neighbours {
  const lists = new Map<number, number[]>();
  for (const edge of edges) pushTo(lists, ...ends(edge));
  return node => lists.get(node) ?? [];
}

/** Where a node is in its column, from 0 to 1. */
function number(column: readonly number[], order: Float64Array): void {
  column.forEach((node, i) => (order[node] = (i + 0.5) / column.length));
}

function arrange(column: number[], neighboursOf: Neighbours, order: Float64Array): void {
  const wishes = column.map(node => {
    const others = neighboursOf(node);
    const sum = others.reduce((total, other) => total + order[other]!, 0);
    return { node, place: others.length === 0 ? order[node]! : sum / others.length };
  });
  wishes.sort((a, b) => a.place - b.place || a.node - b.node);
  wishes.forEach(({ node }, i) => (column[i] = node));
  number(column, order);
}

function placed(columns: readonly (readonly number[])[], count: number): Layout {
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  const mostRows = Math.max(12, Math.ceil(Math.sqrt(count) * 1.2));
  const rowHeight = NODE_HEIGHT + ROW_GAP;
  const highest = Math.min(mostRows, Math.max(0, ...columns.map(column => column.length)));
  const height = highest * rowHeight;
  let left = MARGIN;
  for (const column of columns) {
    const lanes = Math.max(1, Math.ceil(column.length / mostRows));
    const rows = Math.ceil(column.length / lanes);
    column.forEach((node, i) => {
      x[node] = left + Math.floor(i / rows) * (NODE_WIDTH + LANE_GAP);
      y[node] = MARGIN + (height - rows * rowHeight) / 2 + (i % rows) * rowHeight;
    });
    left += lanes * (NODE_WIDTH + LANE_GAP) - LANE_GAP + COLUMN_GAP;
  }
  return { x, y, width: Math.max(MARGIN, left - COLUMN_GAP) + MARGIN, height: height + 2 * MARGIN };
}

/** From the right side of what is needed to the left side of what needs it; within a column, around on the right. */
export function curveOf({ x, y }: Layout, { from, to }: Edge): Curve {
  const start = { x: x[to]! + NODE_WIDTH, y: y[to]! + NODE_HEIGHT / 2 };
  const isBeside = x[from]! > x[to]!;
  const end = { x: isBeside ? x[from]! : x[from]! + NODE_WIDTH, y: y[from]! + NODE_HEIGHT / 2 };
  const bend = isBeside ? Math.max(20, (end.x - start.x) / 2) : 40;
  return { start, end, bends: [start.x + bend, isBeside ? end.x - bend : end.x + bend] };
}

export interface Curve {
  readonly start: { readonly x: number; readonly y: number };
  readonly end: { readonly x: number; readonly y: number };
  /** Where its two control points are, at the heights of start and end. */
  readonly bends: readonly [number, number];
}

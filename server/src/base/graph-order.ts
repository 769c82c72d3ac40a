import { pushTo } from './collections';
import { cyclesOf } from './cycles';
import { defined } from './defined';

/** A dependency between two nodes, which are told by their numbers, counted from 0. */
export interface Edge {
  /** Depends on … */
  readonly from: number;
  /** … this. */
  readonly to: number;
}

/** The nodes at the other ends of a node's edges. */
export type Neighbours = (node: number) => readonly number[];

/** What each node needs, and what needs it. An edge from a node to itself makes no neighbour. */
export function neighboursOf(edges: readonly Edge[]): { readonly needs: Neighbours; readonly users: Neighbours } {
  const [needs, users] = [new Map<number, number[]>(), new Map<number, number[]>()];
  for (const { from, to } of edges) {
    if (from === to) continue;
    pushTo(needs, from, to);
    pushTo(users, to, from);
  }
  return { needs: node => needs.get(node) ?? [], users: node => users.get(node) ?? [] };
}

/** The parts of a graph that no edge joins, each as its nodes in ascending order; those with most nodes come first. */
export function partsOf(count: number, { needs, users }: ReturnType<typeof neighboursOf>): number[][] {
  const seen = new Uint8Array(count);
  const parts: number[][] = [];
  for (let start = 0; start < count; start++) {
    if (seen[start] === 1) continue;
    seen[start] = 1;
    const part = [start];
    for (const node of part)
      for (const other of [...needs(node), ...users(node)]) {
        if (seen[other] === 1) continue;
        seen[other] = 1;
        part.push(other);
      }
    parts.push(part.sort((a, b) => a - b));
  }
  return parts.sort((a, b) => b.length - a.length);
}

/**
 * An order of all nodes in which each stands after everything that it needs. Where nodes need each other in a circle, few
 * edges lead back.
 */
export function orderOf(count: number, edges: readonly Edge[]): number[] {
  const { needs } = neighboursOf(edges);
  const cycles = cyclesOf(Array.from({ length: count }, (_, node) => needs(node)));
  const groups = new Map<number, number[]>();
  const groupOf = (node: number): number => cycles[node] ?? -node - 1;
  for (let node = 0; node < count; node++) pushTo(groups, groupOf(node), node);
  const outer = edges
    .map(({ from, to }) => ({ from: groupOf(from), to: groupOf(to) }))
    .filter(({ from, to }) => from !== to);
  const { users } = neighboursOf(outer);
  const open = new Map<number, number>();
  for (const { from } of outer) open.set(from, (open.get(from) ?? 0) + 1);
  const ready = [...groups.keys()].filter(group => !open.has(group));
  for (const group of ready)
    for (const user of users(group)) {
      const left = defined(open.get(user), 'what a group waits for') - 1;
      open.set(user, left);
      if (left === 0) ready.push(user);
    }
  const inner = neighboursOf(edges.filter(({ from, to }) => groupOf(from) === groupOf(to)));
  return ready.flatMap(group => unwound(groups.get(group) ?? [], inner));
}

/** In a circle of more nodes than this, the next one is not looked for. */
const MOST_COMPARED = 2000;

/**
 * Orders nodes that need each other in a circle: what needs nothing of the rest goes to the front, what nothing of the rest
 * needs goes to the end; where neither is left, that which is needed most and needs least goes to the front (Eades, Lin and
 * Smyth 1993).
 */
function unwound(members: readonly number[], { needs, users }: ReturnType<typeof neighboursOf>): number[] {
  if (members.length === 1) return [...members];
  const needing = new Map(members.map(node => [node, needs(node).length]));
  const needed = new Map(members.map(node => [node, users(node).length]));
  const rest = new Set(members);
  const [front, end]: [number[], number[]] = [[], []];
  const free: { readonly node: number; readonly to: number[] }[] = [];
  const take = (node: number, to: number[]): void => {
    if (!rest.delete(node)) return;
    to.push(node);
    lower(needing, users(node), front);
    lower(needed, needs(node), end);
  };
  const lower = (counts: Map<number, number>, nodes: readonly number[], to: number[]): void => {
    for (const node of nodes) {
      const left = defined(counts.get(node), 'the count of a node') - 1;
      counts.set(node, left);
      if (left === 0) free.push({ node, to });
    }
  };
  const gain = (node: number): number => (needed.get(node) ?? 0) - (needing.get(node) ?? 0);
  while (rest.size > 0) {
    const next = free.pop();
    if (next !== undefined) take(next.node, next.to);
    else take(members.length > MOST_COMPARED ? firstOf(rest) : best(rest, gain), front);
  }
  return [...front, ...end.reverse()];
}

function firstOf(nodes: ReadonlySet<number>): number {
  for (const node of nodes) return node;
  return -1;
}

function best(nodes: ReadonlySet<number>, gain: (node: number) => number): number {
  let found = firstOf(nodes);
  for (const node of nodes) if (gain(node) > gain(found)) found = node;
  return found;
}

/**
 * The column of each node, counted from the left: one to the right of everything that it needs, but as near as possible to
 * what needs it if more do than it needs itself. Edges that lead back in the order do not count.
 */
export function columnNumbers(order: readonly number[], { needs, users }: ReturnType<typeof neighboursOf>): Int32Array {
  const place = new Int32Array(order.length);
  order.forEach((node, i) => (place[node] = i));
  const columns = new Int32Array(order.length);
  for (const node of order)
    for (const need of needs(node))
      if (place[need]! < place[node]!) columns[node] = Math.max(columns[node]!, columns[need]! + 1);
  for (const node of order.toReversed()) {
    const own = users(node).filter(user => place[user]! > place[node]!);
    if (own.length <= needs(node).length) continue;
    columns[node] = own.reduce((least, user) => Math.min(least, columns[user]!), Infinity) - 1;
  }
  return columns;
}

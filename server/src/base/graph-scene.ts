import { pushTo } from './collections';
import { boxOf, linesOf, type Measure } from './graph-label';
import { layOut, type Layout } from './graph-layout';
import type { Edge } from './graph-order';

/** A graph to be drawn. `from` and `to` are indices into the nodes: `from` depends on `to`. */
export interface Drawable {
  readonly nodes: readonly {
    readonly kind: string;
    readonly name: string;
    readonly owners: readonly string[];
    readonly isConflict: boolean;
    /** Whether only running the code decides if there is such a thing. */
    readonly isUndecided: boolean;
    /** A number that the nodes of one circle of dependencies share. */
    readonly cycle?: number | undefined;
  }[];
  readonly edges: readonly (Edge & { readonly isPossible: boolean })[];
}

/** The part of a graph that is on show, with its layout. Edges and layout number the nodes by their place in `nodes`. */
export interface Scene {
  readonly nodes: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
  readonly layout: Layout;
}

/** A node that is on show. */
export interface SceneNode {
  /** Which of the graph's nodes it is. */
  readonly index: number;
  readonly label: string;
  /** The label as it is drawn, with signs for what colours say, for those who do not see them. */
  readonly lines: readonly string[];
  readonly isConflict: boolean;
  readonly isCycle: boolean;
}

/** An edge that is on show. `from` and `to` number the nodes of the scene, not those of the whole graph. */
export interface SceneEdge extends Edge {
  /** Whether it is one of those that close a circle in which each needs the next. */
  readonly isCycle: boolean;
  /** Whether `from` may do without `to`. */
  readonly isPossible: boolean;
}

/** What of a graph a person wants to see. A node is shown if it meets every condition that is given. */
export interface Shown {
  /** Only what is this many steps or fewer from the selected node. */
  readonly around?: { readonly node: number; readonly steps: number };
  readonly onlyCycles?: boolean;
  readonly onlyConflicts?: boolean;
  /** Only what this owner defines. */
  readonly owner?: string | undefined;
  /** Only what is of this kind. */
  readonly kind?: string | undefined;
}

/** What a scene is drawn on: how wide its texts become, and the width of the canvas by its height. */
export interface Surface {
  readonly measure: Measure;
  readonly aspect?: number;
}

/** The part of a graph that is to be shown, laid out for a surface. */
export function sceneOf(graph: Drawable, shown: Shown, { measure, aspect }: Surface): Scene {
  const near = shown.around && neighbourhood(graph, shown.around.node, shown.around.steps);
  const nodes = [...graph.nodes.entries()].filter(([index, { kind, owners, isConflict, cycle }]) => {
    if (near !== undefined && !near.has(index)) return false;
    if (shown.owner !== undefined && !owners.includes(shown.owner)) return false;
    if (shown.kind !== undefined && kind !== shown.kind) return false;
    if (!shown.onlyCycles && !shown.onlyConflicts) return true;
    return (shown.onlyCycles === true && cycle !== undefined) || (shown.onlyConflicts === true && isConflict);
  });
  const places = new Map(nodes.map(([index, { cycle }], place) => [index, { place, cycle }]));
  const edges = graph.edges.flatMap(({ from, to, isPossible }): SceneEdge[] => {
    const [a, b] = [places.get(from), places.get(to)];
    if (a === undefined || b === undefined) return [];
    const isCycle = !isPossible && a.cycle !== undefined && a.cycle === b.cycle;
    return [{ from: a.place, to: b.place, isCycle, isPossible }];
  });
  const drawn = nodes.map(([index, { name, isConflict, isUndecided, cycle }]): SceneNode => {
    const isCycle = cycle !== undefined;
    return {
      index,
      label: name,
      lines: linesOf(signed(name, { isConflict, isCycle, isUndecided })),
      isConflict,
      isCycle,
    };
  });
  const boxes = drawn.map(({ lines }) => boxOf(lines, measure));
  return { nodes: drawn, edges, layout: layOut(boxes, edges, aspect) };
}

function signed(
  label: string,
  { isConflict, isCycle, isUndecided }: { isConflict: boolean; isCycle: boolean; isUndecided: boolean },
): string {
  return `${isCycle ? '↻ ' : ''}${isConflict ? '! ' : ''}${isUndecided ? '? ' : ''}${label}`;
}

/** The node that most edges end at, among those that the test accepts; undefined if it accepts none. */
export function mostConnected(
  { nodes, edges }: Pick<Drawable, 'nodes' | 'edges'>,
  isWanted: (node: Drawable['nodes'][number]) => boolean = () => true,
): number | undefined {
  const counts = nodes.map(() => 0);
  for (const { from, to } of edges) for (const node of [from, to]) counts[node] = (counts[node] ?? 0) + 1;
  let best: number | undefined;
  nodes.forEach((node, i) => {
    if (isWanted(node) && (best === undefined || (counts[i] ?? 0) > (counts[best] ?? 0))) best = i;
  });
  return best;
}

function neighbourhood({ edges }: Drawable, centre: number, steps: number): Set<number> {
  const neighbours = new Map<number, number[]>();
  for (const { from, to } of edges) {
    pushTo(neighbours, from, to);
    pushTo(neighbours, to, from);
  }
  const near = new Set([centre]);
  let rim = [centre];
  for (let step = 0; step < steps; step++) {
    rim = rim.flatMap(node => (neighbours.get(node) ?? []).filter(other => !near.has(other)));
    for (const node of rim) near.add(node);
  }
  return near;
}

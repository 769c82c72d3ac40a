import { pushTo } from './collections';
import { layOut, type Edge, type Layout } from './graph-layout';

/** What there is to draw. `from` and `to` are indices into the nodes: `from` depends on `to`. */
export interface Drawable {
  readonly nodes: readonly {
    readonly name: string;
    readonly isConflict: boolean;
    /** The same number for all that depend on each other in a circle. */
    readonly cycle?: number | undefined;
  }[];
  readonly edges: readonly Edge[];
}

/** The part of a graph that is on show, with its layout. Edges and layout number the nodes by their place in `nodes`. */
export interface Scene {
  readonly nodes: readonly SceneNode[];
  readonly edges: readonly (Edge & { readonly isCycle: boolean })[];
  readonly layout: Layout;
}

export interface SceneNode {
  /** Which of the graph's nodes it is. */
  readonly index: number;
  readonly label: string;
  readonly isConflict: boolean;
  readonly isCycle: boolean;
}

export interface Shown {
  /** Only what is this many steps or fewer from the selected node. */
  readonly around?: { readonly node: number; readonly steps: number };
  readonly onlyCycles: boolean;
  readonly onlyConflicts: boolean;
}

export function sceneOf(graph: Drawable, shown: Shown): Scene {
  const near = shown.around && neighbourhood(graph, shown.around.node, shown.around.steps);
  const nodes = [...graph.nodes.entries()].filter(([index, { isConflict, cycle }]) => {
    if (near !== undefined && !near.has(index)) return false;
    if (!shown.onlyCycles && !shown.onlyConflicts) return true;
    return (shown.onlyCycles && cycle !== undefined) || (shown.onlyConflicts && isConflict);
  });
  const places = new Map(nodes.map(([index, { cycle }], place) => [index, { place, cycle }]));
  const edges = graph.edges.flatMap(({ from, to }) => {
    const [a, b] = [places.get(from), places.get(to)];
    if (a === undefined || b === undefined) return [];
    return [{ from: a.place, to: b.place, isCycle: a.cycle !== undefined && a.cycle === b.cycle }];
  });
  return {
    nodes: nodes.map(([index, { name, isConflict, cycle }]) => ({
      index,
      label: name,
      isConflict,
      isCycle: cycle !== undefined,
    })),
    edges,
    layout: layOut(
      nodes.map(([, { cycle }]) => cycle),
      edges,
    ),
  };
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

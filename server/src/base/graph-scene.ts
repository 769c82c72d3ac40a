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

/** The part of a graph that is on show, with its layout. Nodes go by their place in `nodes`. */
export interface Scene {
  /** Indices into the nodes of the graph. */
  readonly nodes: readonly number[];
  readonly edges: readonly (Edge & { readonly isCycle: boolean })[];
  readonly labels: readonly string[];
  readonly marks: readonly Mark[];
  readonly layout: Layout;
}

export interface Mark {
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
  const nodes = [...graph.nodes.keys()].filter(index => {
    const { isConflict, cycle } = graph.nodes[index]!;
    if (near !== undefined && !near.has(index)) return false;
    if (!shown.onlyCycles && !shown.onlyConflicts) return true;
    return (shown.onlyCycles && cycle !== undefined) || (shown.onlyConflicts && isConflict);
  });
  const place = new Map(nodes.map((index, i) => [index, i]));
  const edges = graph.edges.flatMap(({ from, to }) => {
    const [a, b] = [place.get(from), place.get(to)];
    if (a === undefined || b === undefined) return [];
    const { cycle } = graph.nodes[from]!;
    return [{ from: a, to: b, isCycle: cycle !== undefined && cycle === graph.nodes[to]!.cycle }];
  });
  const own = nodes.map(index => graph.nodes[index]!);
  return {
    nodes,
    edges,
    labels: own.map(({ name }) => name),
    marks: own.map(({ isConflict, cycle }) => ({ isConflict, isCycle: cycle !== undefined })),
    layout: layOut(
      own.map(({ cycle }) => cycle),
      edges,
    ),
  };
}

function neighbourhood({ nodes, edges }: Drawable, centre: number, steps: number): Set<number> {
  const joined = nodes.map((): number[] => []);
  for (const { from, to } of edges) {
    joined[from]!.push(to);
    joined[to]!.push(from);
  }
  const near = new Set([centre]);
  let rim = [centre];
  for (let step = 0; step < steps; step++) {
    rim = rim.flatMap(node => joined[node]!.filter(other => !near.has(other)));
    for (const node of rim) near.add(node);
  }
  return near;
}

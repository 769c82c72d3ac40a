import type { CancellationToken } from 'vscode-languageserver';
import { escapeInvisible } from '../../base/message-text';
import { counted } from '../../features/overviews/counted';
import { dashboard, type Dashboard as Found } from '../../features/overviews/dashboard';
import { graph, nodeOfInterest, type Origin } from '../../features/overviews/graph';
import type {
  Counted,
  CountedParams,
  Dashboard,
  DashboardRoot,
  Graph,
  GraphEdge,
  GraphNode,
  GraphParams,
} from '../../protocol';
import { PlacesTable } from './places';
import type { Root } from '../session/root';
import type { Session } from '../session/session';

/** What depends on what, in all roots; and where to begin looking at it, for somebody who comes from a text. */
export async function graphOf({ from }: GraphParams, session: Session, token: CancellationToken): Promise<Graph> {
  const table = new PlacesTable();
  const nodes: GraphNode[] = [];
  const edges: GraphEdge[] = [];
  const origin = from && session.rootFor(from.uri);
  let focus: number | undefined;
  let cycles = 0;
  for (const root of session.allRoots()) {
    const found = await graph(root.workspace, root.checkpoint(token));
    const [first, firstCycle] = [nodes.length, cycles];
    for (const { kind, name, owners, isConflict, isUndecided, cycle, place } of found.nodes) {
      if (cycle !== undefined) cycles = Math.max(cycles, firstCycle + cycle + 1);
      nodes.push({
        kind,
        name,
        owners,
        isConflict,
        isUndecided,
        ...(cycle === undefined ? {} : { cycle: firstCycle + cycle }),
        ...table.add(root, place),
        explain: { uri: root.uri, name },
      });
    }
    for (const { from, to, place, isPossible, met } of found.edges)
      edges.push({
        from: first + from,
        to: first + to,
        isPossible,
        ...(met === undefined ? {} : { met }),
        ...table.add(root, place),
      });
    const own =
      from && root === origin
        ? nodeOfInterest(root.workspace, found, originOf(from, session), root.preferences)
        : undefined;
    if (own !== undefined) focus = first + own;
  }
  return { ...(focus === undefined ? {} : { focus }), nodes, edges, places: table.places };
}

function originOf({ uri, position }: NonNullable<GraphParams['from']>, session: Session): Origin {
  const located = uri === undefined ? undefined : session.at(uri);
  if (located === undefined) return { path: undefined, offset: undefined };
  const { root, path } = located;
  return { path, offset: position && root.positions.offsetAt(path, position) };
}

/** How every root that has a registry is doing. */
export async function dashboardOf(session: Session, token: CancellationToken): Promise<Dashboard> {
  const table = new PlacesTable();
  const roots: DashboardRoot[] = [];
  for (const root of session.allRoots()) {
    const found = await dashboard(root.workspace, root.checkpoint(token));
    if (found.registries.length > 0) roots.push(rootOf(root, found, table));
  }
  return { roots, places: table.places, latencies: session.latencies.all() };
}

function rootOf(root: Root, found: Found, table: PlacesTable): DashboardRoot {
  const { figures, findings, registries, elsewhere, conflicts, rules } = found;
  return {
    uri: root.uri,
    label: root.label,
    figures,
    findings,
    registries: registries.map(({ place, ...counts }) => ({ ...counts, ...table.add(root, place) })),
    elsewhere,
    conflicts: conflicts.map(({ name, definitions }) => ({
      name,
      definitions: definitions.map(({ workspace, place }) => ({
        workspace: workspace ?? '',
        ...table.add(root, place),
      })),
      explain: { uri: root.uri, name },
    })),
    rules,
  };
}

/** Nobody looks through more places. */
const MAX_COUNTED = 500;

/** What a figure of the dashboard counts. */
export async function countedOf(
  { uri, figure }: CountedParams,
  session: Session,
  token: CancellationToken,
): Promise<Counted | undefined> {
  const root = session.allRoots().find(each => each.uri === uri);
  if (root === undefined) return undefined;
  const all = await counted(figure, root.workspace, root.checkpoint(token));
  const items = all.slice(0, MAX_COUNTED).map(({ text, detail, at }) => {
    const shown = { text: escapeInvisible(text), detail: escapeInvisible(detail) };
    if (at === undefined) return shown;
    const { path, span } = at;
    return { ...shown, location: { uri: root.positions.uriOf(path), range: root.positions.rangeIn(path, span) } };
  });
  return { items, total: all.length };
}

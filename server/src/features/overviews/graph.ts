import { defined } from '../../base/defined';
import type { Checkpoint } from '../../base/cancellation';
import { compareStrings, groupBy } from '../../base/collections';
import { cyclesOf } from '../../base/cycles';
import { mostConnected } from '../../base/graph-scene';
import type { Place } from '../../model/fact';
import type { Answers, Dependency, ListItem } from '../../systems/system';
import type { Workspace } from '../../workspace';
import { contextOf, type Preferences } from '../context';
import { nameAt } from '../at-cursor/name-at';
import { conflicts, ownerOf } from './conflicts';

/** The names that depend on others or are depended on, and the dependencies between them. */
export interface Graph {
  /** By kind, then by name. */
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** A name, with everything that defines it taken together. */
export interface GraphNode {
  /** The kind, by the name that its system has for it: `step`, … */
  readonly kind: string;
  readonly name: string;
  /** The owners of its definitions (see `ownerOf`), sorted: an empty name for core comes first. */
  readonly owners: readonly string[];
  readonly isConflict: boolean;
  /** Whether no definition of it is loaded for certain, but one may be. */
  readonly isUndecided: boolean;
  /** The number of its cycle: nodes that need each other have the same number. What is only possible makes no cycle. */
  readonly cycle: number | undefined;
  readonly place: Place | undefined;
}

/** `from` and `to` are indices of nodes: `from` depends on `to`. */
export interface GraphEdge {
  readonly from: number;
  readonly to: number;
  /** The text that states the dependency. */
  readonly place: Place | undefined;
  /** Whether `from` only may use `to`, which is then one of several or can be done without. */
  readonly isPossible: boolean;
  /** What of `to` meets what `from` needs, each in words. */
  readonly met?: readonly string[];
}

/** The dependency graph. Slow: meant for a person who has asked for it; gives way at the checkpoint. */
export async function graph(workspace: Workspace, checkpoint: Checkpoint): Promise<Graph> {
  const inConflict = new Set(conflicts(workspace).map(({ kind, name }) => keyOf(kind, name)));
  const nodes: Omit<GraphNode, 'cycle'>[] = [];
  const edges: GraphEdge[] = [];
  for (const answers of workspace.answers) {
    const first = nodes.length;
    const stated = await dependenciesByName(answers, workspace, checkpoint);
    const names = [...new Set([...stated.keys(), ...[...stated.values()].flatMap(ends => [...ends.keys()])])];
    names.sort(compareStrings);
    const index = new Map(names.map((name, i) => [name, first + i]));
    const items = groupBy(answers.list(undefined, workspace.lookup), ({ name }) => name);
    for (const name of names) nodes.push(nodeOf(answers.kind, name, items.get(name) ?? [], inConflict));
    for (const [from, name] of names.entries())
      for (const [target, { statedAt, isPossible = false, met }] of stated.get(name) ?? [])
        edges.push({
          from: first + from,
          to: defined(index.get(target), 'the node of a name'),
          place: statedAt[0],
          isPossible,
          ...metField(met?.()),
        });
  }
  const targets = groupBy(
    edges.filter(({ isPossible }) => !isPossible),
    ({ from }) => from,
  );
  const cycles = cyclesOf(nodes.map((_, i) => (targets.get(i) ?? []).map(({ to }) => to)));
  return { nodes: nodes.map((node, i) => ({ ...node, cycle: cycles[i] })), edges };
}

function metField(met: readonly string[] = []): Pick<GraphEdge, 'met'> {
  return met.length === 0 ? {} : { met };
}

/** For each name that has dependencies: the names it depends on, each with what is said of it. */
async function dependenciesByName(
  answers: Answers,
  { lookup }: Workspace,
  checkpoint: Checkpoint,
): Promise<Map<string, Map<string, Dependency>>> {
  const found = new Map<string, Map<string, Dependency>>();
  if (answers.dependencies === undefined) return found;
  for (const name of new Set(answers.list(undefined, lookup).map(item => item.name))) {
    await checkpoint.pass();
    const ends = answers.dependencies(name, lookup);
    if (ends.length > 0) found.set(name, new Map(ends.map(end => [end.name, end])));
  }
  return found;
}

/** The text that somebody comes from who asks for the graph. */
export interface Origin {
  readonly path: string | undefined;
  readonly offset: number | undefined;
}

/**
 * The node that a person wants to see first: what the name at the caret stands for, else the most connected one of the
 * workspace whose eyes the text is read with; undefined if there is neither.
 */
export function nodeOfInterest(
  workspace: Workspace,
  { nodes, edges }: Graph,
  { path, offset }: Origin,
  preferences: Preferences,
): number | undefined {
  const found = path === undefined || offset === undefined ? undefined : nameAt(workspace, path, offset, preferences);
  if (found !== undefined) {
    const { answers, named, context } = found;
    const name = answers.describe(named, context, workspace.lookup)?.explain;
    const index = nodes.findIndex(node => node.kind === answers.kind && node.name === name);
    if (index >= 0) return index;
  }
  const own = contextOf(workspace, path, preferences).workspace;
  return own === undefined ? undefined : mostConnected({ nodes, edges }, ({ owners }) => owners.includes(own));
}

function nodeOf(
  kind: string,
  name: string,
  items: readonly ListItem[],
  inConflict: ReadonlySet<string>,
): Omit<GraphNode, 'cycle'> {
  const owners = [...new Set(items.map(ownerOf))].sort(compareStrings);
  const place = items.find(({ loaded }) => loaded)?.place ?? items[0]?.place;
  const isUndecided = items.every(({ loaded }) => loaded !== true) && items.some(({ loaded }) => loaded === null);
  return { kind, name, owners, isConflict: inConflict.has(keyOf(kind, name)), isUndecided, place };
}

function keyOf(kind: string, name: string): string {
  return `${kind} ${name}`;
}

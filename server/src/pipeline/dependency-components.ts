import { compareStrings } from '../base/collections';
import { runToEnd, type Task } from '../base/cooperative-task';

/**
 * The strongly connected components of keys under the edges that facts state. Kept up to date by edge: an added edge
 * searches from both of its ends until the smaller side is exhausted, a removed one looks at its component alone. Many
 * changes at once (the first index) are one pass over everything.
 */
export class Components {
  private readonly nodes = new Map<string, Node>();
  private added: Edge[] = [];
  private removed: Edge[] = [];

  /** Adds an edge; several facts may state the same one. */
  add(from: string, to: string): void {
    const [source, target] = [this.node(from), this.node(to)];
    const count = source.out.get(target) ?? 0;
    source.out.set(target, count + 1);
    if (count > 0) return;
    target.in.add(source);
    this.added.push({ from: source, to: target });
  }

  remove(from: string, to: string): void {
    const [source, target] = [this.node(from), this.node(to)];
    const count = source.out.get(target) ?? 0;
    if (count > 1) source.out.set(target, count - 1);
    if (count !== 1) return;
    source.out.delete(target);
    target.in.delete(source);
    this.removed.push({ from: source, to: target });
  }

  /** The keys of the component whose first key is `key`, sorted; nothing where that is no cycle, or not the first. */
  of(key: string): readonly string[] {
    const node = this.nodes.get(key);
    return node === undefined || !isCyclic(node.group) || firstKey(node.group) !== key ? [] : keysOf(node.group);
  }

  /** The first keys of all components with a cycle. */
  *all(): Iterable<string> {
    for (const node of this.nodes.values())
      if (isCyclic(node.group) && firstKey(node.group) === node.key) yield node.key;
  }

  /** Takes over the edges that changed. Gives the first keys of the components that are, or were, touched. */
  update(): ReadonlySet<string> {
    const touched = new Set<string>();
    const [added, removed] = [this.added, this.removed];
    if (added.length === 0 && removed.length === 0) return touched;
    this.added = [];
    this.removed = [];
    if (added.length > INCREMENTAL_LIMIT + this.nodes.size / INCREMENTAL_LIMIT) {
      for (const key of this.all()) touched.add(key);
      runToEnd(regroup([...this.nodes.values()]));
      for (const key of this.all()) touched.add(key);
    } else {
      const split = new Set(removed.filter(isWithinGroup).map(({ from }) => from.group));
      for (const group of split) {
        touched.add(firstKey(group));
        for (const part of runToEnd(regroup(group.members))) touched.add(firstKey(part));
      }
      for (const edge of added) this.connectGroups(edge, touched);
    }
    for (const { from, to } of removed) this.dropIsolated(from, to);
    return touched;
  }

  /**
   * Groups all nodes by the edges that are known now, a few at a time. Edges that facts add or remove before this task has ended are
   * left to `update`, which may only be called afterwards.
   */
  *groupAll(): Task {
    const { removed } = this;
    this.added = [];
    this.removed = [];
    yield* regroup([...this.nodes.values()]);
    for (const { from, to } of removed) this.dropIsolated(from, to);
  }

  private node(key: string): Node {
    let node = this.nodes.get(key);
    if (node === undefined) {
      node = { key, out: new Map(), in: new Set(), group: { members: [] } };
      node.group = { members: [node] };
      this.nodes.set(key, node);
    }
    return node;
  }

  private connectGroups({ from, to }: Edge, touched: Set<string>): void {
    if (!from.out.has(to)) return;
    if (from.group === to.group) {
      touched.add(firstKey(from.group));
      return;
    }
    if (!hasPath(to, from)) return;
    const members = nodesOnPaths(to, from);
    for (const { group } of members) if (isCyclic(group)) touched.add(firstKey(group));
    const group = { members };
    for (const member of members) member.group = group;
    touched.add(firstKey(group));
  }

  /** Deletes the nodes that have lost their last edge, so that keys without edges take no memory. */
  private dropIsolated(...nodes: readonly Node[]): void {
    for (const node of nodes) if (node.out.size === 0 && node.in.size === 0) this.nodes.delete(node.key);
  }
}

/** More edges than these, and one for so many keys, are cheaper to take over in one pass. */
const INCREMENTAL_LIMIT = 64;

interface Node {
  readonly key: string;
  /** How many facts state each edge. */
  readonly out: Map<Node, number>;
  readonly in: Set<Node>;
  group: Group;
}

interface Group {
  readonly members: readonly Node[];
}

interface Edge {
  readonly from: Node;
  readonly to: Node;
}

function isWithinGroup({ from, to }: Edge): boolean {
  return from.group === to.group;
}

function isCyclic({ members }: Group): boolean {
  return members.length > 1 || members.some(node => node.out.has(node));
}

function firstKey({ members }: Group): string {
  return members.map(({ key }) => key).reduce((least, key) => (key < least ? key : least));
}

function keysOf({ members }: Group): string[] {
  return members.map(({ key }) => key).sort(compareStrings);
}

/** Whether a path leads from `start` to `end`: looked for from both ends in turn, so the smaller side bounds the work. */
function hasPath(start: Node, end: Node): boolean {
  const ahead = new Set([start]);
  const behind = new Set([end]);
  const forward = ahead.values();
  const backward = behind.values();
  for (;;) {
    const next = forward.next();
    if (next.done === true) return false;
    for (const node of next.value.out.keys()) {
      if (behind.has(node)) return true;
      ahead.add(node);
    }
    const previous = backward.next();
    if (previous.done === true) return false;
    for (const node of previous.value.in) {
      if (ahead.has(node)) return true;
      behind.add(node);
    }
  }
}

/** Everything on paths from `start` to `end`, which are not few or far: this is asked only of what becomes one component. */
function nodesOnPaths(start: Node, end: Node): Node[] {
  const ahead = new Set([start]);
  for (const node of ahead) for (const next of node.out.keys()) ahead.add(next);
  const within = new Set([end]);
  for (const node of within) for (const previous of node.in) if (ahead.has(previous)) within.add(previous);
  return [...within];
}

/**
 * Tarjan's algorithm over `nodes` and the edges among them, without recursion. Gives the groups, and sets them. Should edges change
 * while others have the thread, each counts as it was when its start was met.
 */
function* regroup(nodes: readonly Node[]): Task<readonly Group[]> {
  const among = new Set(nodes);
  const visits = new Map<Node, Visit>();
  const stack: Visit[] = [];
  const groups: Group[] = [];
  const enter = (node: Node): Frame => {
    const visit = { node, index: visits.size, low: visits.size, onStack: true };
    visits.set(node, visit);
    stack.push(visit);
    return { visit, rest: node.out.keys() };
  };
  for (const root of nodes) {
    if (visits.has(root)) continue;
    const frames = [enter(root)];
    for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
      yield;
      const { visit, rest } = frame;
      const { value: next, done } = rest.next();
      if (done !== true) {
        if (!among.has(next)) continue;
        const seen = visits.get(next);
        if (seen === undefined) frames.push(enter(next));
        else if (seen.onStack) visit.low = Math.min(visit.low, seen.index);
        continue;
      }
      frames.pop();
      const parent = frames.at(-1)?.visit;
      if (parent !== undefined) parent.low = Math.min(parent.low, visit.low);
      if (visit.low !== visit.index) continue;
      const visited = stack.splice(stack.lastIndexOf(visit));
      for (const each of visited) each.onStack = false;
      const group = { members: visited.map(({ node }) => node) };
      for (const member of group.members) member.group = group;
      groups.push(group);
    }
  }
  return groups;
}

interface Visit {
  readonly node: Node;
  readonly index: number;
  low: number;
  onStack: boolean;
}

interface Frame {
  readonly visit: Visit;
  readonly rest: Iterator<Node, undefined>;
}

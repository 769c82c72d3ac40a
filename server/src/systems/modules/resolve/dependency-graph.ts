import { defined } from '../../../base/defined';
import { truncateName } from '../../../base/message-text';
import { compareStrings } from '../../../base/collections';
import type { Lookup } from '../../../model/lookup';
import { configurationOf, type Discovery } from '../define/configuration';
import { dependenciesIn, statusOf } from './dependencies';
import type { DependencyFact, Language } from '../facts';
import { moduleKeyParts } from '../keys';
import type { Module } from './module';
import { moduleWithId } from './same-id';

/** A dependency that orders the load: `from` needs `to`. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly dependency: DependencyFact;
}

/** The dependencies of a module that order the load: those on modules that are there, and that no optional entry gave up. */
export function edgesOf(module: Module, lookup: Lookup): Edge[] {
  const { discovery, language } = module.placed;
  const edges: Edge[] = [];
  const path = module.companion?.file.path;
  for (const dependency of path === undefined ? [] : dependenciesIn(path, lookup)) {
    if (dependency.shape !== 'mapping' || dependency.name === '') continue;
    const { status } = statusOf(dependency, discovery, language, lookup);
    const counts = status === 'met' || status === 'cannot tell' || (status === 'mismatch' && !dependency.optional);
    if (counts) edges.push({ from: module.id, to: dependency.name, dependency });
  }
  return edges;
}

/**
 * The cycle that the real run time reports among modules that wait for each other (formats 2.7): from the smallest id, always
 * on to the smallest id that was not tried. Returns an empty list if there is none. `edgesOf` gives the edges of an id.
 */
export function cycleAmong(ids: readonly string[], edgesOf: (id: string) => readonly Edge[]): readonly Edge[] {
  const among = new Set(ids);
  const done = new Set<string>();
  const sorted = (id: string) =>
    edgesOf(id)
      .filter(({ to }) => among.has(to))
      .sort((a, b) => compareStrings(a.to, b.to));
  for (const start of [...ids].sort(compareStrings)) {
    const path: { id: string; rest: Iterator<Edge>; taken?: Edge }[] = [];
    const onPath = new Map<string, number>();
    const enter = (id: string): void => {
      done.add(id);
      onPath.set(id, path.length);
      path.push({ id, rest: sorted(id).values() });
    };
    if (!done.has(start)) enter(start);
    for (let last = path.at(-1); last !== undefined; last = path.at(-1)) {
      const next = last.rest.next();
      if (next.done === true) {
        path.pop();
        onPath.delete(last.id);
        continue;
      }
      const edge = next.value;
      last.taken = edge;
      const at = onPath.get(edge.to);
      if (at !== undefined) return path.slice(at).map(({ taken }) => defined(taken, 'the edge that was taken'));
      if (!done.has(edge.to)) enter(edge.to);
    }
  }
  return [];
}

/** A cycle of a component, in each language that has one. */
export function cyclesOf(
  component: readonly string[],
  lookup: Lookup,
): { discovery: Discovery; cycle: readonly Edge[] }[] {
  const [first] = component;
  if (first === undefined) return [];
  const parts = component.map(key => moduleKeyParts(key.slice('module:'.length)));
  const discovery = configurationOf(lookup).discoveries.find(({ name }) => name === parts[0]?.discovery);
  if (discovery === undefined) return [];
  const ids = parts.map(({ id }) => id);
  const languages: readonly Language[] = ['python', 'typescript'];
  return languages.flatMap(language => {
    const edges = (id: string): Edge[] => {
      const module = moduleWithId(discovery, language, id, lookup);
      return module === undefined || module.ready === 'no' ? [] : edgesOf(module, lookup);
    };
    const cycle = cycleAmong(ids, edges);
    return cycle.length === 0 ? [] : [{ discovery, cycle }];
  });
}

/** How many names of a path are shown; a longer one is cut in its middle. */
const MOST_NAMES = 8;

/** `orders → billing → orders`. */
export function pathInWords(cycle: readonly Edge[], arrow = ' → '): string {
  const names = [...cycle, ...cycle.slice(0, 1)].map(({ from }) => truncateName(from));
  const few = names.length <= MOST_NAMES ? names : [...names.slice(0, MOST_NAMES - 2), '…', ...names.slice(-1)];
  return few.join(arrow);
}

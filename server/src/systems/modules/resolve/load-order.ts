import { defined } from '../../../base/defined';
import { Part } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import { DEPENDENCY } from '../facts';
import { decisiveOf, type Abort } from './abort';
import type { CollectedModule } from './collected';
import { cycleAmong, pathInWords } from './dependency-graph';
import { unsortedAbort, unsplitAbort } from './strange-ids';

/** The order in which modules are loaded. */
export interface LoadOrder {
  readonly aborted: Abort | undefined;
  /** As far as the dependencies let it come. */
  readonly order: readonly CollectedModule[];
}

/**
 * Kahn's algorithm as the real run time has it (formats 2.7): a sorted first queue, then first in, first out. The modules come
 * by id, so that their numbers are in the order of their ids.
 */
export function orderByDependencies(collected: readonly CollectedModule[], lookup: Lookup): LoadOrder {
  const numbers = new Map(collected.map(({ module }, i) => [module.id, i]));
  const waiting = new Int32Array(collected.length);
  const dependants = collected.map((): number[] => []);
  for (const [own, { edges }] of collected.entries())
    for (const { to } of edges) {
      const needed = numbers.get(to);
      if (needed === undefined) continue;
      waiting[own]!++;
      const of = defined(dependants[needed], 'the dependants of a module');
      if (of.at(-1) !== own) of.push(own);
    }
  const queue = [...collected.keys()].filter(own => waiting[own] === 0);
  const numbered = (own: number): CollectedModule => defined(collected[own], 'a module in the queue');
  const sorted = (list: readonly number[]): Abort | undefined =>
    unsortedAbort(
      list.map(own => numbered(own).module),
      lookup,
    );
  const unsorted = [sorted(queue)];
  for (const each of queue) {
    unsorted.push(sorted(dependants[each] ?? []));
    for (const own of dependants[each] ?? []) {
      const left = --waiting[own]!;
      if (left === 0) queue.push(own);
    }
  }
  const order = queue.map(numbered);
  const done = new Set(queue);
  const isWhole = order.length === collected.length;
  const aborted = decisiveOf([
    ...unsorted,
    isWhole
      ? unsplitAbort(
          order.map(({ module }) => module),
          lookup,
        )
      : blockedAbort(
          collected.filter((_, own) => !done.has(own)),
          numbers,
        ),
  ]);
  return { aborted, order };
}

function blockedAbort(left: readonly CollectedModule[], known: ReadonlyMap<string, number>): Abort {
  const abort = blockade(left, known);
  return left.some(({ module }) => module.doubt !== undefined) ? { ...abort, certain: false } : abort;
}

function blockade(left: readonly CollectedModule[], known: ReadonlyMap<string, number>): Abort {
  const edges = new Map(left.map(each => [each.module.id, each.edges.filter(({ to }) => known.has(to))]));
  const ids = [...edges.keys()];
  const cycle = cycleAmong(ids, id => edges.get(id) ?? []);
  const [first] = cycle;
  if (first !== undefined)
    return {
      stage: 'dependency resolution',
      code: 'CIRCULAR_DEPENDENCY',
      message: `Circular dependency detected: ${pathInWords(cycle, ' -> ')}`,
      at: { fact: first.dependency, part: Part.fieldValue(DEPENDENCY.module) },
    };
  const names = ids.map(id => `'${id}'`).join(', ');
  const twice = ids.flatMap(id => (edges.get(id) ?? []).filter(({ dependency }) => dependency.nth > 0))[0];
  const { module } = defined(left[0], 'a module that is left');
  const at = { fact: twice?.dependency ?? module.fact, part: Part.name };
  // The TypeScript implementation takes whatever is left for a cycle.
  if (module.placed.language === 'typescript')
    return {
      stage: 'dependency resolution',
      code: 'CIRCULAR_DEPENDENCY',
      message: `Circular dependency detected: ${ids.join(' -> ')}`,
      at,
    };
  return {
    stage: 'dependency resolution',
    code: 'MODULE_LOAD_ERROR',
    message: `${left.length} module(s) could not be loaded — blocked by unresolved required dependencies: [${names}]`,
    at,
  };
}

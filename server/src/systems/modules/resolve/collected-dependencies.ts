import type { Lookup } from '../../../model/lookup';
import { dependenciesIn, statusOf, type DependencyStatus } from './dependencies';
import type { DependencyFact } from '../facts';
import { configurationOf, type Discovery } from '../define/configuration';
import { idOf, modulePlacesOf } from '../define/places';
import { filesOfCompanion, type Module } from './module';
import { moduleWithId } from './same-id';

interface Judged {
  readonly module: Module;
  readonly status: DependencyStatus;
}

/**
 * The modules that a companion counts for, as far as discovery gets to collect their dependencies: of the files that have an id, the
 * companion of the last one counts. In doubt where the disk decides which one that is.
 */
export function dependentsOf(path: string, lookup: Lookup): readonly Module[] {
  return lookup.remember(`dependents:${path}`, inner => findDependents(path, inner));
}

function findDependents(path: string, lookup: Lookup): Module[] {
  const configuration = configurationOf(lookup);
  return filesOfCompanion(path, lookup).flatMap(file =>
    modulePlacesOf(file, configuration).flatMap(placed => {
      const { discovery, language } = placed;
      const kept = moduleWithId(discovery, language, idOf(placed).id, lookup);
      if (kept === undefined || kept.ready === 'no') return [];
      const module = (kept.rivals ?? [kept]).find(each => each.companion?.file.path === path);
      if (module === undefined) return [];
      return kept.doubt === undefined ? [module] : [{ ...module, doubt: kept.doubt }];
    }),
  );
}

/**
 * What becomes of a dependency, for the first module that it counts for, or the first of another discovery that it is not met for.
 * Half-typed and odd ones are left to other rules. Half a dozen rules ask, so it is found out once for all entries of the companion.
 */
export function dependencyStatusOf(dependency: DependencyFact, lookup: Lookup): Judged | undefined {
  const { path } = dependency.file;
  return lookup
    .remember(
      `dependencies:${path}`,
      inner => new Map(dependenciesIn(path, inner).map(each => [each, judge(each, inner)])),
    )
    .get(dependency);
}

function judge(dependency: DependencyFact, lookup: Lookup): Judged | undefined {
  if (dependency.shape !== 'mapping' || dependency.name === '') return undefined;
  const judged = new Map<Discovery, Judged>();
  for (const module of dependentsOf(dependency.file.path, lookup)) {
    const { discovery, language } = module.placed;
    if (!judged.has(discovery))
      judged.set(discovery, { module, status: statusOf(dependency, discovery, language, lookup) });
  }
  const all = [...judged.values()];
  return all.find(({ status }) => status.status !== 'met') ?? all[0];
}

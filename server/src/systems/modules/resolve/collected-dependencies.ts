import type { Lookup } from '../../../model/lookup';
import { statusOf, type DependencyStatus } from './dependencies';
import { fileFact } from '../components/file-facts';
import { isCompanion, type DependencyFact } from '../facts';
import type { Discovery } from '../define/configuration';
import { modulesOfCompanion, type Module } from './module';
import { moduleWithId } from './same-id';

interface Judged {
  readonly module: Module;
  readonly status: DependencyStatus;
}

/** The modules whose dependencies a companion states, as far as discovery gets to collect them: it takes the first of an id. */
export function dependentsOf(path: string, lookup: Lookup): Module[] {
  const companion = fileFact(path, isCompanion, lookup);
  if (companion === undefined) return [];
  return modulesOfCompanion(companion, lookup).flatMap(module => collected(module, lookup) ?? []);
}

/** A module if it gets as far as stage 6; in doubt where the disk decides whether it is the one of its id that does. */
function collected(module: Module, lookup: Lookup): Module | undefined {
  const { ready, placed, id, fact } = module;
  const kept = ready === 'no' ? undefined : moduleWithId(placed.discovery, placed.language, id, lookup);
  if (kept?.doubt === undefined) return kept?.fact === fact ? module : undefined;
  const files = kept.rivals ?? [kept];
  return files.some(each => each.fact === fact) ? { ...module, doubt: kept.doubt } : undefined;
}

/**
 * What becomes of a dependency, for the first module that it counts for, or the first of another discovery that it is not met for.
 * Half-typed and odd ones are left to other rules.
 */
export function dependencyStatusOf(dependency: DependencyFact, lookup: Lookup): Judged | undefined {
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

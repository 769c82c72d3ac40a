import type { Lookup } from '../../../model/lookup';
import { statusOf, type DependencyStatus } from './dependencies';
import { fileFact } from '../components/file-facts';
import { isCompanion, type DependencyFact } from '../facts';
import { modulesOfCompanion, moduleWithId, type Module } from './module';

/** The modules whose dependencies a companion states, as far as discovery gets to collect them: it takes the first of an id. */
export function dependentsOf(path: string, lookup: Lookup): Module[] {
  const companion = fileFact(path, isCompanion, lookup);
  if (companion === undefined) return [];
  return modulesOfCompanion(companion, lookup).filter(module => isCollected(module, lookup));
}

/** Whether a module gets as far as stage 6. */
export function isCollected({ ready, placed, id, fact }: Module, lookup: Lookup): boolean {
  return ready !== 'no' && moduleWithId(placed.discovery, placed.language, id, lookup)?.fact === fact;
}

/** What becomes of a dependency, for the first module that it counts for. Half-typed and odd ones are left to other rules. */
export function dependencyStatusOf(
  dependency: DependencyFact,
  lookup: Lookup,
): { readonly module: Module; readonly status: DependencyStatus } | undefined {
  if (dependency.shape !== 'mapping' || dependency.name === '') return undefined;
  const [module] = dependentsOf(dependency.file.path, lookup);
  if (module === undefined) return undefined;
  const { discovery, language } = module.placed;
  return { module, status: statusOf(dependency, discovery, language, lookup) };
}

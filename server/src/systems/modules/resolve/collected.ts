import { Part, type Place } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import { DEPENDENCY, type DependencyFact, type ModuleFact } from '../facts';
import type { Abort } from './abort';
import { dependenciesIn, statusOf, type DependencyStatus } from './dependencies';
import type { Edge } from './dependency-graph';
import { modulesOf, type Module } from './module';
import { registrationOf, type Registration } from './registration';

/** A module with all that the stages from 6 on ask of it, kept small: it is gone through for every module whenever one changes. */
export interface CollectedModule {
  readonly module: Module;
  /** The dependencies that order the load, as far as the modules that they name are there. */
  readonly edges: readonly Edge[];
  /** What aborts while its dependencies are collected. */
  readonly crash: Abort | undefined;
  /** What aborts while its dependencies are resolved; of several, one that is certain. */
  readonly refusal: Abort | undefined;
  readonly registration: Registration;
}

/** The modules that discovery collects of a file. */
export function collect(fact: ModuleFact, lookup: Lookup): readonly CollectedModule[] {
  return modulesOf(fact, lookup).map(module => collectModule(module, lookup));
}

/** A module as discovery collects it, with the files that count for it. */
export function collectModule(module: Module, lookup: Lookup): CollectedModule {
  const { id, placed, doubt, rivals = [module] } = module;
  const companions = new Set(rivals.flatMap(({ companion }) => companion?.file.path ?? []));
  const dependencies = [...companions].flatMap(path => dependenciesIn(path, lookup));
  const edges: Edge[] = [];
  let crash: Abort | undefined;
  let refusal: Abort | undefined;
  for (const dependency of dependencies) {
    crash ??= crashIn(dependency);
    if (dependency.name === '' || dependency.crash !== undefined) continue;
    const status = statusOf(dependency, placed.discovery, placed.language, lookup);
    const found = abortAt(module, dependency, status);
    if (refusal === undefined || (refusal.certain === false && found?.certain !== false)) refusal = found ?? refusal;
    // What an optional entry gave up does not order the load.
    if (status.status === 'mismatch' && dependency.optional) continue;
    edges.push({ from: id, to: dependency.name, dependency });
  }
  const hedged = (abort: Abort | undefined): Abort | undefined =>
    abort === undefined || doubt === undefined ? abort : { ...abort, certain: false };
  return {
    module,
    edges,
    crash: hedged(crash),
    refusal: hedged(refusal),
    registration: registrationOf(module, lookup),
  };
}

/** What makes the run time crash while it reads an entry of a list of dependencies (formats 2.7). */
function crashIn(dependency: DependencyFact): Abort | undefined {
  const { crash } = dependency;
  if (crash === undefined) return undefined;
  const message = `${crash.exception}: ${crash.message}, while the dependencies in ${dependency.file.path} are read`;
  return {
    stage: 'dependency collection',
    code: crash.exception,
    message,
    at: { fact: dependency, part: Part.whole },
  };
}

function abortAt(module: Module, dependency: DependencyFact, status: DependencyStatus): Abort | undefined {
  const stage = 'dependency resolution';
  const at = (field: number): Place => ({ fact: dependency, part: Part.fieldValue(field) });
  const [own, needed] = [module.id, dependency.name];
  if (status.status === 'crash') {
    const { exception, message } = status.crash;
    const path = dependency.file.path;
    return {
      stage,
      code: exception,
      message: `${exception}: ${message}, while the dependencies in ${path} are resolved`,
      at: at(status.field),
    };
  }
  if (status.status === 'malformed')
    return {
      stage,
      code: 'VERSION_CONSTRAINT_INVALID',
      message: `Invalid version constraint '${status.part}': ${status.part === '' ? 'empty constraint' : 'operand must start with a digit'}`,
      at: at(DEPENDENCY.version),
    };
  if (dependency.optional) return undefined;
  const missing = {
    stage,
    code: 'DEPENDENCY_NOT_FOUND',
    message: `Module '${own}' has unsatisfied required dependency '${needed}'`,
    at: at(DEPENDENCY.module),
  } as const;
  if (status.status === 'missing') return missing;
  if (status.status === 'cannot tell')
    return { ...missing, message: `'${own}' needs '${needed}', and ${status.why}`, certain: false };
  if (status.status !== 'mismatch') return undefined;
  return {
    stage,
    code: 'DEPENDENCY_VERSION_MISMATCH',
    message: `Module '${own}' requires dependency '${needed}' version '${status.constraint}', but registered version is '${status.version}'`,
    at: at(DEPENDENCY.version),
  };
}

import { defined } from '../../../base/defined';
import { compareStrings } from '../../../base/collections';
import { Part, type Fact, type Place } from '../../../model/fact';
import { fieldOf, valuePlace } from '../../../model/fields';
import type { Lookup } from '../../../model/lookup';
import {
  configurationOf,
  idOf,
  namespaceOf,
  OUTSIDE_REPOSITORY,
  placeOf,
  type Discovery,
} from '../define/configuration';
import { dependenciesIn, statusOf, type DependencyStatus } from './dependencies';
import { unseenAt } from '../../../model/unseen';
import { isList, isMapping } from '../../../model/value';
import {
  DEPENDENCY,
  type CompanionFact,
  type DependencyFact,
  type IdMapFact,
  type Language,
  type ModuleFact,
} from '../facts';
import { cycleAmong, pathInWords, type Edge } from './dependency-graph';
import { ID_PATTERN, isEphemeral, MAX_ID_LENGTH, reservedWordOf } from '../vocabulary';
import { CONFIGS_KEY, mappingsKey } from '../define/configuration';
import { abortingKey, modulesKey } from '../keys';
import { filesOfCompanion, moduleOf, type Module } from './module';
import { languageOf } from '../layout';
import { whyNotRegistered } from './dependencies';

/** The stages of `Registry.discover()`, in their order (document 003). */
export const STAGES = [
  'scan',
  'ID map',
  'metadata',
  'entry point',
  'validation',
  'dependency collection',
  'dependency resolution',
  'registration',
] as const;
export type Stage = (typeof STAGES)[number];

/** Why nothing at all is registered. */
export interface Abort {
  readonly stage: Stage;
  /** The error code of the real run time, where it has one. */
  readonly code: string;
  readonly message: string;
  readonly at: Place;
}

export interface DiscoveredModule {
  readonly module: Module;
  readonly outcome: 'registered' | 'skipped' | 'not-loaded';
  /** The stage that skips the module or aborts, and the reason. */
  readonly lost?: { readonly stage: Stage; readonly why: string };
  /** The position in the order of registration, from 1. */
  readonly order?: number;
}

/** The result of one discovery in one language, through all its stages. */
export interface DiscoveryRun {
  readonly discovery: Discovery;
  readonly language: Language;
  readonly aborted: Abort | undefined;
  /** By id, then path. */
  readonly modules: readonly DiscoveredModule[];
}

/** The results of all discoveries of the repository that find at least one file. */
export function discoveryRuns(lookup: Lookup): DiscoveryRun[] {
  const languages: readonly Language[] = ['python', 'typescript'];
  return configurationOf(lookup).discoveries.flatMap(discovery =>
    languages.map(language => discoveryRunOf(discovery, language, lookup)).filter(({ modules }) => modules.length > 0),
  );
}

/** Runs a discovery through all stages: for questions about the whole. Time grows with the number of its modules, once. */
export function discoveryRunOf(discovery: Discovery, language: Language, lookup: Lookup): DiscoveryRun {
  return lookup.remember(`discovery:${discovery.name}//${language}`, inner => discover(discovery, language, inner));
}

function discover(discovery: Discovery, language: Language, lookup: Lookup): DiscoveryRun {
  const all = lookup
    .providers(modulesKey(discovery))
    .filter(({ file }) => languageOf(file.path) === language)
    .flatMap(fact => lookup.remember(`collected:${fact.file.path}`, inner => collect(fact, inner), 'its kind') ?? [])
    .sort((a, b) => byIdThenPath(a.module, b.module));
  const modules = all.map(({ module }) => module);
  const lost = modulesSkippedEarly(modules);
  const collected = all.filter(({ module }) => !lost.has(module));
  const early =
    configurationAbort(discovery, lookup) ??
    ephemeralAbort(modules) ??
    metadataAbort(discovery, language, lookup) ??
    firstAbort(collected, 'crash');
  const resolved = early === undefined ? orderByDependencies(collected) : { aborted: early, order: [] };
  const { aborted } = resolved;
  const positions = new Map(resolved.order.map((module, i) => [module, i + 1]));
  return {
    discovery,
    language,
    aborted,
    modules: modules.map((module): DiscoveredModule => {
      const own = lost.get(module);
      if (own !== undefined && !isBefore(aborted, own)) return { module, outcome: 'skipped', lost: own };
      if (aborted !== undefined) {
        const why = `discovery aborts: ${aborted.message}`;
        return { module, outcome: 'not-loaded', lost: { stage: aborted.stage, why } };
      }
      const order = positions.get(module);
      if (order !== undefined) return { module, outcome: 'registered', order };
      const why = `its id begins with the reserved word '${reservedWordOf(module.id) ?? ''}'`;
      return { module, outcome: 'skipped', lost: { stage: 'registration', why } };
    }),
  };
}

/** Whether discovery ends before it comes to a module that would be lost later. */
function isBefore(aborted: Abort | undefined, { stage }: { readonly stage: Stage }): boolean {
  return aborted !== undefined && STAGES.indexOf(aborted.stage) < STAGES.indexOf(stage);
}

/** The modules that discovery skips one by one before it reads dependencies, each with its stage and reason. */
function modulesSkippedEarly(modules: readonly Module[]): Map<Module, { stage: Stage; why: string }> {
  const lost = new Map<Module, { stage: Stage; why: string }>();
  const taken = new Map<string, Module>();
  for (const module of modules) {
    const first = taken.get(module.id);
    if (first !== undefined) {
      const stage = module.derived === first.derived ? 'scan' : 'ID map';
      lost.set(module, { stage, why: `${first.fact.file.path} has the id '${module.id}' as well` });
      continue;
    }
    taken.set(module.id, module);
    const refused = module.placed.language === 'typescript' ? refusedAtScan(module.id) : undefined;
    if (refused !== undefined) lost.set(module, { stage: 'scan', why: refused });
    else if (module.ready === 'no')
      lost.set(module, {
        stage: module.entry.status === 'found' ? 'validation' : 'entry point',
        why: whyNotRegistered(module),
      });
  }
  return lost;
}

/** TypeScript discovery applies pattern, length and reserved words before anything else (formats 2.3). */
function refusedAtScan(id: string): string | undefined {
  if (!ID_PATTERN.test(id)) return 'its id does not match the pattern of ids';
  if (id.length > MAX_ID_LENGTH) return `its id is longer than ${MAX_ID_LENGTH} characters`;
  const word = reservedWordOf(id);
  return word === undefined ? undefined : `its id begins with the reserved word '${word}'`;
}

function configurationAbort(discovery: Discovery, lookup: Lookup): Abort | undefined {
  const config = lookup.providers(CONFIGS_KEY).find(({ name }) => name === discovery.name);
  const seen = new Set<string>();
  for (const [i, root] of discovery.isMulti ? discovery.roots.entries() : []) {
    const namespace = namespaceOf(root);
    if (seen.has(namespace) && config !== undefined) {
      const at = { fact: config, part: Part.fieldValue(i) };
      return { stage: 'scan', code: 'CONFIG_INVALID', message: `Duplicate namespace: '${namespace}'`, at };
    }
    seen.add(namespace);
  }
  const { idMap } = discovery;
  if (idMap === undefined || idMap === OUTSIDE_REPOSITORY) return undefined;
  const map = lookup.providers(mappingsKey(idMap)).find((fact): fact is IdMapFact => fact.kind === 'id-map');
  if (map?.hasMappings === false)
    return {
      stage: 'ID map',
      code: 'CONFIG_INVALID',
      message: "ID map must contain a 'mappings' list",
      at: { fact: map, part: Part.name },
    };
  if (lookup.hasFile(idMap) || unseenAt(idMap, lookup) !== undefined || config === undefined) return undefined;
  const at = { fact: config as Fact, part: Part.name };
  return { stage: 'ID map', code: 'CONFIG_NOT_FOUND', message: `Configuration file not found: ${idMap}`, at };
}

/** The TypeScript implementation throws at such a file (formats 2.8). */
function ephemeralAbort(modules: readonly Module[]): Abort | undefined {
  const module = modules.find(({ id, placed }) => placed.language === 'typescript' && isEphemeral(id));
  if (module === undefined) return undefined;
  const message = `InvalidInputError: ids that begin with 'ephemeral.' are not for files: ${module.id}`;
  return { stage: 'scan', code: 'InvalidInputError', message, at: { fact: module.fact, part: Part.name } };
}

/** Companions are read before anything is asked about classes, so one aborts also beside a file that is no module. */
function metadataAbort(discovery: Discovery, language: Language, lookup: Lookup): Abort | undefined {
  const companions = lookup.providers(abortingKey(discovery));
  const [first] = companions
    .flatMap(companion =>
      filesOfCompanion(companion.file.path, lookup).flatMap(path => {
        const placed = placeOf(path, configurationOf(lookup));
        const isRead = placed !== undefined && placed.skipped === undefined && placed.language === language;
        return isRead ? { companion, path, id: idOf(placed).id } : [];
      }),
    )
    .sort((a, b) => compareStrings(a.id, b.id) || compareStrings(a.path, b.path));
  if (first === undefined) return undefined;
  const { companion } = first;
  const { path } = companion.file;
  const message =
    companion.aborts === 'syntax'
      ? `Invalid YAML in metadata file: ${path}`
      : `Metadata file must be a YAML mapping: ${path}`;
  return { stage: 'metadata', code: 'CONFIG_INVALID', message, at: { fact: companion, part: Part.name } };
}

/** What makes the run time crash while it reads an entry of a list of dependencies (formats 2.7). */
function shapeAbort(dependency: DependencyFact): Abort | undefined {
  const { shape, version, file } = dependency;
  if (shape === 'mapping' && (version === undefined || typeof version === 'string')) return undefined;
  const message = `AttributeError while the dependencies in ${file.path} are read`;
  const part = shape === 'mapping' ? Part.fieldValue(DEPENDENCY.version) : Part.whole;
  return { stage: 'dependency collection', code: 'AttributeError', message, at: { fact: dependency, part } };
}

interface LoadOrder {
  readonly aborted: Abort | undefined;
  readonly order: readonly Module[];
}

/**
 * Kahn's algorithm as the real run time has it (formats 2.7): a sorted first queue, then first in, first out. The modules come
 * by id, so that their numbers are in the order of their ids.
 */
function orderByDependencies(collected: readonly CollectedModule[]): LoadOrder {
  const numbers = new Map(collected.map(({ module }, i) => [module.id, i]));
  const waiting = new Int32Array(collected.length);
  const dependants = collected.map((): number[] => []);
  const aborted = firstAbort(collected, 'refusal');
  if (aborted !== undefined) return { aborted, order: [] };
  for (const [own, { edges }] of collected.entries())
    for (const { to } of edges) {
      const needed = numbers.get(to);
      if (needed === undefined) continue;
      waiting[own]!++;
      const of = defined(dependants[needed], 'the dependants of a module');
      if (of.at(-1) !== own) of.push(own);
    }
  const queue = [...collected.keys()].filter(own => waiting[own] === 0);
  for (const each of queue)
    for (const own of dependants[each] ?? []) {
      const left = --waiting[own]!;
      if (left === 0) queue.push(own);
    }
  if (queue.length === collected.length) {
    const untitled = firstAbort(collected, 'untitled');
    if (untitled !== undefined) return { aborted: untitled, order: [] };
    const order = queue
      .map(own => defined(collected[own], 'a module in the queue').module)
      .filter(({ id }) => reservedWordOf(id) === undefined);
    return { aborted: undefined, order };
  }
  const done = new Set(queue);
  return {
    aborted: blockedAbort(
      collected.filter((_, own) => !done.has(own)),
      numbers,
    ),
    order: [],
  };
}

/** Examples are made while modules are registered; one without a title raises KeyError (formats 2.5). */
function hasUntitled(companion: CompanionFact): boolean {
  const examples = fieldOf(companion, 'examples');
  return isList(examples) && examples.some(each => isMapping(each) && !each.has('title'));
}

function untitledAbort(companion: CompanionFact): Abort {
  const message = `KeyError: 'title', while the examples in ${companion.file.path} are read`;
  return { stage: 'registration', code: 'KeyError', message, at: valuePlace(companion, 'examples') };
}

function blockedAbort(left: readonly CollectedModule[], known: ReadonlyMap<string, number>): Abort {
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

function abortAt(module: Module, dependency: DependencyFact, status: DependencyStatus): Abort | undefined {
  const stage = 'dependency resolution';
  const at = (field: number): Place => ({ fact: dependency, part: Part.fieldValue(field) });
  const [own, needed] = [module.id, dependency.name];
  if (status.status === 'malformed')
    return {
      stage,
      code: 'VERSION_CONSTRAINT_INVALID',
      message: `Invalid version constraint '${status.part}': operand must start with a digit`,
      at: at(DEPENDENCY.version),
    };
  if (dependency.optional) return undefined;
  if (status.status === 'missing')
    return {
      stage,
      code: 'DEPENDENCY_NOT_FOUND',
      message: `Module '${own}' has unsatisfied required dependency '${needed}'`,
      at: at(DEPENDENCY.module),
    };
  if (status.status !== 'mismatch') return undefined;
  return {
    stage,
    code: 'DEPENDENCY_VERSION_MISMATCH',
    message: `Module '${own}' requires dependency '${needed}' version '${status.constraint}', but registered version is '${status.version}'`,
    at: at(DEPENDENCY.version),
  };
}

/** A module with all that the later stages ask of it, kept small: it is gone through for every module whenever one changes. */
interface CollectedModule {
  readonly module: Module;
  /** The dependencies that order the load, as far as the modules that they name are there. */
  readonly edges: readonly Edge[];
  /** What aborts in stage 6, 7 and 8 because of it. */
  readonly crash: Abort | undefined;
  readonly refusal: Abort | undefined;
  readonly untitled: Abort | undefined;
}

function collect(fact: ModuleFact, lookup: Lookup): CollectedModule | undefined {
  const module = moduleOf(fact, lookup);
  if (module === undefined) return undefined;
  const { companion, id, placed } = module;
  const dependencies = companion === undefined ? [] : dependenciesIn(companion.file.path, lookup);
  const edges: Edge[] = [];
  let crash: Abort | undefined;
  let refusal: Abort | undefined;
  for (const dependency of dependencies) {
    crash ??= shapeAbort(dependency);
    if (dependency.name === '') continue;
    const status = statusOf(dependency, placed.discovery, placed.language, lookup);
    refusal ??= abortAt(module, dependency, status);
    // What an optional entry gave up does not order the load.
    if (status.status === 'mismatch' && dependency.optional) continue;
    edges.push({ from: id, to: dependency.name, dependency });
  }
  const untitled = companion !== undefined && hasUntitled(companion) ? untitledAbort(companion) : undefined;
  return { module, edges, crash, refusal, untitled };
}

function firstAbort(collected: readonly CollectedModule[], what: 'crash' | 'refusal' | 'untitled'): Abort | undefined {
  return collected.find(each => each[what] !== undefined)?.[what];
}

function byIdThenPath(a: Module, b: Module): number {
  return compareStrings(a.id, b.id) || compareStrings(a.fact.file.path, b.fact.file.path);
}

import { compareStrings } from '../../base/collections';
import { Part, type Fact, type Place } from '../../model/fact';
import type { Lookup } from '../../model/lookup';
import { configurationOf, namespaceOf, OUTSIDE, type Discovery } from './configuration';
import { dependenciesOf, statusOf } from './dependencies';
import { unseenAt } from '../../model/unseen';
import { isList, isMapping } from '../../model/value';
import {
  DEPENDENCY,
  fieldOf,
  isModule,
  valuePlace,
  type CompanionFact,
  type ConfigFact,
  type DependencyFact,
  type IdMapFact,
  type Language,
} from './facts';
import { cycleAmong, pathInWords, type Edge } from './graph';
import { ID_PATTERN, isEphemeral, MAX_ID_LENGTH, reservedWordOf } from './ids';
import { CONFIGS_KEY, mappingsKey } from './configuration';
import { modulesKey } from './keys';
import { moduleOf, type Module } from './module';
import { languageOf } from './paths';
import { whyNot } from './dependencies';

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

export interface Discovered {
  readonly module: Module;
  readonly outcome: 'registered' | 'skipped' | 'not-loaded';
  /** Where a module is lost, and why. */
  readonly lost?: { readonly stage: Stage; readonly why: string };
  /** The position in the order of registration, from 1. */
  readonly order?: number;
}

/** What one discovery would do, from the first stage to the last. */
export interface Run {
  readonly discovery: Discovery;
  readonly language: Language;
  readonly aborted: Abort | undefined;
  /** By id, then path. */
  readonly modules: readonly Discovered[];
}

/** Every discovery of the repository, as far as it has files. */
export function runs(lookup: Lookup): Run[] {
  const languages: readonly Language[] = ['python', 'typescript'];
  return configurationOf(lookup).discoveries.flatMap(discovery =>
    languages.map(language => discover(discovery, language, lookup)).filter(({ modules }) => modules.length > 0),
  );
}

/** Runs a discovery through all stages: for questions about the whole. Time grows with the number of its modules. */
export function discover(discovery: Discovery, language: Language, lookup: Lookup): Run {
  const modules = lookup
    .providers(modulesKey(discovery))
    .filter(isModule)
    .filter(({ file }) => languageOf(file.path) === language)
    .flatMap(fact => moduleOf(fact, lookup) ?? [])
    .sort((a, b) => compareStrings(a.id, b.id) || compareStrings(a.fact.file.path, b.fact.file.path));
  const lost = lostEarly(modules);
  const collected = modules.filter(module => !lost.has(module));
  const early =
    configurationAbort(discovery, lookup) ?? ephemeralAbort(modules) ?? metadataAbort(modules) ?? shapeAbort(collected);
  const resolved = early === undefined ? resolve(collected, lookup) : { aborted: early, order: [] };
  const { aborted } = resolved;
  const positions = new Map(resolved.order.map((module, i) => [module, i + 1]));
  return {
    discovery,
    language,
    aborted,
    modules: modules.map((module): Discovered => {
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

/** What is passed over one by one, before dependencies are looked at. */
function lostEarly(modules: readonly Module[]): Map<Module, { stage: Stage; why: string }> {
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
      lost.set(module, { stage: module.entry.status === 'found' ? 'validation' : 'entry point', why: whyNot(module) });
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
  const config = (lookup.providers(CONFIGS_KEY) as readonly ConfigFact[]).find(({ name }) => name === discovery.name);
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
  if (idMap === undefined || idMap === OUTSIDE) return undefined;
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

function metadataAbort(modules: readonly Module[]): Abort | undefined {
  for (const { companion } of modules) {
    if (companion?.aborts === undefined) continue;
    const { path } = companion.file;
    const message =
      companion.aborts === 'syntax'
        ? `Invalid YAML in metadata file: ${path}`
        : `Metadata file must be a YAML mapping: ${path}`;
    return { stage: 'metadata', code: 'CONFIG_INVALID', message, at: { fact: companion, part: Part.name } };
  }
  return undefined;
}

function shapeAbort(modules: readonly Module[]): Abort | undefined {
  for (const { companion } of modules)
    for (const dependency of dependenciesOf(companion)) {
      const { shape, version, file } = dependency;
      if (shape === 'mapping' && (version === undefined || typeof version === 'string')) continue;
      const message = `AttributeError while the dependencies in ${file.path} are read`;
      const part = shape === 'mapping' ? Part.fieldValue(DEPENDENCY.version) : Part.whole;
      return { stage: 'dependency collection', code: 'AttributeError', message, at: { fact: dependency, part } };
    }
  return undefined;
}

interface Resolved {
  readonly aborted: Abort | undefined;
  readonly order: readonly Module[];
}

/** Kahn's algorithm as the real run time has it (formats 2.7): a sorted first queue, then first in, first out. */
function resolve(modules: readonly Module[], lookup: Lookup): Resolved {
  const byId = new Map(modules.map(module => [module.id, module]));
  const waiting = new Map(modules.map(({ id }) => [id, 0]));
  const dependants = new Map<string, Set<string>>();
  const edges = new Map<string, Edge[]>();
  for (const module of modules) {
    const { discovery, language } = module.placed;
    for (const dependency of dependenciesOf(module.companion)) {
      if (dependency.name === '') continue;
      const status = statusOf(dependency, discovery, language, lookup);
      const aborted = abortAt(module, dependency, status);
      if (aborted !== undefined) return { aborted, order: [] };
      if (!byId.has(dependency.name) || (status.status === 'mismatch' && dependency.optional)) continue;
      waiting.set(module.id, waiting.get(module.id)! + 1);
      setOf(dependants, dependency.name).add(module.id);
      listOf(edges, module.id).push({ from: module.id, to: dependency.name, dependency });
    }
  }
  const queue = [...waiting].filter(([, count]) => count === 0).map(([id]) => id);
  queue.sort(compareStrings);
  for (const id of queue)
    for (const dependant of [...(dependants.get(id) ?? [])].sort(compareStrings)) {
      const left = waiting.get(dependant)! - 1;
      waiting.set(dependant, left);
      if (left === 0) queue.push(dependant);
    }
  if (queue.length === modules.length) {
    const untitled = modules.find(({ companion }) => companion !== undefined && hasUntitled(companion));
    if (untitled !== undefined) return { aborted: untitledAbort(untitled.companion!), order: [] };
    const registered = queue.map(id => byId.get(id)!).filter(({ id }) => reservedWordOf(id) === undefined);
    return { aborted: undefined, order: registered };
  }
  const done = new Set(queue);
  const left = modules.map(({ id }) => id).filter(id => !done.has(id));
  return { aborted: blocked(left, byId, edges, modules[0]!.placed.language), order: [] };
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

function blocked(
  left: readonly string[],
  byId: ReadonlyMap<string, Module>,
  edges: ReadonlyMap<string, Edge[]>,
  language: Language,
): Abort {
  const cycle = cycleAmong(left, id => edges.get(id) ?? []);
  const [first] = cycle;
  if (first !== undefined)
    return {
      stage: 'dependency resolution',
      code: 'CIRCULAR_DEPENDENCY',
      message: `Circular dependency detected: ${pathInWords(cycle, ' -> ')}`,
      at: { fact: first.dependency, part: Part.fieldValue(DEPENDENCY.module) },
    };
  const names = left.map(id => `'${id}'`).join(', ');
  const twice = left.flatMap(id => (edges.get(id) ?? []).filter(({ dependency }) => dependency.nth > 0))[0];
  const at = { fact: twice?.dependency ?? byId.get(left[0]!)!.fact, part: Part.name };
  // The TypeScript implementation takes whatever is left for a cycle.
  if (language === 'typescript')
    return {
      stage: 'dependency resolution',
      code: 'CIRCULAR_DEPENDENCY',
      message: `Circular dependency detected: ${left.join(' -> ')}`,
      at,
    };
  return {
    stage: 'dependency resolution',
    code: 'MODULE_LOAD_ERROR',
    message: `${left.length} module(s) could not be loaded — blocked by unresolved required dependencies: [${names}]`,
    at,
  };
}

function abortAt(module: Module, dependency: DependencyFact, status: ReturnType<typeof statusOf>): Abort | undefined {
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

function setOf(sets: Map<string, Set<string>>, key: string): Set<string> {
  let set = sets.get(key);
  if (set === undefined) sets.set(key, (set = new Set()));
  return set;
}

function listOf(lists: Map<string, Edge[]>, key: string): Edge[] {
  let list = lists.get(key);
  if (list === undefined) lists.set(key, (list = []));
  return list;
}

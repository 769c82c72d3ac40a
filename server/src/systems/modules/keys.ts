import type { Fact } from '../../model/fact';
import type { KeyWriter } from '../system';
import {
  CONFIGS_KEY,
  idOf,
  LINKS_KEY,
  mappingsKey,
  placeOf,
  SIGNS_KEY,
  type Configuration,
  type Discovery,
} from './configuration';
import type { CompanionFact, DependencyFact, MappingFact, ModuleClass, ModuleFact } from './facts';
import { ENDINGS, stemOfCompanion, withoutEnding } from './paths';

/** A module of a discovery by its id: provided by its file, read by its companion and by what depends on it. */
export const moduleKey = (discovery: Discovery, id: string): string => `module:${discovery.name}//${id}`;
/** Dependencies that name a module in a shape that nothing reads, so that they are none. */
export const misshapenKey = (discovery: Discovery, id: string): string => `module-misshapen:${discovery.name}//${id}`;
/** Modules whose ids differ in case at most. */
export const caseKey = (discovery: Discovery, id: string): string =>
  `module-case:${discovery.name}//${id.toLowerCase()}`;
/** Modules of one folder, and modules whose ids end alike: where a mistyped id is looked for. */
export const siblingsKey = (discovery: Discovery, id: string): string =>
  `module-siblings:${discovery.name}//${id.slice(0, Math.max(0, id.lastIndexOf('.')))}`;
export const lastKey = (discovery: Discovery, id: string): string =>
  `module-last:${discovery.name}//${id.slice(id.lastIndexOf('.') + 1)}`;
/** Every module of a discovery; for answers, not for rules. */
export const modulesKey = (discovery: Discovery): string => `modules:${discovery.name}//`;
/** Companions that abort a discovery by themselves, whatever stands in the files that they belong to. */
export const abortingKey = (discovery: Discovery): string => `module-aborting:${discovery.name}//`;
/** Classes of module files and of their bases. */
export const moduleClassKey = (path: string): string => `module-classes:${path}`;
/** The same by their names. */
export const moduleClassNameKey = (path: string, name: string): string => `module-class:${path}//${name}`;
/** Entries of ID maps by the id that they give. */
export const mappedKey = (path: string, id: string): string => `mapped:${path}//${id}`;

/** The discovery and the id in a module key. */
export function moduleKeyParts(name: string): { readonly discovery: string; readonly id: string } {
  const at = name.indexOf('//');
  return { discovery: name.slice(0, at), id: name.slice(at + 2) };
}

/** The keys under which a fact about modules is indexed. */
export function keysOf(fact: Fact, index: KeyWriter, configuration: unknown): void {
  KEYS[fact.kind]?.(fact as never, index, configuration as Configuration | undefined);
}

/** Facts whose keys depend on the configuration. */
export const CONFIGURED: ReadonlySet<string> = new Set(['module', 'companion', 'dependency']);

type Write = (fact: never, index: KeyWriter, configuration: Configuration | undefined) => void;

const KEYS: Readonly<Record<string, Write | undefined>> = {
  apcore: (_: Fact, index) => {
    index.provides(CONFIGS_KEY);
  },
  'module-sign': (_: Fact, index) => {
    index.provides(SIGNS_KEY);
  },
  link: (_: Fact, index) => {
    index.provides(LINKS_KEY);
  },
  'id-map': ({ file }: Fact, index) => {
    index.provides(mappingsKey(file.path));
  },
  'id-mapping'(mapping: MappingFact, index) {
    const { path } = mapping.file;
    index.provides(mappingsKey(path));
    if (mapping.path !== undefined) index.provides(mappedKey(path, mapping.id ?? mapping.path));
  },
  'module-class'({ file, name }: ModuleClass, index) {
    index.provides(moduleClassKey(file.path));
    index.provides(moduleClassNameKey(file.path, name));
  },
  module({ file }: ModuleFact, index, configuration) {
    const placed = configuration && placeOf(file.path, configuration);
    if (placed === undefined || placed.skipped !== undefined) return;
    const { discovery } = placed;
    const { id } = idOf(placed);
    index.provides(moduleKey(discovery, id));
    index.provides(caseKey(discovery, id));
    index.provides(siblingsKey(discovery, id));
    index.provides(lastKey(discovery, id));
    index.provides(modulesKey(discovery));
  },
  companion({ file, aborts }: CompanionFact, index, configuration) {
    const served = servedBy(file.path, configuration);
    for (const { discovery, id } of served) index.reads(moduleKey(discovery, id));
    if (aborts !== undefined) for (const { discovery } of served.slice(0, 1)) index.provides(abortingKey(discovery));
  },
  dependency(dependency: DependencyFact, index, configuration) {
    if (dependency.name === '') return;
    for (const { discovery, id } of servedBy(dependency.file.path, configuration)) {
      if (dependency.shape !== 'mapping') {
        index.reads(misshapenKey(discovery, dependency.name));
        continue;
      }
      const target = moduleKey(discovery, dependency.name);
      index.reads(target);
      index.edge(moduleKey(discovery, id), target);
    }
  },
};

/** The modules that a companion may belong to: its Python file and its TypeScript files have one id, but for ID maps. */
function servedBy(path: string, configuration: Configuration | undefined): Served[] {
  const stem = stemOfCompanion(path);
  const placed = configuration && placeOf(stem + ENDINGS.python[0]!, configuration);
  if (placed === undefined || placed.skipped !== undefined) return [];
  const { discovery, relative } = placed;
  const first = { discovery, id: idOf(placed).id };
  if (discovery.ids.size === 0) return [first];
  const served: Served[] = [first];
  for (const ending of ENDINGS.typescript) {
    const { id } = idOf({ ...placed, relative: withoutEnding(relative) + ending });
    if (!served.some(each => each.id === id)) served.push({ discovery, id });
  }
  return served;
}

interface Served {
  readonly discovery: Discovery;
  readonly id: string;
}

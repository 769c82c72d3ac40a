import type { LinkFact } from '../../../model/link';
import type { Key } from '../../../model/lookup';
import { keysByKind } from '../../system';
import type {
  CompanionFact,
  ConfigFact,
  DependencyFact,
  IdMapFact,
  InputChangeFact,
  MappingFact,
  ModuleClass,
  ModuleFact,
  PythonNamesFact,
  RegistrationFact,
  RegistryFact,
  SignFact,
  UseFact,
} from '../facts';
import {
  abortingKey,
  caseKey,
  exitingKey,
  INPUT_CHANGES_KEY,
  lastKey,
  mappedKey,
  misshapenKey,
  moduleClassKey,
  moduleClassNameKey,
  moduleKey,
  modulesKey,
  namedKey,
  plainFileKey,
  plainFilesKey,
  REGISTRATIONS_KEY,
  siblingsKey,
} from '../keys';
import { ENDINGS, stemOfCompanion } from '../layout';
import {
  CONFIGS_KEY,
  LINKS_KEY,
  mappingsKey,
  REGISTRIES_KEY,
  SIGNS_KEY,
  type Configuration,
  type Discovery,
} from './configuration';
import { idOf, modulePlacesOf } from './places';

/** Facts whose keys depend on the configuration. */
export const CONFIGURED_KINDS: ReadonlySet<string> = new Set(['module', 'companion', 'dependency', 'python-names']);

type Indexed =
  | CompanionFact
  | ConfigFact
  | DependencyFact
  | IdMapFact
  | InputChangeFact
  | LinkFact
  | MappingFact
  | ModuleClass
  | ModuleFact
  | PythonNamesFact
  | RegistrationFact
  | RegistryFact
  | SignFact
  | UseFact;

/** The keys under which a fact about modules is indexed. */
export const keysOf = keysByKind<Indexed, Configuration | undefined>({
  apcore: (_, index) => {
    index.provides(CONFIGS_KEY);
  },
  'module-sign': (_, index) => {
    index.provides(SIGNS_KEY);
  },
  link: (_, index) => {
    index.provides(LINKS_KEY);
  },
  'id-map': ({ file }, index) => {
    index.provides(mappingsKey(file.path));
  },
  'id-mapping'(mapping, index) {
    const { path } = mapping.file;
    index.provides(mappingsKey(path));
    if (mapping.path !== undefined) index.provides(mappedKey(path, mapping.id ?? mapping.path));
  },
  'module-class'({ file, name }, index) {
    index.provides(moduleClassKey(file.path));
    index.provides(moduleClassNameKey(file.path, name));
  },
  module({ file }, index, configuration) {
    const keys = new Set<ReturnType<typeof moduleKey | typeof namedKey> | Key<ModuleFact, never>>();
    for (const placed of configuration === undefined ? [] : modulePlacesOf(file.path, configuration)) {
      const { discovery } = placed;
      const { id } = idOf(placed);
      keys.add(moduleKey(discovery, id));
      if (placed.language === 'python') keys.add(namedKey(id));
      for (const keyOf of [caseKey, siblingsKey, lastKey]) keys.add(keyOf(discovery, id));
      keys.add(modulesKey(discovery));
    }
    for (const key of keys) index.provides(key);
  },
  'python-names'({ file, mayExit }, index, configuration) {
    const places = configuration === undefined ? [] : modulePlacesOf(file.path, configuration);
    for (const placed of places) index.provides(plainFileKey(placed.discovery, idOf(placed).id));
    for (const discovery of new Set(places.map(each => each.discovery))) {
      index.provides(plainFilesKey(discovery));
      if (mayExit === true) index.provides(exitingKey(discovery));
    }
  },
  companion({ file, loadCrash }, index, configuration) {
    const served = servedBy(file.path, configuration);
    for (const { discovery, id } of served) index.reads(moduleKey(discovery, id));
    if (loadCrash === undefined) return;
    for (const discovery of new Set(served.map(each => each.discovery))) index.provides(abortingKey(discovery));
  },
  dependency(dependency, index, configuration) {
    if (dependency.name === '' || dependency.strangeId !== undefined) return;
    const served = servedBy(dependency.file.path, configuration);
    const keyOf = dependency.shape === 'mapping' ? moduleKey : misshapenKey;
    for (const discovery of new Set(served.map(each => each.discovery))) index.reads(keyOf(discovery, dependency.name));
    if (dependency.shape !== 'mapping') return;
    for (const { discovery, id } of served) index.edge(moduleKey(discovery, id), moduleKey(discovery, dependency.name));
  },
  'module-use'({ name }, index) {
    index.reads(namedKey(name));
  },
  'module-registration'({ name }, index) {
    index.provides(namedKey(name));
    index.provides(REGISTRATIONS_KEY);
  },
  'module-registry'(_, index) {
    index.provides(REGISTRIES_KEY);
  },
  'module-input-change'(_, index) {
    index.provides(INPUT_CHANGES_KEY);
  },
});

/**
 * The modules that a companion may belong to: its Python file and its TypeScript files have one id at a place, but for ID maps.
 */
function servedBy(path: string, configuration: Configuration | undefined): Served[] {
  if (configuration === undefined) return [];
  const stem = stemOfCompanion(path);
  const served = new Map<string, Served>();
  for (const ending of [...ENDINGS.python, ...ENDINGS.typescript])
    for (const placed of modulePlacesOf(stem + ending, configuration)) {
      const { discovery } = placed;
      const { id } = idOf(placed);
      served.set(moduleKey(discovery, id), { discovery, id });
    }
  return [...served.values()];
}

interface Served {
  readonly discovery: Discovery;
  readonly id: string;
}

import type { LinkFact } from '../../../model/link';
import { keysByKind } from '../../system';
import type {
  CompanionFact,
  ConfigFact,
  DependencyFact,
  IdMapFact,
  MappingFact,
  ModuleClass,
  ModuleFact,
  SignFact,
} from '../facts';
import {
  abortingKey,
  caseKey,
  lastKey,
  mappedKey,
  misshapenKey,
  moduleClassKey,
  moduleClassNameKey,
  moduleKey,
  modulesKey,
  siblingsKey,
} from '../keys';
import { ENDINGS, stemOfCompanion, withoutEnding } from '../layout';
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

/** Facts whose keys depend on the configuration. */
export const CONFIGURED_KINDS: ReadonlySet<string> = new Set(['module', 'companion', 'dependency']);

type Indexed =
  | CompanionFact
  | ConfigFact
  | DependencyFact
  | IdMapFact
  | LinkFact
  | MappingFact
  | ModuleClass
  | ModuleFact
  | SignFact;

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
  companion({ file, loadCrash }, index, configuration) {
    const served = servedBy(file.path, configuration);
    for (const { discovery, id } of served) index.reads(moduleKey(discovery, id));
    if (loadCrash !== undefined) for (const { discovery } of served.slice(0, 1)) index.provides(abortingKey(discovery));
  },
  dependency(dependency, index, configuration) {
    if (dependency.name === '' || dependency.strangeId !== undefined) return;
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
});

/** The modules that a companion may belong to: its Python file and its TypeScript files have one id, but for ID maps. */
function servedBy(path: string, configuration: Configuration | undefined): Served[] {
  const stem = stemOfCompanion(path);
  const placed = configuration && placeOf(stem + ENDINGS.python[0], configuration);
  if (placed === undefined || placed.skipped !== undefined) return [];
  const { discovery, relative } = placed;
  const first = { discovery, id: idOf(placed).id };
  if (discovery.mapped.size === 0) return [first];
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

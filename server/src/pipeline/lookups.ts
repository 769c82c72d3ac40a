import type { SourceFile } from '../model/fact';
import {
  componentKey,
  configurationKey,
  fileKey,
  rememberedKey,
  rememberedKind,
  UNSEEN_KEY,
  type Lookup,
  type RunSettings,
} from '../model/lookup';
import type { Components } from './dependency-components';
import type { KeyedIndex } from './keyed-index';
import { entriesKey, type Paths } from './paths';
import type { UnseenPlaces } from './unseen-places';

interface Sources {
  readonly index: KeyedIndex;
  readonly paths: Paths;
  readonly unseen: UnseenPlaces;
  readonly files: ReadonlyMap<string, SourceFile>;
  readonly components: Components;
  readonly configurations: ReadonlyMap<string, unknown>;
  readonly runSettings: RunSettings | undefined;
  remember<T>(key: string, compute: (lookup: Lookup) => T): T;
}

/** For questions from outside, which depend on nothing. */
export function plainLookup(sources: Sources): Lookup {
  const { index, paths, unseen, files, components, configurations, runSettings } = sources;
  return {
    providers: key => index.providers(key),
    readers: key => index.readers(key),
    file: path => files.get(path),
    hasFile: path => paths.hasFile(path),
    hasFolder: path => paths.hasFolder(path),
    entries: folder => paths.entries(folder),
    unseen: () => unseen.all,
    component: key => components.of(key),
    configuration: system => configurations.get(system),
    remember: (key, compute) => sources.remember(key, compute),
    runSettings,
  };
}

/** For rules: notes what the subject that is being checked looks up (`KeyedIndex.noting`). */
export function notingLookup(sources: Sources): Lookup {
  const { index, paths, unseen, files, components, configurations, runSettings } = sources;
  return {
    providers: key => index.lookUp(key, 'providers'),
    readers: key => index.lookUp(key, 'readers'),
    file: path => (index.note(fileKey(path)), files.get(path)),
    hasFile: path => (index.note(`path:${path}`), paths.hasFile(path)),
    hasFolder: path => (index.note(`path:${path}`), paths.hasFolder(path)),
    entries: folder => (index.note(entriesKey(folder)), paths.entries(folder)),
    unseen: () => (index.note(UNSEEN_KEY), unseen.all),
    component: key => (index.note(componentKey(key)), components.of(key)),
    configuration: system => (index.note(configurationKey(system)), configurations.get(system)),
    remember(key, compute, dependsOn = 'it') {
      const value = sources.remember(key, compute);
      index.note(dependsOn === 'it' ? rememberedKey(key) : rememberedKind(key));
      return value;
    },
    runSettings,
  };
}

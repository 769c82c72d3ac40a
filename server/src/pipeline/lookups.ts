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
import type { Memory } from './memory';
import { entriesKey, type Paths } from './paths';
import type { UnseenPlaces } from './unseen-places';

/** Where lookups get their answers. */
interface Sources {
  readonly index: KeyedIndex;
  readonly paths: Paths;
  readonly unseen: UnseenPlaces;
  readonly files: { get(path: string): SourceFile | undefined };
  readonly components: Components;
  readonly configurations: { get(system: string): unknown };
  readonly memory: Memory;
  readonly runSettings: RunSettings | undefined;
}

/** For rules: notes what the subject that is being checked looks up (`KeyedIndex.noting`). */
export function notingLookup(sources: Sources): Lookup {
  const { index, paths, unseen, files, components, configurations, memory, runSettings } = sources;
  const lookup: Lookup = {
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
      const answer = memory.remember(key, () => compute(lookup));
      index.note(dependsOn === 'it' ? rememberedKey(key) : rememberedKind(key));
      return answer;
    },
    runSettings,
  };
  return lookup;
}

/** For questions from outside, which depend on nothing. What they have remembered is noted all the same, so `noting` makes it. */
export function plainLookup(sources: Sources, noting: Lookup): Lookup {
  const { index, paths, unseen, files, components, configurations, memory, runSettings } = sources;
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
    remember: (key, compute) => memory.remember(key, () => compute(noting)),
    runSettings,
  };
}

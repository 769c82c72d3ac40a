import type { Fact, SourceFile } from '../model/fact';
import {
  componentKey,
  configurationKey,
  fileKey,
  pathKey,
  rememberedKey,
  rememberedKind,
  UNSEEN_KEY,
  type Key,
  type Lookup,
  type RunSettings,
} from '../model/lookup';
import type { Components } from './dependency-components';
import { contentsOf } from './files';
import type { KeyedIndex, Role } from './keyed-index';
import type { Memory } from './memory';
import { placesInFile } from './places-in-file';
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

/** For rules: notes what the subject that is being checked looks up (`KeyedIndex.recordLookups`). */
export function recordingLookup(sources: Sources): Lookup {
  const { index, paths, unseen, files, components, configurations, memory, runSettings } = sources;
  const lookup: Lookup = {
    ...factsByKey((key, role) => index.lookUp(key, role)),
    file: path => (index.recordLookup(fileKey(path)), files.get(path)),
    contents: file => (index.recordLookup(fileKey(file.path)), contentsOf(file)),
    isBefore,
    hasFile: path => (index.recordLookup(pathKey(path)), paths.hasFile(path)),
    hasFolder: path => (index.recordLookup(pathKey(path)), paths.hasFolder(path)),
    entries: folder => (index.recordLookup(entriesKey(folder)), paths.entries(folder)),
    unseen: () => (index.recordLookup(UNSEEN_KEY), unseen.all),
    component: key => (index.recordLookup(componentKey(key)), components.of(key)),
    configuration: system => (index.recordLookup(configurationKey(system)), configurations.get(system)),
    remember(key, compute, dependsOn = 'it') {
      const answer = memory.remember(key, () => compute(lookup));
      index.recordLookup(dependsOn === 'it' ? rememberedKey(key) : rememberedKind(key));
      return answer;
    },
    runSettings,
  };
  return lookup;
}

/**
 * For questions from outside: nobody has to be told when their answers change. But what `remember` computes for them is kept, and has to be
 * forgotten with what it was made from, so it is computed with `noting`, the lookup that rules use.
 */
export function plainLookup(sources: Sources, noting: Lookup): Lookup {
  const { index, paths, unseen, files, components, configurations, memory, runSettings } = sources;
  return {
    ...factsByKey((key, role) => index[role](key)),
    file: path => files.get(path),
    contents: contentsOf,
    isBefore,
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

/** See `Lookup.isBefore`. */
export function isBefore(fact: Fact, other: Fact): boolean {
  const places = placesInFile(contentsOf(fact.file).facts);
  return (places.get(fact) ?? Infinity) < (places.get(other) ?? Infinity);
}

/** The facts under a key have the types that the key states, since `KeyWriter` puts no others there. */
export function factsByKey(facts: (key: Key, role: Role) => readonly Fact[]): Pick<Lookup, Role> {
  return {
    providers: <P extends Fact>(key: Key<P>) => facts(key, 'providers') as readonly P[],
    readers: <R extends Fact>(key: Key<Fact, R>) => facts(key, 'readers') as readonly R[],
  };
}

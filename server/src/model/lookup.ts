import { firstNotBefore } from '../base/collections';
import type { Fact, FactFile, SourceFile } from './fact';

declare const FACTS: unique symbol;

/**
 * What facts are indexed under: the text `kind:name`, e.g. `step:XGBoostTraining` or `class:XGBoostTrainingStepBuilder`. Its
 * type says which facts provide it and which read it; `KeyWriter` holds indexing to that, so that whoever looks a key up
 * need not ask for the kinds of facts. Made by the key functions of each system alone (`keys.ts`), which know the types.
 */
export type Key<Provider extends Fact = Fact, Reader extends Fact = Fact> = string & {
  readonly [FACTS]: { readonly provider: Provider; readonly reader: Reader };
};

/**
 * The keyed index as rules and resolvers see it. Reading a key makes the reader depend on it: when it changes, the reader runs
 * again. Facts come ordered by path, then by their order in the file.
 */
export interface Lookup {
  /** The facts that define `key`. */
  providers<P extends Fact>(key: Key<P>): readonly P[];
  /** The facts that name `key` without defining it. */
  readers<R extends Fact>(key: Key<Fact, R>): readonly R[];
  /** The file at `path`, when it has been read. */
  file(path: string): SourceFile | undefined;
  /** The whole of a file that a fact stands in. What is made of one file is told from the rest of it by this alone. */
  contents(file: FactFile): SourceFile;
  /**
   * Whether a fact stands before another one of its file. Nothing is noted: a fact that moves has its keys looked up again, so whoever
   * has both facts from keys runs again.
   */
  isBefore(fact: Fact, other: Fact): boolean;
  /** Whether the workspace holds a file at `path`, read or not. */
  hasFile(path: string): boolean;
  /** Whether any file lies below the folder `path`. */
  hasFolder(path: string): boolean;
  /** The names of what lies directly in a folder (the root is empty), folders with a `/` at their end; sorted. */
  entries(folder: string): readonly string[];
  /** What is there and says nothing: before anything is called absent, it has to be asked whether it may be there (`model/unseen.ts`). */
  unseen(): readonly Unseen[];
  /**
   * The keys of the dependency component whose first key is `key`, sorted: each leads to every other by edges that facts
   * state (`KeyWriter.edge`). Nothing where that is no cycle, or `key` is not the first of it.
   */
  component(key: string): readonly string[];
  /** What a system has made of the repository's configuration (`System.configuration`); its own function asks. */
  configuration(system: string): unknown;
  /**
   * What `compute` makes, kept under `key` (`kind:name`) until something changes that it looked up: for questions that are asked
   * often and change rarely. Whoever remembers it in turn depends on it or, having asked for very many, on all of its kind.
   */
  remember<T>(key: string, compute: (lookup: Lookup) => T, dependsOn?: 'it' | 'its kind'): T;
  /** See `settingsOf`, which is the one to ask. */
  readonly runSettings?: RunSettings | undefined;
}

/** What is there and says nothing: a folder that could not be listed, a file that could not be read at all, or a link to either out of the root. */
export interface Unseen {
  readonly path: string;
  readonly isFolder: boolean;
}

/** What can be said for one run, over the project file. */
export interface RunSettings {
  /** The environment whose policies are in force. */
  readonly environment?: string;
  /** What is said of the settings of systems, under their names: see `SettingsPart`. */
  readonly systems?: Readonly<Record<string, object>>;
}

/** The facts of one file among facts in the order of a lookup. They are found by halving, since thousands of files may have the same key. */
export function amongFile<F extends Fact>(facts: readonly F[], { path }: FactFile): readonly F[] {
  const first = firstNotBefore(facts, fact => fact.file.path < path);
  let end = first;
  while (facts[end]?.file.path === path) end++;
  return end - first === facts.length ? facts : facts.slice(first, end);
}

/** A key under which no facts are, for subjects that are none and for what else can be looked up. */
export type BareKey = Key<never, never>;

/** The subject that what is remembered under a key is noted for. */
export function rememberedKey(key: string): BareKey {
  return `remembered:${key}` as BareKey;
}

/** The key under which all that is remembered of a kind is looked up. */
export function rememberedKind(key: string): BareKey {
  return `all remembered:${keyParts(key).kind}` as BareKey;
}

/** The key under which the project settings and policy packs are provided; see `model/settings.ts` and `model/policy.ts`. */
export const SETTINGS_KEY = 'settings:' as Key<Fact, never>;

/** The key that is touched when there is more or less that is unseen. */
export const UNSEEN_KEY = 'unseen:' as BareKey;

/** The key under which a configuration is looked up: it stands for the whole repository. */
export function configurationKey(system: string): BareKey {
  return `configuration of ${system}:` as BareKey;
}

/** The subject of rules over dependency components, by the first key of each. */
export function componentKey(first: string): BareKey {
  return `cycle:${first}` as BareKey;
}

/** Whether there is a file or folder at a path. */
export function pathKey(path: string): BareKey {
  return `path:${path}` as BareKey;
}

/** The subject of rules over whole files. */
export function fileKey(path: string): BareKey {
  return `file:${path}` as BareKey;
}

/** Splits `kind:name`; a name may itself hold colons. */
export function keyParts(key: string): { kind: string; name: string } {
  const colon = key.indexOf(':');
  return { kind: key.slice(0, colon), name: key.slice(colon + 1) };
}

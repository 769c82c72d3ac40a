import type { Fact, SourceFile } from './fact';

/**
 * The keyed index as rules and resolvers see it. A key is `kind:name`, e.g. `step:XGBoostTraining` or
 * `class:XGBoostTrainingStepBuilder`. Reading a key makes the reader depend on it: when it changes, the reader runs
 * again. Facts come ordered by path, then by their order in the file.
 */
export interface Lookup {
  /** The facts that define `key`. */
  providers(key: string): readonly Fact[];
  /** The facts that name `key` without defining it. */
  readers(key: string): readonly Fact[];
  /** The file at `path`, when it has been read. */
  file(path: string): SourceFile | undefined;
  /** Whether the workspace holds a file at `path`, read or not. */
  hasFile(path: string): boolean;
  /** Whether any file lies below the folder `path`. */
  hasFolder(path: string): boolean;
  /** The names of what lies directly in a folder (the root is empty), folders with a `/` at their end; sorted. */
  entries(folder: string): readonly string[];
  /** See `settingsOf`, which is the one to ask. */
  readonly runSettings?: RunSettings | undefined;
}

/** What can be said for one run, over the project file: see the keys of the same names in `Settings`. */
export interface RunSettings {
  readonly core?: string;
  readonly workspaces?: string;
  /** The artifact registry that is core. */
  readonly artifacts?: string;
}

/** The key under which the project settings are provided; see `model/settings.ts`. */
export const SETTINGS_KEY = 'settings:';

export function fileKey(path: string): string {
  return `file:${path}`;
}

/** Splits `kind:name`; a name may itself hold colons. */
export function keyParts(key: string): { kind: string; name: string } {
  const colon = key.indexOf(':');
  return { kind: key.slice(0, colon), name: key.slice(colon + 1) };
}

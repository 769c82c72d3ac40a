import { ofKind, type Fact, type FactFile } from './fact';
import { SETTINGS_KEY, type Lookup } from './lookup';
import type { Severity } from './finding';
import type { Value } from './value';

/**
 * What the project file `registry-intelligence.yaml` says, checked against its schema; absent keys are absent here.
 * `docs/project-file.md` has every key with its default.
 */
export interface Settings {
  readonly resolution: ResolutionSettings;
  readonly policies: PolicySettings;
  /** Whether what would happen if all workspaces landed in core is among the findings. */
  readonly mergePreview: boolean;
  readonly rules: readonly RuleSetting[];
  /** What each system is set by, under the name of the system: only its own `SettingsPart` knows what is in it. */
  readonly systems: Readonly<Record<string, object>>;
}

/** In which way names are resolved where the question does not say it (`resolution` of the project file). */
export interface ResolutionSettings {
  readonly profile: Profile;
  readonly mode: Mode;
  /** What profile `intelligent` prefers where neither the question nor the workspace's metadata says any. */
  readonly preferredFrameworks: readonly string[];
  readonly environmentPreferences: readonly string[];
}

/** Which policy packs are in force (`policies` of the project file). */
export interface PolicySettings {
  /** The paths of policy packs. */
  readonly packs: readonly string[];
  /** The environment whose severities apply. */
  readonly environment?: string;
}

/** The order in which definitions are asked for a name (resolution.md). */
export type Profile = 'isolated' | 'hybrid' | 'intelligent';
/** What happens where profile `intelligent` is left with several candidates (`docs/project-file.md`). */
export type Mode = 'automatic' | 'interactive' | 'strict';

/** Sets the severity of a rule or a family (`step/*`), everywhere or where `paths` or `workspaces` match. */
export interface RuleSetting {
  readonly code: string;
  readonly severity: Severity | 'off';
  /** Globs over paths relative to the root. */
  readonly paths?: readonly string[];
  readonly workspaces?: readonly string[];
}

/** The project file as a fact; its file provides it under `SETTINGS_KEY`. */
export interface SettingsFact extends Fact {
  readonly kind: 'settings';
  readonly settings: Settings;
  /** The paths that it names, which should be there; `Part.fieldValue` of its index here is where each is written. */
  readonly paths: readonly NamedPath[];
}

/** A path that the project file says something about. */
export interface NamedPath {
  readonly path: string;
  readonly what: 'file' | 'folder' | 'file or folder';
  /** The consequence if nothing is at the path, as a part of a message. */
  readonly otherwise: string;
}

/**
 * The keys of the project file that one system is set by. The system reads them and gives them their type; the model keeps
 * what it has read under the name of the system.
 */
export interface SettingsPart<T extends object, S extends object = Partial<T>> {
  readonly system: string;
  /** The settings where the project file says nothing. */
  readonly initial: T;
  read(from: SettingsReader): T;
  /** The settings with what was said for one run; by default, what was said replaces what the project file says. */
  forRun?(settings: T, said: S): T;
}

/** A mapping of the project file, or an item of a list. What breaks the schema is absent. */
export interface SettingsReader {
  /** The value under keys; without any, the item itself. */
  value(...keys: readonly string[]): Value | undefined;
  /** Same, if it is a path below the root: with `/` and without an end. One that leads out of the root is reported. */
  path(...keys: readonly string[]): string | undefined;
  /** The items of a list, each to be read for itself. `isWhole` says that nothing in an item breaks the schema. */
  items(...keys: readonly string[]): readonly { readonly item: SettingsReader; readonly isWhole: boolean }[];
  /** Reports something else that is wrong with the item. */
  report(message: string): void;
  /** Has it reported at a key when nothing is at the path that stands there. */
  expect(named: NamedPath, ...keys: readonly string[]): void;
}

/** Whether a fact is the project file. */
export const isSettings = ofKind<SettingsFact>('settings');

/** What holds without a project file. Each system has its defaults in `SettingsPart.initial`. */
export const DEFAULT_SETTINGS: Settings = {
  resolution: { profile: 'isolated', mode: 'automatic', preferredFrameworks: [], environmentPreferences: [] },
  policies: { packs: [] },
  mergePreview: false,
  rules: [],
  systems: {},
};

/** The project file, while it is damaged on disk: then it may say more than can be read. */
export function damagedSettings(lookup: Lookup): FactFile | undefined {
  return lookup.providers(SETTINGS_KEY).find(fact => isSettings(fact) && fact.file.incomplete)?.file;
}

/** The settings in force: the project file's, or the defaults; what was said for this run wins. */
export function settingsOf(lookup: Lookup): Settings {
  const fact = lookup.providers(SETTINGS_KEY).find(isSettings);
  const given = fact?.settings ?? DEFAULT_SETTINGS;
  const environment = lookup.runSettings?.environment;
  return environment === undefined ? given : { ...given, policies: { ...given.policies, environment } };
}

/** What a system is set by. */
export function settingsPart<T extends object, S extends object>(part: SettingsPart<T, S>, lookup: Lookup): T {
  const given = (settingsOf(lookup).systems[part.system] as T | undefined) ?? part.initial;
  const said = runSettingsPart(part, lookup);
  if (said === undefined) return given;
  return part.forRun?.(given, said) ?? { ...given, ...said };
}

/** What of a system's settings was said for this run alone. */
export function runSettingsPart<T extends object, S extends object>(
  { system }: SettingsPart<T, S>,
  lookup: Lookup,
): S | undefined {
  return lookup.runSettings?.systems?.[system] as S | undefined;
}

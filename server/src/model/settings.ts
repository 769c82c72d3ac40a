import type { Fact } from './fact';
import { SETTINGS_KEY, type ExtensionRoot, type Lookup } from './lookup';
import type { Severity } from './finding';

/**
 * What the project file `registry-intelligence.yaml` says, checked against its schema; absent keys are absent here.
 * `docs/project-file.md` has every key with its default.
 */
export interface Settings {
  /** The file or folder that holds the core registry. */
  readonly core?: string;
  /** The folder whose subfolders are developer workspaces. */
  readonly workspaces?: string;
  /** Where modules are discovered. */
  readonly extensions?: readonly ExtensionRoot[];
  /** The file that gives modules other ids. */
  readonly idMap?: string;
  readonly resolution: ResolutionSettings;
  readonly rules: readonly RuleSetting[];
}

export interface ResolutionSettings {
  readonly profile: Profile;
  readonly mode: Mode;
  /** What profile `intelligent` prefers where neither the question nor the workspace's metadata says any. */
  readonly preferredFrameworks: readonly string[];
  readonly environmentPreferences: readonly string[];
}

export type Profile = 'isolated' | 'hybrid' | 'intelligent';
export type Mode = 'automatic' | 'interactive' | 'strict';

/** Sets the severity of a rule or a family (`step/*`), everywhere or where `paths` or `workspaces` match. */
export interface RuleSetting {
  readonly code: string;
  readonly severity: Severity | 'off';
  /** Globs over paths relative to the root. */
  readonly paths?: readonly string[];
  readonly workspaces?: readonly string[];
}

export interface SettingsFact extends Fact {
  readonly kind: 'settings';
  readonly settings: Settings;
}

export const DEFAULT_SETTINGS: Settings = {
  resolution: { profile: 'isolated', mode: 'automatic', preferredFrameworks: [], environmentPreferences: [] },
  rules: [],
};

/** The settings in force: the project file's, or the defaults; what was said for this run wins. */
export function settingsOf(lookup: Lookup): Settings {
  const [fact] = lookup.providers(SETTINGS_KEY);
  const settings = fact === undefined ? DEFAULT_SETTINGS : (fact as SettingsFact).settings;
  return lookup.runSettings === undefined ? settings : { ...settings, ...lookup.runSettings };
}

import type { Fact, SourceFile } from './fact';
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
  readonly artifacts: ArtifactSettings;
  readonly policies: PolicySettings;
  /** Whether what would happen if all workspaces landed in core is among the findings. */
  readonly mergePreview: boolean;
  readonly rules: readonly RuleSetting[];
}

export interface ResolutionSettings {
  readonly profile: Profile;
  readonly mode: Mode;
  /** What profile `intelligent` prefers where neither the question nor the workspace's metadata says any. */
  readonly preferredFrameworks: readonly string[];
  readonly environmentPreferences: readonly string[];
}

export interface ArtifactSettings {
  /** In the order written; other registries are found by their content. */
  readonly registries: readonly RegistrySetting[];
  readonly policy: VersionPolicy;
  /** Versions by name of artifact, with its namespace where it has one: `dev/stamper_node`. */
  readonly pins: ReadonlyMap<string, string>;
  /** What symbolic names stand for: `stamper_node@1.0.0`. */
  readonly aliases: ReadonlyMap<string, string>;
  /** The field of metadata that policy `highest_trust` compares, as a dotted path. */
  readonly trustField: string;
  readonly includeWip: boolean;
}

export interface RegistrySetting {
  readonly path: string;
  /** Which item of the list it is; those with something wrong in them are left out. Absent for what was said for the run. */
  readonly index?: number;
  readonly scope?: RegistryScope;
  /** Among plugin registries the highest is asked first. */
  readonly precedence?: number;
  readonly namespace?: string;
}

export interface PolicySettings {
  /** The paths of policy packs. */
  readonly packs: readonly string[];
  /** Whose severities are in force. */
  readonly environment?: string;
}

export type VersionPolicy = 'latest' | 'highest_trust' | 'exact' | 'pinned';
export type RegistryScope = 'core' | 'plugin' | 'local';

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
  artifacts: {
    registries: [],
    policy: 'latest',
    pins: new Map(),
    aliases: new Map(),
    trustField: 'trust_score_stub.trust_score',
    includeWip: false,
  },
  policies: { packs: [] },
  mergePreview: false,
  rules: [],
};

/** The project file, while it is damaged on disk: then it may say more than can be read. */
export function damagedSettings(lookup: Lookup): SourceFile | undefined {
  return lookup.providers(SETTINGS_KEY).find(({ kind, file }) => kind === 'settings' && file.incomplete)?.file;
}

/** The settings in force: the project file's, or the defaults; what was said for this run wins. */
export function settingsOf(lookup: Lookup): Settings {
  const fact = lookup.providers(SETTINGS_KEY).find((each): each is SettingsFact => each.kind === 'settings');
  const given = fact?.settings ?? DEFAULT_SETTINGS;
  if (lookup.runSettings === undefined) return given;
  const { artifacts: core, environment, ...said } = lookup.runSettings;
  const policies = environment === undefined ? given.policies : { ...given.policies, environment };
  const settings = { ...given, policies };
  const { artifacts } = settings;
  if (core === undefined) return { ...settings, ...said };
  const others = artifacts.registries.filter(({ path, scope }) => path !== core && scope !== 'core');
  return { ...settings, ...said, artifacts: { ...artifacts, registries: [{ path: core, scope: 'core' }, ...others] } };
}

import type { RunOption } from '../../model/command-line';
import type { Lookup } from '../../model/lookup';
import type { VersionPolicy } from '../../model/policy';
import { settingsPart, type SettingsPart, type SettingsReader } from '../../model/settings';
import { isMapping, type Value } from '../../model/value';

/** What versioned artifacts are set by: the mapping `artifacts` of the project file. */
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

/** A registry that the project file names. */
export interface RegistrySetting {
  readonly path: string;
  readonly scope?: RegistryScope;
  /** Among plugin registries the highest is asked first. */
  readonly precedence?: number;
  readonly namespace?: string;
}

/** Whose a registry is, which says when it is asked. */
export type RegistryScope = 'core' | 'plugin' | 'local';

const initial: ArtifactSettings = {
  registries: [],
  policy: 'latest',
  pins: new Map(),
  aliases: new Map(),
  trustField: 'trust_score_stub.trust_score',
  includeWip: false,
};

/** The registry that is core in this run, whatever the project file says of it. */
interface SaidForRun {
  readonly core?: string;
}

/** What the project file says of artifacts. */
export const settings: SettingsPart<ArtifactSettings, SaidForRun> = {
  system: 'artifacts',
  initial,
  read(from) {
    const at = (key: string): Value | undefined => from.value('artifacts', key);
    const [policy, field] = [at('policy'), at('trust_field')];
    return {
      // A registry with anything wrong in it is left out, as a rule setting is.
      registries: from
        .items('artifacts', 'registries')
        .flatMap(({ item, isWhole }) => (isWhole ? registryFrom(item) : [])),
      policy: typeof policy === 'string' ? (policy as VersionPolicy) : initial.policy,
      pins: textsOf(at('pins')),
      aliases: textsOf(at('aliases')),
      trustField: typeof field === 'string' ? field : initial.trustField,
      includeWip: at('include_wip') === true,
    };
  },
  forRun(given, { core }) {
    if (core === undefined) return given;
    const others = given.registries.filter(({ path, scope }) => path !== core && scope !== 'core');
    return { ...given, registries: [{ path: core, scope: 'core' }, ...others] };
  },
};

function registryFrom(item: SettingsReader): RegistrySetting[] {
  const [written, scope, precedence, namespace] = ['path', 'scope', 'precedence', 'namespace'].map(key =>
    item.value(key),
  );
  const names = typeof written === 'string' ? written.split('/').filter(name => name !== '' && name !== '.') : [];
  if (names.length === 0) return [];
  const path = names.join('/');
  item.expect({ path, what: 'file', otherwise: 'this registry is not asked' }, 'path');
  return [
    {
      path,
      ...(typeof scope === 'string' ? { scope: scope as RegistryScope } : {}),
      ...(typeof precedence === 'number' ? { precedence } : {}),
      ...(typeof namespace === 'string' ? { namespace } : {}),
    },
  ];
}

/** The texts of a mapping, by key. */
function textsOf(value: Value | undefined): Map<string, string> {
  const texts = [...(isMapping(value) ? value : [])].filter(([, each]) => typeof each === 'string');
  return new Map(texts as [string, string][]);
}

/** The settings of artifacts that hold now. */
export function artifactSettings(lookup: Lookup): ArtifactSettings {
  return settingsPart(settings, lookup);
}

/** What a run of the command line can say of artifacts. */
export const runOptions: readonly RunOption[] = [
  {
    rank: 3,
    flags: '--artifacts <file>',
    description: 'the artifact registry that is asked first',
    setting: 'core',
    takes: 'path',
  },
];

import { compareStrings } from '../../../base/collections';
import { memoizePerObject } from '../../../base/memoize-per-object';
import { folderOf, foldersUpwards, joinPath } from '../../../base/paths';
import type { Lookup } from '../../../model/lookup';
import { decidingPolicy, type PolicyInForce } from '../../../model/policy';
import { artifactSettings, type RegistryScope, type RegistrySetting } from '../settings';
import { isArtifact, type ArtifactEntry, type PluginFact, type RegistryHeader } from '../facts';
import { identityOf } from './identity';
import { PLUGINS_KEY, REGISTRIES_KEY } from '../keys';
import { isSamplePath } from '../layout';

/** A registry, and when it is asked. */
export interface Registry {
  readonly header: RegistryHeader;
  readonly path: string;
  readonly scope: RegistryScope;
  readonly precedence: number;
  /** The policy that gives it this precedence. */
  readonly by?: PolicyInForce;
  readonly namespace: string;
  /** The entry point that announces it. */
  readonly plugin?: PluginFact;
  /** When plugins are loaded: the place of its entry point among all. */
  readonly loaded: number;
}

/** The entries of a registry, in the order of the text. */
export function entriesIn({ file }: RegistryHeader, lookup: Lookup): ArtifactEntry[] {
  return lookup.contents(file).facts.filter(isArtifact);
}

const SCOPES: readonly RegistryScope[] = ['core', 'plugin', 'local'];

/**
 * Every registry in the order in which they are asked: core, plugins by precedence, then load order, local ones
 * (resolution.md, Artifacts). What the project file says of a registry wins over what its place says.
 */
export function registriesOf(lookup: Lookup): readonly Registry[] {
  // Asked for by every entry of every registry.
  return lookup.remember('artifact registries:', allRegistries);
}

function allRegistries(lookup: Lookup): Registry[] {
  const settings = settingsByPath(artifactSettings(lookup).registries);
  const plugins = lookup.providers(PLUGINS_KEY);
  const pluginOf = packagesOf(plugins);
  const headers = lookup
    .providers(REGISTRIES_KEY)
    .filter(({ form, file }) => form !== 'broken' && !isSamplePath(file.path));
  const likely = [...headers].sort(byLikelihood).map(({ file }) => file.path);
  const hasCore = [...settings.values()].some(each => each.scope === 'core');
  const core = likely.find(
    path => settings.get(path)?.scope === undefined && pluginOf(path) === undefined && !isPerNode(path),
  );
  const all = headers.map((header): Registry => {
    const { path } = header.file;
    const said = settings.get(path);
    const loaded = pluginOf(path);
    const plugin = loaded === undefined ? undefined : plugins[loaded];
    const isCore = !hasCore && core !== undefined && folderOf(core) === folderOf(path);
    const scope = said?.scope ?? (plugin !== undefined ? 'plugin' : isCore ? 'core' : 'local');
    return {
      header,
      path,
      scope,
      precedence: said?.precedence ?? header.precedence,
      namespace: said?.namespace ?? header.name,
      ...(plugin === undefined ? {} : { plugin }),
      loaded: loaded ?? plugins.length,
    };
  });
  return all.sort(comparePrecedence);
}

/** What the project file says of each registry: the first that it says. */
const settingsByPath = memoizePerObject(
  (settings: readonly RegistrySetting[]): ReadonlyMap<string, RegistrySetting> =>
    new Map(settings.toReversed().map(each => [each.path, each])),
);

/** Sorts registries, or what has one, in the order in which they are asked. */
export function comparePrecedence(a: Registry, b: Registry): number {
  return (
    SCOPES.indexOf(a.scope) - SCOPES.indexOf(b.scope) ||
    b.precedence - a.precedence ||
    a.loaded - b.loaded ||
    depth(a.path) - depth(b.path) ||
    compareStrings(a.path, b.path)
  );
}

/** The registry of an entry, with the precedence that a policy gives the entry; the project file goes over policies. */
export function registryOf(
  entry: ArtifactEntry,
  registries: readonly Registry[],
  lookup: Lookup,
): Registry | undefined {
  const { path } = entry.file;
  const registry = registriesByPath(registries).get(path);
  const said = settingsByPath(artifactSettings(lookup).registries).get(path);
  if (registry === undefined || said?.precedence !== undefined) return registry;
  const by = decidingPolicy(lookup, identityOf(entry, lookup), ({ precedence }) => precedence !== undefined);
  if (by?.policy.precedence === undefined) return registry;
  return { ...registry, precedence: by.policy.precedence, by };
}

const registriesByPath = memoizePerObject(
  (registries: readonly Registry[]): ReadonlyMap<string, Registry> =>
    new Map(registries.map(registry => [registry.path, registry])),
);

/** Gives a function that finds the first entry point whose package a file lies in, as its place among all. */
function packagesOf(plugins: readonly PluginFact[]): (path: string) => number | undefined {
  const places = new Map<string, number>();
  for (const [place, { file, target }] of plugins.entries()) {
    const folder = folderOf(file.path);
    // Installed packages have the file in a folder beside the package.
    const home = /\.(?:dist|egg)-info$/.test(folder) ? folderOf(folder) : folder;
    const [name = target] = target.split(/[.:]/);
    for (const at of [joinPath(home, name), joinPath(home, `src/${name}`)]) if (!places.has(at)) places.set(at, place);
  }
  return path => {
    let first: number | undefined;
    for (const folder of foldersUpwards(folderOf(path))) {
      const place = places.get(folder);
      if (place !== undefined && (first === undefined || place < first)) first = place;
    }
    return first;
  };
}

/** A registry inside the folder of an artifact: `nodes/x/registry.yaml`. */
function isPerNode(path: string): boolean {
  return /(^|\/)(?:nodes\/[^/]+|v\d+_\d+_\d+)\//.test(path);
}

/** The core registry stands in a folder of its own, `registry/`, has no namespace, and is nearer to the root than others. */
function byLikelihood({ name: a, file: { path: one } }: RegistryHeader, { name: b, file }: RegistryHeader): number {
  const other = file.path;
  const isPlaced = (path: string): number => Number(path.includes('registry/registry.'));
  return (
    isPlaced(other) - isPlaced(one) ||
    Number(a !== '') - Number(b !== '') ||
    depth(one) - depth(other) ||
    compareStrings(one, other)
  );
}

function depth(path: string): number {
  return path.split('/').length;
}

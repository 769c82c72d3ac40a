import { compareStrings } from '../../../base/collections';
import { folderOf, isBelow, joinPath } from '../../../base/paths';
import type { Lookup } from '../../../model/lookup';
import { decidingPolicy, type PolicyInForce } from '../../../model/policy';
import { artifactSettings, type RegistryScope } from '../settings';
import type { ArtifactEntry, PluginFact, RegistryHeader } from '../facts';
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

const SCOPES: readonly RegistryScope[] = ['core', 'plugin', 'local'];

/**
 * Every registry in the order in which they are asked: core, plugins by precedence, then load order, local ones
 * (resolution.md, Artifacts). What the project file says of a registry wins over what its place says.
 */
export function registriesOf(lookup: Lookup): Registry[] {
  const { registries: settings } = artifactSettings(lookup);
  const plugins = lookup.providers(PLUGINS_KEY);
  const headers = lookup
    .providers(REGISTRIES_KEY)
    .filter(({ form, file }) => form !== 'broken' && !isSamplePath(file.path));
  const likely = [...headers].sort(byLikelihood).map(({ file }) => file.path);
  const isSaid = (path: string): boolean => settings.some(each => each.path === path && each.scope !== undefined);
  const hasCore = settings.some(each => each.scope === 'core');
  const core = likely.find(path => !isSaid(path) && pluginOf(path, plugins) === undefined && !isPerNode(path));
  const all = headers.map((header): Registry => {
    const { path } = header.file;
    const said = settings.find(each => each.path === path);
    const plugin = pluginOf(path, plugins);
    const isCore = !hasCore && core !== undefined && folderOf(core) === folderOf(path);
    const scope = said?.scope ?? (plugin !== undefined ? 'plugin' : isCore ? 'core' : 'local');
    return {
      header,
      path,
      scope,
      precedence: said?.precedence ?? header.precedence,
      namespace: said?.namespace ?? header.name,
      ...(plugin === undefined ? {} : { plugin }),
      loaded: plugin === undefined ? plugins.length : plugins.indexOf(plugin),
    };
  });
  return all.sort(comparePrecedence);
}

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
  const registry = registries.find(({ path }) => path === entry.file.path);
  const said = artifactSettings(lookup).registries.find(({ path }) => path === entry.file.path);
  if (registry === undefined || said?.precedence !== undefined) return registry;
  const by = decidingPolicy(lookup, identityOf(entry, lookup), ({ precedence }) => precedence !== undefined);
  if (by?.policy.precedence === undefined) return registry;
  return { ...registry, precedence: by.policy.precedence, by };
}

/** The first entry point whose package a file lies in. */
function pluginOf(path: string, plugins: readonly PluginFact[]): PluginFact | undefined {
  return plugins.find(({ file, target }) => {
    const folder = folderOf(file.path);
    // Installed packages have the file in a folder beside the package.
    const home = /\.(?:dist|egg)-info$/.test(folder) ? folderOf(folder) : folder;
    const [name = target] = target.split(/[.:]/);
    return [joinPath(home, name), joinPath(home, `src/${name}`)].some(at => isBelow(path, at));
  });
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

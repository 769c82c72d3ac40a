import type { FactFile } from '../../../model/fact';
import { fileName, folderOf, foldersUpwards, isBelow } from '../../../base/paths';
import type { LinkFact } from '../../../model/link';
import type { Key, Lookup } from '../../../model/lookup';
import { damagedSettings } from '../../../model/settings';
import { areRootsOfRun, moduleSettings, settings, type ExtensionRoot } from '../settings';
import type { ConfigFact, IdMapFact, Language, MappingFact, RegistryFact, SignFact } from '../facts';
import { resolvePath } from '../layout';
import { linksBelow, mostOpen, realPath, scanLinks, type LinkScan, type ScannedLink } from './scan-links';

/** Facts that say where modules are discovered. */
export const CONFIGURATION_KINDS: ReadonlySet<string> = new Set([
  'settings',
  'apcore',
  'module-sign',
  'id-map',
  'id-mapping',
  'link',
  'module-registry',
]);

/** All files that configure the registry of modules. */
export const CONFIGS_KEY = 'module-configs:' as Key<ConfigFact, never>;
/** All files that show a folder to be one of modules. */
export const SIGNS_KEY = 'module-signs:' as Key<SignFact, never>;
/** All calls of `Registry` that say where modules are. */
export const REGISTRIES_KEY = 'module-registries:' as Key<RegistryFact, never>;
/** All symbolic links. */
export const LINKS_KEY = 'links:' as Key<LinkFact, never>;
/** What an ID map maps. */
export const mappingsKey = (path: string) => `id-mappings:${path}` as Key<IdMapFact | MappingFact, never>;

/** One discovery, as `Registry.discover()` would run it; of Python and of TypeScript files apart. */
export interface Discovery {
  /** Tells discoveries apart: the folder that it is configured for, or the extensions folder that it is. */
  readonly name: string;
  readonly roots: readonly ExtensionRoot[];
  /** A list of roots, or a namespace: then ids begin with one (formats 2.2). */
  readonly isMulti: boolean;
  readonly maxDepth: number;
  readonly followSymlinks: boolean;
  /** The path of the ID map; `outside` where it leads out of the repository. */
  readonly idMap?: string;
  /** What the map says, by path relative to a root. The last entry for a file wins. */
  readonly mapped: ReadonlyMap<string, MappedFile>;
  /** What configures it: `apcore.yaml`, the project file, Python code, or nothing but the folder's name and content. */
  readonly by: 'run' | 'project' | 'apcore' | 'code' | 'folder';
  /** The one language that it looks for; absent where it is run for each. */
  readonly language?: Language;
}

/** What an ID map says of a file. */
export interface MappedFile {
  readonly id: string;
  /** The type of an id that is no text. */
  readonly strangeId?: string;
  readonly className?: string;
}

/** Every discovery of the repository. A folder may be a root of several, and several times one of the same. */
export interface Configuration {
  readonly discoveries: readonly Discovery[];
  /** The scans that begin at a folder, in their order. */
  readonly scans: ReadonlyMap<string, readonly RootScan[]>;
  /** Links below the roots; of several scans that come to one, what the scan says that looks behind it. */
  readonly links: ReadonlyMap<string, ScannedLink>;
}

/** The scan of one root by one discovery. */
export interface RootScan {
  readonly discovery: Discovery;
  readonly root: ExtensionRoot;
  /** Which of the roots of the discovery that is. */
  readonly rank: number;
  /** What it makes of the links below the root. */
  readonly links: LinkScan;
}

const NOTHING: Configuration = { discoveries: [], scans: new Map(), links: new Map() };

/** Where modules are discovered. Whoever asks is asked again when that changes. */
export function configurationOf(lookup: Lookup): Configuration {
  return (lookup.configuration(settings.system) as Configuration | undefined) ?? NOTHING;
}

/** Makes the configuration: what is said for the run, else the project file, else every `apcore.yaml`; and then `extensions`
 * folders that hold modules and lie in no root. Nothing is discovered where one of those files cannot be read, or is damaged. */
export function readConfiguration(lookup: Lookup): Configuration {
  const { extensions, idMap } = moduleSettings(lookup);
  const configs = lookup.providers(CONFIGS_KEY);
  const own = configs.find(({ name }) => name === '');
  const said: Discovery[] = [];
  if (extensions !== undefined) {
    const by = areRootsOfRun(lookup) ? 'run' : 'project';
    said.push(discovery({ name: '', roots: extensions, by }, own, idMap ?? mapOf(own), lookup));
  }
  for (const config of configs) {
    if (extensions !== undefined && config === own) continue;
    const at = config.name === '' ? '' : `${config.name}/`;
    const roots = config.roots?.flatMap(root => (root.path === undefined ? [] : [rootOf(root.path, root.namespace)]));
    const map = config === own ? (idMap ?? mapOf(config)) : mapOf(config);
    said.push(
      discovery(
        { name: config.name, roots: roots ?? [{ path: `${at}extensions` }], by: 'apcore' },
        config,
        map,
        lookup,
      ),
    );
  }
  if (isAnyUnreadable(said, lookup)) return NOTHING;
  if (extensions === undefined) said.push(...fromCode(said, configs, lookup));
  const taken = said.flatMap(({ roots }) => roots);
  const bare =
    extensions === undefined ? new Set(lookup.providers(SIGNS_KEY).map(({ name }) => name)) : new Set<string>();
  // Where a configuration says other roots, the folder that would be one by default is none.
  const settled = new Set(configs.filter(({ roots }) => roots !== undefined).map(({ name }) => name));
  for (const path of bare)
    if (
      !settled.has(folderOf(path)) &&
      !taken.some(root => root.path === path || isBelow(path, root.path) || isBelow(root.path, path))
    )
      said.push(
        discovery(
          { name: path, roots: [{ path }], by: 'folder' },
          undefined,
          folderOf(path) === '' ? idMap : undefined,
          lookup,
        ),
      );
  const links = lookup.providers(LINKS_KEY);
  const torn = configs.filter(({ file }) => file.incomplete);
  const whole = said.filter(each => !isDamaged(each, torn));
  const discoveries = throughLinks(whole, links);
  const below = linksBelow(links, new Set(discoveries.flatMap(({ roots }) => roots.map(({ path }) => path))));
  const scans = new Map<string, RootScan[]>();
  for (const each of discoveries)
    for (const [rank, root] of each.roots.entries()) {
      const { path } = root;
      const scan = { discovery: each, root, rank, links: scanLinks(below.get(path) ?? [], path, each.followSymlinks) };
      const there = scans.get(path);
      if (there === undefined) scans.set(path, [scan]);
      else there.push(scan);
    }
  return { discoveries, scans, links: mostOpen([...scans.values()].flat().map(each => each.links)) };
}

/**
 * The discoveries of the registries that Python code makes: it runs where the nearest `apcore.yaml` above it lies, else in the root of the
 * repository. A folder that is configured already is no other one.
 */
function fromCode(said: readonly Discovery[], configs: readonly ConfigFact[], lookup: Lookup): Discovery[] {
  const found: Discovery[] = [];
  const configured = new Set(configs.map(({ name }) => name));
  const known = new Set(said.flatMap(each => each.roots.map(({ path }) => path)));
  for (const { file, roots, idMap } of lookup.providers(REGISTRIES_KEY)) {
    const from = [...foldersUpwards(folderOf(file.path))].find(folder => configured.has(folder)) ?? '';
    const paths = roots.flatMap(({ path, namespace }) => {
      const at = resolvePath(from, path);
      return at === undefined ? [] : [rootOf(at, namespace)];
    });
    const [first] = paths;
    // The whole repository is no folder of modules, whatever its code is run for.
    if (first === undefined || paths.length < roots.length || paths.some(({ path }) => path === '')) continue;
    if (paths.every(({ path }) => known.has(path))) continue;
    for (const { path } of paths) known.add(path);
    const map = idMap === undefined ? undefined : (resolvePath(from, idMap) ?? OUTSIDE_REPOSITORY);
    found.push({
      ...discovery({ name: first.path, roots: paths, by: 'code' }, undefined, map, lookup),
      language: 'python',
    });
  }
  return found;
}

/** Roots at their real places, whose namespaces stay those that they would have without links. */
function throughLinks(discoveries: readonly Discovery[], links: readonly LinkFact[]): readonly Discovery[] {
  if (links.length === 0) return discoveries;
  const byPath = new Map(links.map(link => [link.file.path, link]));
  return discoveries.map(each => ({
    ...each,
    roots: each.roots.map(root => {
      const path = realPath(root.path, byPath);
      if (path === root.path) return root;
      return { path, ...(each.isMulti ? { namespace: namespaceOf(root) } : {}) };
    }),
  }));
}

/** Whether a file that says where modules are, or how they are called, could not be read: then nothing can be told. */
function isAnyUnreadable(said: readonly Discovery[], lookup: Lookup): boolean {
  if (damagedSettings(lookup) !== undefined) return true;
  const maps = new Set(said.map(({ idMap }) => idMap));
  return lookup
    .unseen()
    .some(({ path, isFolder }) => !isFolder && (fileName(path) === 'apcore.yaml' || maps.has(path)));
}

/** The damaged files among those that say where modules are: what they configure is left alone. A damaged ID map aborts. */
export function damagedConfigurationFiles(lookup: Lookup): FactFile[] {
  return lookup
    .providers(CONFIGS_KEY)
    .map(({ file }) => file)
    .filter(({ incomplete }) => incomplete);
}

/** Whether the `apcore.yaml` that a discovery goes by is damaged; of a folder without an `apcore.yaml`, one above it may have said what it is. */
function isDamaged({ name, by }: Discovery, torn: readonly ConfigFact[]): boolean {
  return torn.some(config => name === config.name || (by === 'folder' && isBelow(name, config.name)));
}

function rootOf(path: string, namespace: string | undefined): ExtensionRoot {
  return namespace === undefined ? { path } : { path, namespace };
}

function mapOf(config: ConfigFact | undefined): string | undefined {
  return config?.idMap === undefined ? undefined : (resolvePath(config.name, config.idMap) ?? OUTSIDE_REPOSITORY);
}

/** The path of an ID map that lies outside of the repository: no file is called so. */
export const OUTSIDE_REPOSITORY = '..';

const MAX_DEPTH = 8;

function discovery(
  base: Pick<Discovery, 'name' | 'roots' | 'by'>,
  config: ConfigFact | undefined,
  idMap: string | undefined,
  lookup: Lookup,
): Discovery {
  const mappings = idMap === undefined ? [] : lookup.providers(mappingsKey(idMap));
  const mapped = new Map<string, MappedFile>();
  for (const fact of mappings) {
    if (fact.kind !== 'id-mapping' || fact.path === undefined) continue;
    const { path, id, strangeId, className } = fact;
    mapped.set(path, {
      id: id ?? path,
      ...(strangeId === undefined ? {} : { strangeId }),
      ...(className === undefined ? {} : { className }),
    });
  }
  return {
    ...base,
    isMulti:
      (base.by === 'apcore' && config?.isList === true) ||
      base.roots.length > 1 ||
      base.roots.some(({ namespace }) => namespace !== undefined),
    maxDepth: config?.maxDepth ?? MAX_DEPTH,
    followSymlinks: config?.followSymlinks ?? false,
    ...(idMap === undefined ? {} : { idMap }),
    mapped,
  };
}

/** The namespace of the modules below a root. */
export function namespaceOf({ path, namespace }: ExtensionRoot): string {
  return namespace ?? fileName(path);
}

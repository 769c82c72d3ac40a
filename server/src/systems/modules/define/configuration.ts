import type { Fact, SourceFile } from '../../../model/fact';
import { defined } from '../../../base/defined';
import { fileName, folderOf, isBelow } from '../../../base/paths';
import type { LinkFact } from '../../../model/link';
import type { Key, Lookup } from '../../../model/lookup';
import { damagedSettings } from '../../../model/settings';
import { areRootsOfRun, moduleSettings, settings, type ExtensionRoot } from '../settings';
import type { ConfigFact, IdMapFact, Language, MappingFact, SignFact } from '../facts';
import { isHidden, languageOf, resolvePath, withoutEnding } from '../layout';
import { isEntered, realPath, scanLinks, type ScannedLink } from './scan-links';

/** Facts that say where modules are discovered. */
export const CONFIGURATION_KINDS: ReadonlySet<string> = new Set([
  'settings',
  'apcore',
  'module-sign',
  'id-map',
  'id-mapping',
  'link',
]);

export const CONFIGS_KEY = 'module-configs:' as Key<ConfigFact, never>;
export const SIGNS_KEY = 'module-signs:' as Key<SignFact, never>;
export const LINKS_KEY = 'links:' as Key<LinkFact, never>;
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
  /** What configures it: `apcore.yaml`, the project file, or nothing but the folder's name and content. */
  readonly by: 'run' | 'project' | 'apcore' | 'folder';
}

/** What an ID map says of a file. */
export interface MappedFile {
  readonly id: string;
  /** The type of an id that is no text. */
  readonly strangeId?: string;
  readonly className?: string;
}

/** Every discovery of the repository. The same root may not serve two. */
export interface Configuration {
  readonly discoveries: readonly Discovery[];
  /** By the path of the root: which discovery, and which of its roots. */
  readonly roots: ReadonlyMap<string, readonly [discovery: number, root: number]>;
  /** Links below the roots. */
  readonly links: ReadonlyMap<string, ScannedLink>;
}

const NOTHING: Configuration = { discoveries: [], roots: new Map(), links: new Map() };

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
  const roots = new Map<string, readonly [number, number]>();
  discoveries.forEach((each, i) => {
    each.roots.forEach((root, j) => {
      if (!roots.has(root.path)) roots.set(root.path, [i, j]);
    });
  });
  return { discoveries, roots, links: scanLinks(links, { discoveries, roots }) };
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
export function damagedConfigurationFiles(lookup: Lookup): SourceFile[] {
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

/** Where a file stands in a discovery. */
export interface ModulePlace {
  readonly discovery: Discovery;
  readonly root: ExtensionRoot;
  /** The path below the root. */
  readonly relative: string;
  readonly language: Language;
  /** Why the scan passes over it; such a file is no module, whatever is in it. */
  readonly skipped?: 'hidden' | 'depth' | 'link';
}

/** The place of a file that a discovery has as one of its modules. */
export function placeOfModule({ file }: Fact, configuration: Configuration): ModulePlace {
  return defined(placeOf(file.path, configuration), 'the place of a module file');
}

/** The discovery that a module file belongs to; a companion is asked for by the file that it would belong to. */
export function placeOf(path: string, { discoveries, roots, links }: Configuration): ModulePlace | undefined {
  const language = languageOf(path);
  if (language === undefined) return undefined;
  let isCut = links.has(path) && !isEntered(path, links);
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    const found = roots.get(folder);
    if (found !== undefined) {
      const discovery = defined(discoveries[found[0]], 'the discovery of a root');
      const relative = folder === '' ? path : path.slice(folder.length + 1);
      const skipped = isCut ? 'link' : skippedAs(relative, discovery);
      const root = defined(discovery.roots[found[1]], 'a root of a discovery');
      return { discovery, root, relative, language, ...(skipped === undefined ? {} : { skipped }) };
    }
    if (folder === '') return undefined;
    isCut ||= links.has(folder) && !isEntered(folder, links);
  }
}

/** What the scan leaves out (formats 2.2): names that begin with `.` or `_`, and what lies too deep; the root has depth 1. */
function skippedAs(relative: string, { maxDepth }: Discovery): ModulePlace['skipped'] {
  if (isHidden(relative)) return 'hidden';
  return relative.split('/').length > maxDepth ? 'depth' : undefined;
}

/** The id that the scan derives, and what the ID map makes of it. */
export function idOf(placed: ModulePlace): { readonly derived: string; readonly id: string } {
  const { discovery, root, relative } = placed;
  const plain = withoutEnding(relative).replaceAll('/', '.');
  const derived = discovery.isMulti ? `${namespaceOf(root)}.${plain}` : plain;
  return { derived, id: discovery.mapped.get(relative)?.id ?? derived };
}

export function namespaceOf({ path, namespace }: ExtensionRoot): string {
  return namespace ?? fileName(path);
}

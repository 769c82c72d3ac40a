import type { Fact } from '../../model/fact';
import type { KeyWriter } from '../system';
import { textOf, type ArtifactEntry, type ListFact, type MetadataFact, type TreeFolder } from './facts';
import { bareName, needsOf } from './needed';
import { fileName, folderOf, homeOf, normalPath } from './paths';
import { isPlaceholder } from './placeholders';
import type { ArtifactType } from './types';
import { normalVersion } from './versions';

/** The headers of all registries. */
export const REGISTRIES_KEY = 'artifact-registries:';
/** The `node_registry` entry points of all packages. */
export const PLUGINS_KEY = 'artifact-plugins:';

/** One version of an artifact, whatever its namespace: `artifact:nodes/stamper_node@1.0.0`. */
export const artifactKey = (type: ArtifactType, name: string, version: string): string =>
  `artifact:${type}/${name}@${normalVersion(version)}`;
/** All versions of an artifact of that name, and the items that list them. */
export const nameKey = (name: string): string => `artifact-name:${name}`;
/** Metadata that needs an artifact of that name. */
export const neededKey = (name: string): string => `artifact-needed:${name}`;
/** Metadata that names a class of that name as its adapter. */
export const adapterKey = (name: string): string => `artifact-adapter:${name}`;
/** The lists of all artifacts of a type. */
export const typeKey = (type: ArtifactType): string => `artifact-type:${type}`;
/** What stands in a folder, by its last two names: entries that say so, metadata files that lie there. */
export const homeKey = (folder: string): string => `artifact-home:${fileName(folderOf(folder))}/${fileName(folder)}`;
/** Entries whose folder lies directly below one, by the last name of it. */
export const parentKey = (folder: string): string => `artifact-parent:${fileName(folder)}`;
export const uuidKey = (uuid: string): string => `artifact-uuid:${uuid.toLowerCase()}`;
/** Metadata by its symbolic ids, without a version: `stampers.meta.default`. */
export const idKey = (id: string): string => `artifact-id:${id.split('@', 1)[0]!}`;
/** The tree in a file. */
export const treeKey = (path: string): string => `tree:${path}`;
/** Folders of trees by their path below the tree's root. */
export const treePathKey = (path: string): string => `tree-path:/${path}`;

/** The keys under which a fact of artifacts is indexed. */
export function keysOf(fact: Fact, index: KeyWriter): void {
  KEYS[fact.kind]?.(fact as never, index);
}

const KEYS: Readonly<Record<string, ((fact: never, index: KeyWriter) => void) | undefined>> = {
  'artifact-registry'(_: Fact, index) {
    index.provides(REGISTRIES_KEY);
  },
  'artifact-list'(list: ListFact, index) {
    index.provides(typeKey(list.name));
  },
  'artifact-item'({ name }: Fact, index) {
    if (name !== '') index.provides(nameKey(name));
  },
  artifact(entry: ArtifactEntry, index) {
    const version = textOf(entry, 'version');
    if (version !== undefined) index.provides(artifactKey(entry.type, entry.name, version));
    index.provides(nameKey(entry.name));
    const path = normalPath(textOf(entry, 'path') ?? '');
    if (path === undefined) return;
    index.provides(homeKey(path));
    index.provides(parentKey(folderOf(path)));
  },
  'artifact-metadata'(metadata: MetadataFact, index) {
    const home = homeOf(metadata.file.path);
    if (home !== undefined) index.reads(homeKey(home.folder));
    const uuid = textOf(metadata, 'uuid');
    // What the template has says nothing, and every copy of it would meet there.
    if (uuid !== undefined && !isPlaceholder(metadata, 'uuid')) index.provides(uuidKey(uuid));
    const ids = ['node_id', 'full_id'].flatMap(field => textOf(metadata, field) ?? []);
    for (const key of new Set(ids.map(idKey))) index.provides(key);
    const needed = needsOf(metadata).map(({ text }) => neededKey(bareName(text)));
    for (const key of new Set(needed)) index.provides(key);
    const adapter = textOf(metadata, 'cli_adapter.class');
    if (adapter !== undefined) index.reads(adapterKey(adapter));
  },
  tree(tree: Fact, index) {
    index.provides(treeKey(tree.file.path));
  },
  'tree-folder'(folder: TreeFolder, index) {
    index.provides(treePathKey(folder.name));
  },
  'artifact-plugin'(_: Fact, index) {
    index.provides(PLUGINS_KEY);
  },
};

import { fileName, folderOf } from '../../base/paths';
import { normalVersion } from './versions';
import type { ArtifactType } from './vocabulary';

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

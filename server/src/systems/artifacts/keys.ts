import { fileName, folderOf } from '../../base/paths';
import { normalVersion } from './versions';
import type { ArtifactType } from './vocabulary';
import type {
  ArtifactEntry,
  ItemFact,
  ListFact,
  MetadataFact,
  PluginFact,
  RegistryHeader,
  TreeFact,
  TreeFolder,
} from './facts';
import type { BareKey, Key } from '../../model/lookup';

/** The headers of all registries. */
export const REGISTRIES_KEY = 'artifact-registries:' as Key<RegistryHeader, never>;
/** The `node_registry` entry points of all packages. */
export const PLUGINS_KEY = 'artifact-plugins:' as Key<PluginFact, never>;

/** One version of an artifact, whatever its namespace: `artifact:nodes/stamper_node@1.0.0`. */
export const artifactKey = (type: ArtifactType, name: string, version: string) =>
  `artifact:${type}/${name}@${normalVersion(version)}` as Key<ArtifactEntry, never>;
/** All versions of an artifact of that name, and the items that list them. */
export const nameKey = (name: string) => `artifact-name:${name}` as Key<ArtifactEntry | ItemFact, never>;
/** Metadata that needs an artifact of that name. */
export const neededKey = (name: string) => `artifact-needed:${name}` as Key<MetadataFact, never>;
/** Metadata that names a class of that name as its adapter. */
export const adapterKey = (name: string) => `artifact-adapter:${name}` as Key<never, MetadataFact>;
/** All metadata that names an adapter. */
export const ADAPTED_KEY = 'artifact-adapted:' as Key<MetadataFact, never>;
/** The lists of all artifacts of a type. */
export const typeKey = (type: ArtifactType) => `artifact-type:${type}` as Key<ListFact, never>;
/** What stands in a folder, by its last two names: entries that say so, metadata files that lie there. */
export const homeKey = (folder: string) =>
  `artifact-home:${fileName(folderOf(folder))}/${fileName(folder)}` as Key<ArtifactEntry, MetadataFact>;
/** Entries whose folder lies directly below one, by the last name of it. */
export const parentKey = (folder: string) => `artifact-parent:${fileName(folder)}` as Key<ArtifactEntry, never>;
/** What has this uuid, in any case of its letters. */
export const uuidKey = (uuid: string) => `artifact-uuid:${uuid.toLowerCase()}` as Key<MetadataFact, never>;
/** Metadata that does not say which commit it was made from. */
export const NO_COMMIT_KEY = 'artifact-without-commit:' as Key<MetadataFact, never>;
/** Metadata that breaks the published schema in one and the same way. */
export const unpublishedKey = (note: string) => `artifact-unpublished:${note}` as Key<MetadataFact, never>;
/** Metadata by its symbolic ids, without a version: `stampers.meta.default`. */
export const idKey = (id: string) => `artifact-id:${id.replace(/@.*/s, '')}` as Key<MetadataFact, never>;
/** The tree in a file. */
export const treeKey = (path: string) => `tree:${path}` as Key<TreeFact, never>;
/** Folders of trees by their path below the tree's root. */
export const treePathKey = (path: string) => `tree-path:/${path}` as Key<TreeFolder, never>;
/** A field of whatever has some; no fact is about a field alone. */
export const fieldKey = (of: string, field: string) => `field:${of}.${field}` as BareKey;

import { folderOf } from '../../../base/paths';
import { fieldOf } from '../../../model/fields';
import { keysByKind } from '../../system';
import {
  textOf,
  type ArtifactEntry,
  type ItemFact,
  type ListFact,
  type MetadataFact,
  type PluginFact,
  type RegistryHeader,
  type TreeFact,
  type TreeFolder,
} from '../facts';
import {
  ADAPTED_KEY,
  adapterKey,
  artifactKey,
  homeKey,
  idKey,
  nameKey,
  neededKey,
  NO_COMMIT_KEY,
  parentKey,
  PLUGINS_KEY,
  REGISTRIES_KEY,
  treeKey,
  treePathKey,
  typeKey,
  unpublishedKey,
  uuidKey,
} from '../keys';
import { homeOf, isSamplePath, normalizedPath } from '../layout';
import { bareName, needsOf } from './needs';
import { isPlaceholder } from './placeholders';

type Indexed = ArtifactEntry | ItemFact | ListFact | MetadataFact | PluginFact | RegistryHeader | TreeFact | TreeFolder;

/** The keys under which a fact of artifacts is indexed. */
export const keysOf = keysByKind<Indexed>({
  'artifact-registry'(_, index) {
    index.provides(REGISTRIES_KEY);
  },
  'artifact-list'(list, index) {
    index.provides(typeKey(list.name));
  },
  'artifact-item'({ name }, index) {
    if (name !== '') index.provides(nameKey(name));
  },
  artifact(entry, index) {
    const version = textOf(entry, 'version');
    if (version !== undefined) index.provides(artifactKey(entry.type, entry.name, version));
    index.provides(nameKey(entry.name));
    const path = normalizedPath(textOf(entry, 'path') ?? '');
    if (path === undefined) return;
    index.provides(homeKey(path));
    index.provides(parentKey(folderOf(path)));
  },
  'artifact-metadata'(metadata, index) {
    const home = homeOf(metadata.file.path);
    if (home !== undefined) index.reads(homeKey(home.folder));
    const uuid = textOf(metadata, 'uuid');
    // The uuid of the template identifies nothing, and all copies of the template would share its key.
    if (uuid !== undefined && !isPlaceholder(metadata, 'uuid')) index.provides(uuidKey(uuid));
    const ids = ['node_id', 'full_id'].flatMap(field => textOf(metadata, field) ?? []);
    for (const key of new Set(ids.map(idKey))) index.provides(key);
    const needed = needsOf(metadata).map(({ text }) => neededKey(bareName(text)));
    for (const key of new Set(needed)) index.provides(key);
    if (mayBeReleased(metadata)) {
      for (const note of new Set(metadata.unpublished)) index.provides(unpublishedKey(note));
      const commit = fieldOf(metadata, 'git_commit') ?? '';
      if (commit === '' || isPlaceholder(metadata, 'git_commit')) index.provides(NO_COMMIT_KEY);
    }
    const adapter = textOf(metadata, 'cli_adapter.class');
    if (adapter === undefined) return;
    index.reads(adapterKey(adapter));
    index.provides(ADAPTED_KEY);
  },
  tree(tree, index) {
    index.provides(treeKey(tree.file.path));
  },
  'tree-folder'(folder, index) {
    index.provides(treePathKey(folder.name));
  },
  'artifact-plugin'(_, index) {
    index.provides(PLUGINS_KEY);
  },
});

/** Whether metadata is neither a sample nor a scaffold that versions are made from. What is half-written keeps its place. */
function mayBeReleased({ file, shape, partial, isScaffold }: MetadataFact): boolean {
  return (shape === 'mapping' || partial === true) && isScaffold !== true && !isSamplePath(file.path);
}

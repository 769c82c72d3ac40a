import { folderOf } from '../../../base/paths';
import type { Fact } from '../../../model/fact';
import type { KeyWriter } from '../../system';
import { textOf, type ArtifactEntry, type ListFact, type MetadataFact, type TreeFolder } from '../facts';
import {
  adapterKey,
  artifactKey,
  homeKey,
  idKey,
  nameKey,
  neededKey,
  parentKey,
  PLUGINS_KEY,
  REGISTRIES_KEY,
  treeKey,
  treePathKey,
  typeKey,
  uuidKey,
} from '../keys';
import { homeOf, normalPath } from '../layout';
import { bareName, needsOf } from './needs';
import { isPlaceholder } from './placeholders';

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

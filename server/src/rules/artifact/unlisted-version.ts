import { fileName, joinPath } from '../../base/paths';
import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { at } from '../../model/finding';
import type { Lookup } from '../../model/lookup';
import { unseenAnywhere } from '../../model/unseen';
import {
  addToRegistry,
  folderFor,
  homeKey,
  homeOf,
  isArchived,
  isMarkedWip,
  isSamplePath,
  type MetadataFact,
  registriesOf,
  treeEntryAt,
} from '../../systems/artifacts/public';
import { STAMPER_REGISTRY } from '../example-files';
import type { FactRule } from '../rule';

export const unlistedVersion: FactRule<MetadataFact> = {
  code: 'artifact/unlisted-version',
  severity: 'warning',
  judges: 'versions that are not listed',
  summary: 'A version is on disk, but in no registry.',
  why:
    'The loader of registries finds what they list. A version with a folder and metadata of its own that no registry lists does not ' +
    'exist for who asks it. Other loaders find it by a folder with a node.py, or by the tree; where the tree lists it, this is only ' +
    'information. Versions with the marker .wip, those in an archive, and scaffolds with values such as {NODE_NAME} are left alone.',
  remedy: 'Add it to the registry; the quick fix does.',
  bad: `
#- src/onex/registry/registry.yaml
registry_schema_version: 1.0.0
nodes: []
#- src/onex/nodes/stamper_node/v1_0_0/node.onex.yaml
name: stamper_node
#     ^^^^^^^^^^^^ artifact/unlisted-version
version: 1.0.0
schema_version: 0.1.0
`,
  good: `
#- src/onex/registry/registry.yaml
${STAMPER_REGISTRY}
#- src/onex/nodes/stamper_node/v1_0_0/node.onex.yaml
name: stamper_node
version: 1.0.0
schema_version: 0.1.0
`,
  over: 'fact',
  kind: 'artifact-metadata',
  wide: true,
  *check(metadata, lookup) {
    const { path } = metadata.file;
    const home = homeOf(path);
    if (home?.isUsual !== true || metadata.shape === 'other' || metadata.partial === true) return;
    if (isSamplePath(path) || isArchived(path) || metadata.isScaffold === true) return;
    const entries = lookup.providers(homeKey(home.folder));
    if (entries.some(entry => folderFor(entry, lookup) === home.folder) || isMarkedWip(home.folder, lookup)) return;
    const [registry] = registriesOf(lookup);
    if (registry === undefined || registriesOf(lookup).some(({ header }) => header.file.incomplete)) return;
    if (unseenAnywhere(lookup) !== undefined) return;
    const fix = addToRegistry(home, fileName(path), lookup);
    const { other, isInTree } = otherWay(home.folder, lookup);
    const what = `'${truncateName(home.name)} ${home.version}' is on disk but not in ${fileName(registry.path)}`;
    yield {
      at: at(metadata, Part.name),
      message:
        other === undefined
          ? `${what}, so what loads by registries does not find it`
          : `${what}: what loads by registries does not find it, what goes by ${other} does`,
      ...(isInTree ? { severity: 'info' } : {}),
      fixes: fix === undefined ? [] : [fix],
    };
  },
};

/** By what else the run time finds a version: some loaders read the tree, and versions of nodes are the folders with a node.py. */
function otherWay(folder: string, lookup: Lookup): { readonly other?: string; readonly isInTree: boolean } {
  const inTree = treeEntryAt(folder, lookup);
  if (inTree?.node !== undefined) return { other: truncateName(inTree.tree.file.path), isInTree: true };
  return {
    ...(lookup.hasFile(joinPath(folder, 'node.py')) ? { other: 'folders with a node.py' } : {}),
    isInTree: false,
  };
}

import { pathBelow, folderOf, joinPath } from '../../base/paths';
import { truncateName } from '../../base/message-text';
import type { Place } from '../../model/fact';
import { valuePlace } from '../../model/fields';
import type { Report } from '../../model/finding';
import type { Lookup } from '../../model/lookup';
import {
  addToTree,
  type ArtifactEntry,
  folderIn,
  treeEntryAt,
  isIgnored,
  isSamplePath,
  loadingOf,
  type TreeFact,
} from '../../systems/artifacts/public';
import type { FactRule } from '../rule';

const REGISTRY = `#- src/onex/registry/registry.yaml
nodes:
  - name: stamper_node
    versions:
      - version: 1.0.0
        path: src/onex/nodes/stamper_node/v1_0_0
`;
const REST = `        metadata_file: node.onex.yaml
        status: active
#- src/onex/nodes/stamper_node/v1_0_0/node.onex.yaml
schema_version: 0.1.0
name: stamper_node
version: 1.0.0
#- .onextree
name: onex
type: directory
children:
- name: registry
  type: directory
  children:
  - name: registry.yaml
    type: file
`;

export const missingArtifact: FactRule<ArtifactEntry> = {
  code: 'tree/missing-artifact',
  severity: 'warning',
  summary: 'A registered version, or its metadata file, is not in the tree.',
  why:
    'The registry is validated against the tree file: every registered path and every metadata file must be in it, or the two are “out of ' +
    'sync”. Paths are compared from the root of the tree, whatever its name and whatever folders stand above it.',
  remedy: 'Add it to the tree, or write the tree anew; the quick fix adds it with what is in it.',
  bad: `
${REGISTRY}#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tree/missing-artifact
${REST}`,
  good: `
${REGISTRY}${REST}- name: nodes
  type: directory
  children:
  - name: stamper_node
    type: directory
    children:
    - name: v1_0_0
      type: directory
      children:
      - name: node.onex.yaml
        type: file
`,
  over: 'fact',
  kind: 'artifact',
  wide: true,
  *check(entry, lookup) {
    if (entry.partial === true || isSamplePath(entry.file.path)) return;
    const { folder, file } = loadingOf(entry, lookup);
    if (folder === undefined) return;
    const found = treeEntryAt(folder, lookup);
    if (found === undefined || found.tree.partial === true || found.tree.file.incomplete) return;
    const { tree, root, path, node } = found;
    if (node === undefined) {
      if (!isIgnored(folder, lookup)) yield report(tree, root, path, valuePlace(entry, 'path'), lookup);
    } else if (file !== undefined) {
      const inside = pathBelow(root, file);
      // Of a file that lies where the tree does not reach, the tree says nothing.
      if (inside !== undefined && !holds(tree, inside, lookup) && !isIgnored(file, lookup))
        yield report(tree, root, inside, valuePlace(entry, 'metadata_file'), lookup);
    }
  },
};

function holds(tree: TreeFact, path: string, lookup: Lookup): boolean {
  const folder = folderIn(tree, folderOf(path), lookup);
  return folder?.children.some(({ name }) => joinPath(folder.name, name) === path) === true;
}

/** `root` is the folder that the tree describes, `path` lies below it. */
function report(tree: TreeFact, root: string, path: string, at: Place, lookup: Lookup): Report {
  const fix = addToTree(tree, root, path, lookup);
  return {
    at,
    message: `${truncateName(tree.file.path)} does not list '${truncateName(path)}': validation calls registry and tree out of sync`,
    fixes: fix === undefined ? [] : [fix],
  };
}

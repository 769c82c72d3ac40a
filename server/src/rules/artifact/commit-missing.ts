import { folderOf, joinPath } from '../../base/paths';
import { Part } from '../../model/fact';
import { fieldOf } from '../../model/fields';
import { at } from '../../model/finding';
import {
  entriesOf,
  isPlaceholder,
  isSamplePath,
  METADATA_ROOT,
  type MetadataFact,
} from '../../systems/artifacts/public';
import type { FactRule } from '../rule';

export const commitMissing: FactRule<MetadataFact> = {
  code: 'artifact/commit-missing',
  severity: 'hint',
  summary: 'Metadata does not say which Git commit the version was made from.',
  why: 'With the commit in git_commit, a version that runs somewhere can be traced to its source. Nothing at run time asks for it.',
  remedy: 'Add git_commit when the version is released.',
  bad: `
#- src/onex/registry/registry.yaml
nodes:
  - name: stamper_node
    versions:
      - version: 1.0.0
        path: src/onex/nodes/stamper_node/v1_0_0
        metadata_file: node.onex.yaml
        status: active
#- src/onex/nodes/stamper_node/v1_0_0/node.onex.yaml
schema_version: 0.1.0
name: stamper_node
#     ^^^^^^^^^^^^ artifact/commit-missing
version: 1.0.0
`,
  good: `
#- src/onex/registry/registry.yaml
nodes:
  - name: stamper_node
    versions:
      - version: 1.0.0
        path: src/onex/nodes/stamper_node/v1_0_0
        metadata_file: node.onex.yaml
        status: active
#- src/onex/nodes/stamper_node/v1_0_0/node.onex.yaml
schema_version: 0.1.0
name: stamper_node
version: 1.0.0
git_commit: a1b2c3d4e5f67890abcdef1234567890abcdef12
`,
  over: 'fact',
  kind: 'artifact-metadata',
  wide: true,
  *check(metadata, lookup) {
    if (metadata.shape === 'other' || metadata.partial === true || isSamplePath(metadata.file.path)) return;
    const commit = fieldOf(metadata, 'git_commit');
    if (commit !== undefined && commit !== null && commit !== '' && !isPlaceholder(metadata, 'git_commit')) return;
    if (entriesOf(metadata, lookup).length === 0 || lookup.hasFile(joinPath(folderOf(metadata.file.path), '.wip')))
      return;
    if (metadata.file.facts.every(({ kind }) => kind !== METADATA_ROOT)) return;
    yield {
      at: at(metadata, Part.name),
      message: "'git_commit' is missing: where this version comes from cannot be traced",
    };
  },
};

import { artifactSettings } from '../../systems/artifacts/public';
import { Part } from '../../model/fact';
import { at } from '../../model/finding';
import { type ArtifactEntry, labelOf, loadingOf } from '../../systems/artifacts/public';
import { STAMPER_REGISTRY } from '../example-files';
import type { FactRule } from '../rule';

export const wip: FactRule<ArtifactEntry> = {
  code: 'artifact/wip',
  severity: 'info',
  summary: 'A registered version is marked as work in progress.',
  why:
    'A file .wip in the folder of a version comes before everything else: the metadata is not looked at, and who asks for the ' +
    'artifact does not get this version unless it is asked for outright.',
  remedy: 'Delete .wip when the version is done.',
  bad: `
#- src/onex/nodes/stamper_node/v1_0_0/.wip
#- src/onex/registry/registry.yaml
nodes:
  - name: stamper_node
    versions:
      - version: 1.0.0
#                ^^^^^ artifact/wip
        path: src/onex/nodes/stamper_node/v1_0_0
        metadata_file: node.onex.yaml
        status: active
`,
  good: `
#- src/onex/registry/registry.yaml
${STAMPER_REGISTRY}
#- src/onex/nodes/stamper_node/v1_0_0/node.onex.yaml
schema_version: 0.1.0
name: stamper_node
version: 1.0.0
`,
  over: 'fact',
  kind: 'artifact',
  wide: true,
  *check(entry, lookup) {
    if (loadingOf(entry, lookup).status !== 'wip') return;
    const isChosen = artifactSettings(lookup).includeWip;
    yield {
      at: at(entry, Part.name),
      message: `'${labelOf(entry)}' is work in progress (.wip): its metadata is not checked${isChosen ? '' : ', and nothing gets it without asking for it'}`,
    };
  },
};

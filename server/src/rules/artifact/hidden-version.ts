import { Part } from '../../model/fact';
import { at } from '../../model/finding';
import { truncateName } from '../../base/message-text';
import { hiddenVersions, type ItemFact, type ArtifactEntry, labelOf } from '../../systems/artifacts/public';
import { STAMPER_REGISTRY } from '../example-files';
import type { KeyRule } from '../rule';

const METADATA = `#- src/onex/nodes/stamper_node/v1_0_0/node.onex.yaml
schema_version: 0.1.0
name: stamper_node
version: 1.0.0
git_commit: a1b2c3d4e5f67890abcdef1234567890abcdef12
#- src/onex/nodes/stamper_node/v2_0_0/node.onex.yaml
schema_version: 0.1.0
name: stamper_node
version: 2.0.0
git_commit: a1b2c3d4e5f67890abcdef1234567890abcdef12`;

export const hiddenVersion: KeyRule<ArtifactEntry | ItemFact> = {
  code: 'artifact/hidden-version',
  severity: 'info',
  summary: 'A higher version is hidden by a registry that is asked first.',
  why:
    'Registries are asked in an order: core, then plugins by precedence, then local ones; the first that has the artifact decides, so that a ' +
    'higher version of a later registry is only found by whoever names it. The design document asks for a warning there. The loader of ' +
    'today reads one registry, and nothing of the others.',
  remedy:
    'Pin the version that is meant in the project file, move it to the registry that is asked first, or give its registry a namespace.',
  bad: `
#- src/onex/registry/registry.yaml
${STAMPER_REGISTRY}
${METADATA}
#- src/onex/team_registry.yaml
nodes:
  - name: stamper_node
    versions:
      - version: 2.0.0
#                ^^^^^ artifact/hidden-version
        path: src/onex/nodes/stamper_node/v2_0_0
        metadata_file: node.onex.yaml
        status: active
`,
  good: `
#- registry-intelligence.yaml
artifacts:
  pins: {stamper_node: 2.0.0}
#- src/onex/registry/registry.yaml
${STAMPER_REGISTRY}
${METADATA}
#- src/onex/team_registry.yaml
nodes:
  - name: stamper_node
    versions:
      - version: 2.0.0
        path: src/onex/nodes/stamper_node/v2_0_0
        metadata_file: node.onex.yaml
        status: active
`,
  over: 'key',
  kind: 'artifact-name',
  atLeast: { providers: 2 },
  *check(name, lookup) {
    for (const { hidden, winner } of hiddenVersions(name, lookup))
      yield {
        at: at(hidden.entry, Part.name),
        message: `'${labelOf(hidden.entry)}' is hidden: the name means ${winner.version} of ${truncateName(winner.registry.path)} (${winner.registry.scope}), which is asked first`,
        related: [{ at: at(winner.entry, Part.name), message: 'this one is found' }],
      };
  },
};

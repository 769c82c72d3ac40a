import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { at } from '../../model/finding';
import { type ArtifactEntry, deprecationOf, labelOf, loadingOf } from '../../systems/artifacts/public';
import { STAMPER_REGISTRY } from '../example-files';
import type { FactRule } from '../rule';

export const deprecated: FactRule<ArtifactEntry> = {
  code: 'artifact/deprecated',
  severity: 'info',
  summary: 'A registered version is deprecated.',
  why:
    'It is still found, and the policy `latest` still chooses it where it is the highest; nothing at run time says that it should no ' +
    'longer be used.',
  remedy: 'Use the version that is named, if there is one; move versions that nobody uses to archive/.',
  bad: `
#- src/onex/registry/registry.yaml
nodes:
  - name: stamper_node
    versions:
      - version: 1.0.0
        path: src/onex/nodes/stamper_node/v1_0_0
        metadata_file: node.onex.yaml
        status: deprecated
#               ^^^^^^^^^^ artifact/deprecated
`,
  good: `
#- src/onex/registry/registry.yaml
${STAMPER_REGISTRY}
`,
  over: 'fact',
  kind: 'artifact',
  wide: true,
  *check(entry, lookup) {
    const found = deprecationOf(entry, loadingOf(entry, lookup), lookup);
    if (found === undefined) return;
    const { at: place, instead } = found;
    yield {
      at: place.fact === entry ? place : at(entry, Part.name),
      message: `'${labelOf(entry)}' is deprecated${instead === undefined ? '' : `; '${truncateName(instead)}' is there`}`,
      tag: 'deprecated',
    };
  },
};

import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { valuePlace } from '../../model/fields';
import { at } from '../../model/finding';
import { entriesOf, isPlaceholder, isSamplePath, type MetadataFact, textOf } from '../../systems/artifacts/public';
import { STAMPER_REGISTRY } from '../example-files';
import type { FactRule } from '../rule';

export const nameMismatch: FactRule<MetadataFact> = {
  code: 'artifact/name-mismatch',
  severity: 'warning',
  summary: 'The metadata of an artifact has another name than the registry.',
  why:
    'Lookups go by the name in the registry, while what runs reports and logs the name of its metadata. Usually the file was copied ' +
    'from another artifact. A display name beside a node_id is left alone.',
  remedy: 'Make both the same.',
  bad: `
#- src/onex/registry/registry.yaml
${STAMPER_REGISTRY}
#- src/onex/nodes/stamper_node/v1_0_0/node.onex.yaml
schema_version: 0.1.0
name: logger_node
#     ^^^^^^^^^^^ artifact/name-mismatch
version: 1.0.0
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
  kind: 'artifact-metadata',
  wide: true,
  *check(metadata, lookup) {
    const { name } = metadata;
    if (name === '' || metadata.partial === true || isPlaceholder(metadata, 'name') || isSamplePath(metadata.file.path))
      return;
    const entries = entriesOf(metadata, lookup);
    const [entry] = entries;
    // With a symbolic id, the name is for people.
    if (entry === undefined || textOf(metadata, 'node_id') !== undefined || textOf(metadata, 'full_id') !== undefined)
      return;
    if (entries.some(each => each.name === name || each.name.endsWith(`/${name}`))) return;
    const place = valuePlace(metadata, 'name');
    yield {
      at: place,
      message: `'${truncateName(name)}' is registered as '${truncateName(entry.name)}'`,
      related: [{ at: at(entry, Part.fieldValue(0)), message: 'the name in the registry' }],
      fixes: [
        {
          title: `Change to '${truncateName(entry.name)}'`,
          safe: false,
          edits: [{ do: 'replace', at: place, text: entry.name }],
        },
      ],
    };
  },
};

import { valuePlace } from '../../model/fields';
import {
  isMarkedWip,
  isSamplePath,
  isTemplate,
  listInWords,
  type MetadataFact,
  ownHome,
  placeholdersIn,
} from '../../systems/artifacts/public';
import type { FactRule } from '../rule';

export const placeholder: FactRule<MetadataFact> = {
  code: 'artifact/placeholder',
  severity: 'warning',
  summary: 'Metadata still holds values of the template that it was copied from.',
  why:
    'Artifacts are made by copying a template. What is left of it, such as its name, its uuid or the note that a hash is to be ' +
    'computed, makes artifacts look like each other, and checks that compare a hash fail. The template itself, and scaffolds with values such as {NODE_NAME}, are left alone.',
  remedy: 'Fill in the values; tools that stamp files compute the hash.',
  bad: `
#- src/onex/nodes/stamper_node/v1_0_0/node.onex.yaml
schema_version: 0.1.0
name: stamper_node
version: 1.0.0
uuid: TEMPLATE-UUID-REPLACE-ME
#     ^^^^^^^^^^^^^^^^^^^^^^^^ artifact/placeholder
hash: TEMPLATE_HASH_TO_BE_COMPUTED
`,
  good: `
#- src/onex/nodes/stamper_node/v1_0_0/node.onex.yaml
schema_version: 0.1.0
name: stamper_node
version: 1.0.0
uuid: b1e2c3d4-5678-4abc-9def-1234567890ab
`,
  over: 'fact',
  kind: 'artifact-metadata',
  wide: true,
  *check(metadata, lookup) {
    const fields = placeholdersIn(metadata);
    const [first] = fields;
    if (first === undefined || metadata.partial === true || metadata.isScaffold === true) return;
    if (isSamplePath(metadata.file.path)) return;
    const home = ownHome(metadata, lookup);
    if (home === undefined || isTemplate(home.name) || isMarkedWip(home.folder, lookup)) return;
    yield {
      at: valuePlace(metadata, first),
      message: `${listInWords(fields)} still ${fields.length === 1 ? 'holds a placeholder' : 'hold values of the template'}`,
    };
  },
};

import { folderOf } from '../../base/paths';
import { truncateName } from '../../base/message-text';
import { valuePlace } from '../../model/fields';
import { at } from '../../model/finding';
import { Part } from '../../model/fact';
import { isSamplePath, ownHome, type MetadataFact } from '../../systems/artifacts/public';
import type { KeyRule } from '../rule';

export const duplicateUuid: KeyRule<MetadataFact> = {
  code: 'artifact/duplicate-uuid',
  severity: 'warning',
  summary: 'Two artifacts have the same uuid.',
  why: 'The uuid is what tells artifacts apart in logs, stamps and caches. Two versions of one artifact may share it.',
  remedy: 'Give the copy a uuid of its own.',
  bad: `
#- src/onex/nodes/logger_node/v1_0_0/node.onex.yaml
schema_version: 0.1.0
name: logger_node
version: 1.0.0
uuid: b1e2c3d4-5678-4abc-9def-1234567890ab
#- src/onex/nodes/stamper_node/v1_0_0/node.onex.yaml
schema_version: 0.1.0
name: stamper_node
version: 1.0.0
uuid: b1e2c3d4-5678-4abc-9def-1234567890ab
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ artifact/duplicate-uuid
`,
  good: `
#- src/onex/nodes/logger_node/v1_0_0/node.onex.yaml
schema_version: 0.1.0
name: logger_node
version: 1.0.0
uuid: b1e2c3d4-5678-4abc-9def-1234567890ab
#- src/onex/nodes/stamper_node/v1_0_0/node.onex.yaml
schema_version: 0.1.0
name: stamper_node
version: 1.0.0
uuid: 0c3a9f10-7a41-4f1b-8b7e-5d2f3c4b5a69
`,
  over: 'key',
  kind: 'artifact-uuid',
  atLeast: { providers: 2 },
  *check(_, lookup, key) {
    const all = lookup
      .providers(key)
      .filter(each => !isSamplePath(each.file.path) && ownHome(each, lookup) !== undefined);
    const [first] = all;
    for (const other of all) {
      if (first === undefined || artifactOf(other.file.path) === artifactOf(first.file.path)) continue;
      yield {
        at: valuePlace(other, 'uuid'),
        message: `This is also the uuid of '${truncateName(first.name)}'`,
        related: [{ at: at(first, Part.name), message: 'the other artifact' }],
      };
    }
  },
};

/** The folder of all versions. */
function artifactOf(path: string): string {
  return folderOf(folderOf(path));
}

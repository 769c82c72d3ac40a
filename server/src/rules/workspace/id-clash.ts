import { truncateName } from '../../base/message-text';
import { Part, type Place } from '../../model/fact';
import { valuePlace } from '../../model/fields';
import { at } from '../../model/finding';
import { metadataOf, type RegistryHeader, registriesWithId } from '../../systems/steps/public';
import type { KeyRule } from '../rule';

export const idClash: KeyRule = {
  code: 'workspace/id-clash',
  severity: 'error',
  summary: 'Two directories end up as one workspace.',
  why:
    'The loader registers a workspace under its developer_id, else under the name of its directory. Of two with one id the ' +
    'later replaces the earlier without a message; which is later depends on the file system.',
  remedy: 'Give each workspace a developer_id of its own, best the name of its directory.',
  bad: `
#- developer_workspaces/developers/dev_a/src/cursus_dev/registry/workspace_registry.py
LOCAL_STEPS = {}
WORKSPACE_METADATA = {"developer_id": "bob"}
#                                     ^^^^^ workspace/id-clash
#- developer_workspaces/developers/bob/src/cursus_dev/registry/workspace_registry.py
LOCAL_STEPS = {}
#^^^^^^^^^^^^^^^ workspace/id-clash
`,
  good: `
#- developer_workspaces/developers/dev_a/src/cursus_dev/registry/workspace_registry.py
LOCAL_STEPS = {}
WORKSPACE_METADATA = {"developer_id": "dev_a"}
#- developer_workspaces/developers/bob/src/cursus_dev/registry/workspace_registry.py
LOCAL_STEPS = {}
`,
  over: 'key',
  kind: 'workspace',
  *check(id, lookup) {
    const same = registriesWithId(id, lookup);
    const [first] = same;
    if (first === undefined || same.length < 2) return;
    for (const [i, header] of same.entries()) {
      const other = same[i + 1] ?? first;
      yield {
        at: placeOf(header),
        message: `Directory '${directoryOf(header)}' and directory '${directoryOf(other)}' both end up as workspace '${truncateName(id)}'; one of them is lost`,
        related: [{ at: placeOf(other), message: `directory '${directoryOf(other)}'` }],
      };
    }
  },
};

function directoryOf(header: RegistryHeader): string {
  return truncateName(header.directory ?? '');
}

function placeOf(header: RegistryHeader): Place {
  const metadata = metadataOf(header.file);
  return metadata === undefined || metadata.name === '' ? at(header, Part.whole) : valuePlace(metadata, 'developer_id');
}

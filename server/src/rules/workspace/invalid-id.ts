import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { fieldOf, valuePlace } from '../../model/fields';
import { at } from '../../model/finding';
import { HeaderPart, isAcceptedName, isHeader, isMetadata } from '../../systems/steps/public';
import type { FileRule } from '../rule';

export const invalidId: FileRule = {
  code: 'workspace/invalid-id',
  severity: 'error',
  summary: 'A workspace has an id that the run time refuses.',
  why:
    'The id of a workspace is its developer_id, else the name of its directory. It may hold letters, digits, underscores and ' +
    'hyphens only and cannot be empty (“Developer ID contains invalid characters”).',
  remedy: 'Rename the directory, or correct developer_id.',
  bad: `
#- developer_workspaces/developers/alice/src/cursus_dev/registry/workspace_registry.py
LOCAL_STEPS = {}
WORKSPACE_METADATA = {"developer_id": "alice@work"}
#                                     ^^^^^^^^^^^^ workspace/invalid-id
`,
  good: `
#- developer_workspaces/developers/alice/src/cursus_dev/registry/workspace_registry.py
LOCAL_STEPS = {}
WORKSPACE_METADATA = {"developer_id": "alice"}
`,
  over: 'file',
  *check(file) {
    const header = file.facts.find(isHeader);
    if (header?.form !== 'workspace' || header.directory === undefined) return;
    if (header.id?.is === 'no text')
      yield {
        at: at(header, HeaderPart.id),
        message: `developer_id must be a string: under ${truncateName(header.id.text)}, nobody finds this workspace, but its steps are found from others`,
      };
    const metadata = file.facts.find(isMetadata);
    const id = metadata && fieldOf(metadata, 'developer_id');
    if (metadata !== undefined && typeof id === 'string') {
      if (!isAcceptedName(id) && metadata.partial !== true)
        yield { at: valuePlace(metadata, 'developer_id'), message: complaint(id, 'developer_id') };
    } else if (id === undefined && metadata?.open !== true && !isAcceptedName(header.directory))
      yield { at: at(header, Part.whole), message: complaint(header.directory, 'the name of the directory') };
  },
};

function complaint(id: string, what: string): string {
  if (id.trim() === '') return 'The id of a workspace cannot be empty';
  return `'${truncateName(id)}' cannot be the id of a workspace: ${what} may hold only letters, digits, '_' and '-'`;
}

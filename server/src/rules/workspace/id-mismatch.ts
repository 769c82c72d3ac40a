import { truncateName } from '../../base/message-text';
import { valuePlace } from '../../model/fields';
import type { Report } from '../../model/finding';
import type { Lookup } from '../../model/lookup';
import { headerOf, isAcceptedName, isSharedId, type MetadataEntry, replacementFix } from '../../systems/steps/public';
import type { FactRule } from '../rule';

export const idMismatch: FactRule<MetadataEntry> = {
  code: 'workspace/id-mismatch',
  severity: 'warning',
  summary: 'developer_id gives a workspace another name than its directory.',
  why:
    'The loader registers the workspace under developer_id. Whoever asks for it by the name of its directory, as in ' +
    'workspace_context("name"), silently gets core only, while components are still looked for in the directory.',
  remedy: 'Make developer_id the name of the directory, or rename the directory.',
  bad: `
#- developer_workspaces/developers/alice/src/cursus_dev/registry/workspace_registry.py
LOCAL_STEPS = {}
WORKSPACE_METADATA = {"developer_id": "alice_fraud"}
#                                     ^^^^^^^^^^^^^ workspace/id-mismatch
`,
  good: `
#- developer_workspaces/developers/alice/src/cursus_dev/registry/workspace_registry.py
LOCAL_STEPS = {}
WORKSPACE_METADATA = {"developer_id": "alice"}
`,
  over: 'fact',
  kind: 'metadata',
  wide: true,
  check: (metadata, lookup) => check(metadata, lookup),
};

/** Leaves out ids that are refused or that another directory has too, since other rules report these. */
function* check(metadata: MetadataEntry, lookup: Lookup): Iterable<Report> {
  const header = headerOf(metadata);
  const { directory, id } = header ?? {};
  if (directory === undefined || id?.is !== 'text' || id.text === directory || metadata.partial === true) return;
  if (!isAcceptedName(id.text) || isSharedId(id.text, lookup)) return;
  const place = valuePlace(metadata, 'developer_id');
  yield {
    at: place,
    message: `The directory is called '${truncateName(directory)}', but at run time this is workspace '${truncateName(id.text)}'; nothing is found under '${truncateName(directory)}'`,
    fixes: [replacementFix(directory, place)],
  };
}

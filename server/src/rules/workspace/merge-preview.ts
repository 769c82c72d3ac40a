import { defined } from '../../base/defined';
import { truncateName } from '../../base/message-text';
import type { MergeRule } from '../rule';

/** The number of related places and of fields that a finding names at most. */
const MOST = 3;

export const mergePreview: MergeRule = {
  code: 'workspace/merge-preview',
  severity: 'warning',
  summary: 'If all developer workspaces landed in core together, something would be lost, refused or broken.',
  why:
    'Workspaces are developed side by side and meet when they are merged. This says before there is a pull request what ' +
    '`registry-intel merge-preview` says: all workspaces land in core in the order of their ids, in memory. Definitions of ' +
    'one name that differ are lost but for the first; of files that would stand at the same place, the first stays; and what ' +
    'rules would find then, but not today, is shown where its text is now. It is reported where `merge_preview` of ' +
    'registry-intelligence.yaml is true; the editor works it out when nobody types.',
  remedy:
    'Agree with the other workspace on one definition, or give yours a name of its own; for a workspace that is never going ' +
    'to land, switch the rule off in `rules` of registry-intelligence.yaml.',
  bad: `
#- registry-intelligence.yaml
merge_preview: true
#- src/cursus/registry/step_names.py
STEP_NAMES = {}
#- developer_workspaces/developers/alice/src/cursus_dev/registry/workspace_registry.py
LOCAL_STEPS = {
    "DataPrep": {"builder_step_name": "FraudDataPrepStepBuilder"},
#   ^^^^^^^^^^ workspace/merge-preview
}
#- developer_workspaces/developers/bob/src/cursus_dev/registry/workspace_registry.py
LOCAL_STEPS = {
    "DataPrep": {"builder_step_name": "PaymentsDataPrepStepBuilder"},
#   ^^^^^^^^^^ workspace/merge-preview
}
`,
  good: `
#- registry-intelligence.yaml
merge_preview: true
#- src/cursus/registry/step_names.py
STEP_NAMES = {}
#- developer_workspaces/developers/alice/src/cursus_dev/registry/workspace_registry.py
LOCAL_STEPS = {
    "FraudDataPrep": {"builder_step_name": "FraudDataPrepStepBuilder"},
}
#- developer_workspaces/developers/bob/src/cursus_dev/registry/workspace_registry.py
LOCAL_STEPS = {
    "PaymentsDataPrep": {"builder_step_name": "PaymentsDataPrepStepBuilder"},
}
`,
  over: 'merge',
  *check(event) {
    const { at } = event;
    switch (event.what) {
      case 'lost': {
        const { name, other, otherAt, fields } = event;
        const more = fields.length > MOST ? ' and others' : '';
        const differ = `; they differ in ${fields.slice(0, MOST).map(truncateName).join(', ')}${more}`;
        yield {
          at,
          message: `If all workspaces land in core, this '${truncateName(name)}' is lost to that of '${truncateName(other)}'${differ}`,
          related:
            otherAt === undefined ? [] : [{ at: otherAt, message: `lands first, with '${truncateName(other)}'` }],
        };
        return;
      }
      case 'wins': {
        const { name, losers } = event;
        const more = losers.length > 1 ? ' and others' : '';
        const theirs = `that of '${truncateName(defined(losers[0], 'the workspace that loses').workspace)}'${more}`;
        const related = losers.slice(0, MOST).flatMap(({ workspace, at: there }) => {
          return there === undefined ? [] : [{ at: there, message: `that of '${truncateName(workspace)}' is lost` }];
        });
        yield {
          at,
          message: `If all workspaces land in core, this '${truncateName(name)}' takes the place of ${theirs}`,
          related,
        };
        return;
      }
      case 'same place': {
        const { to, other } = event;
        const message = `If all workspaces land in core, this file and one of '${truncateName(other)}' both become '${truncateName(to)}', with different texts`;
        yield { at, message };
        return;
      }
      case 'refused':
        yield { at, message: `'${truncateName(event.name)}' cannot land in core: ${event.reason.replace(/\.$/, '')}` };
        return;
      case 'found': {
        const { code, severity, message } = event;
        yield { at, severity, message: `If all workspaces land in core: ${message} (${code})` };
      }
    }
  },
};

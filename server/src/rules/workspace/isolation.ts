import { isTestPath } from '../../base/test-paths';
import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { at } from '../../model/finding';
import { SHARED, workspaceDirectory, type WorkspaceImport } from '../../systems/steps/public';
import type { FactRule } from '../rule';

export const isolation: FactRule<WorkspaceImport> = {
  code: 'workspace/isolation',
  severity: 'warning',
  summary: 'Code of one developer workspace imports another one.',
  why:
    'Workspaces are kept apart so that each can change, or go, without asking the others: every lookup of the run time stays ' +
    'within one workspace, the shared one and core. An import that crosses over works only where the other folder is on the ' +
    'path too, and breaks without a warning when its owner changes something.',
  remedy: 'Move what both need to the shared workspace or to core, or copy it.',
  bad: `
#- developer_workspaces/developers/alice/src/cursus_dev/steps/scripts/route_cost.py
from developer_workspaces.developers.bob.src.cursus_dev.steps.scripts import route_length
#    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ workspace/isolation
`,
  good: `
#- developer_workspaces/developers/alice/src/cursus_dev/steps/scripts/route_cost.py
from developer_workspaces.shared.src.cursus_dev.steps.scripts import route_length
`,
  over: 'fact',
  kind: 'workspace-import',
  *check(fact) {
    const { file, directory } = fact;
    const own = workspaceDirectory(file.path);
    if (own === undefined || own === directory || directory === SHARED || isTestPath(file.path)) return;
    const who = own === SHARED ? 'The shared workspace' : `Workspace '${truncateName(own)}'`;
    yield {
      at: at(fact, Part.name),
      message: `${who} imports code of workspace '${truncateName(directory)}': it breaks where that workspace is absent or changes`,
    };
  },
};

import { shown } from '../../base/shown';
import { Part } from '../../model/fact';
import { at } from '../../model/finding';
import type { WorkspaceImport } from '../../systems/steps/facts';
import { workspaceDirectory } from '../../systems/steps/layout';
import type { FactRule } from '../rule';

export const isolation: FactRule<WorkspaceImport> = {
  code: 'workspace/isolation',
  severity: 'warning',
  summary: 'Code of a workspace imports another developer workspace.',
  why:
    'Workspaces are isolated: each is loaded with its own folder on the path, and its owner may rename or delete anything in it. ' +
    'Such an import works on one machine and fails on the next.',
  remedy: 'Move what both need to the shared workspace or to core.',
  bad: `
#- developer_workspaces/developers/alice/src/cursus_dev/steps/scripts/score.py
from developer_workspaces.developers.bob.src.cursus_dev.steps.scripts.load import load_rows
#    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ workspace/isolation
`,
  good: `
#- developer_workspaces/developers/alice/src/cursus_dev/steps/scripts/score.py
from developer_workspaces.shared.src.cursus_dev.steps.scripts.load import load_rows
`,
  over: 'fact',
  kind: 'workspace-import',
  *check(fact) {
    const own = workspaceDirectory(fact.file.path);
    if (own === undefined || own === fact.directory) return;
    yield {
      at: at(fact, Part.name),
      message: `This is code of workspace '${shown(fact.directory)}', which is not there when only '${shown(own)}' is loaded`,
    };
  },
};

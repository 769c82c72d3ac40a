import { compareStrings } from '../../base/collections';
import { Part } from '../../model/fact';
import { at } from '../../model/finding';
import { coreOf, workspacesOf } from '../../systems/steps/public';
import type { KeyRule } from '../rule';

export const noCore: KeyRule = {
  code: 'registry/no-core',
  severity: 'info',
  summary: 'There are developer workspaces, but no core registry is in sight.',
  why:
    'The package that holds it may be installed elsewhere, or only a part of the repository is open. What a workspace overrides ' +
    'or hides cannot be told then, so findings that compare with core, and those about names that core may know, are left out. ' +
    'It is said once, in the first workspace registry by path.',
  remedy:
    'Open the repository that holds the core registry, or name its place under core in registry-intelligence.yaml.',
  bad: `
#- developer_workspaces/developers/alice/src/cursus_dev/registry/workspace_registry.py
STEP_OVERRIDES = {"XGBoostTraining": {"builder_step_name": "FraudXGBoostTrainingStepBuilder"}}
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ registry/no-core
`,
  good: `
#- src/cursus/registry/step_names.py
STEP_NAMES = {"XGBoostTraining": {"builder_step_name": "XGBoostTrainingStepBuilder"}}
#- developer_workspaces/developers/alice/src/cursus_dev/registry/workspace_registry.py
STEP_OVERRIDES = {"XGBoostTraining": {"builder_step_name": "FraudXGBoostTrainingStepBuilder"}}
`,
  over: 'key',
  kind: 'workspaces',
  atLeast: { providers: 1 },
  *check(_, lookup) {
    if (coreOf(lookup) !== undefined) return;
    const [first] = workspacesOf(lookup)
      .map(({ header }) => header)
      .sort((a, b) => compareStrings(a.file.path, b.file.path));
    if (first === undefined) return;
    yield {
      at: at(first, Part.whole),
      message:
        'No core registry is in sight, so what would be compared with core is not checked; core in registry-intelligence.yaml says where it is',
    };
  },
};

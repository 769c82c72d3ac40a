import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { at } from '../../model/finding';
import { type Definition, definitionsOf, isWorkspaceRow, stepKey } from '../../systems/steps/public';
import type { KeyRule } from '../rule';

export const shadowsCore: KeyRule = {
  code: 'step/shadows-core',
  severity: 'warning',
  summary: 'A local step has the name of a core step.',
  why:
    'In its workspace the local step hides the core step, elsewhere it does not, and lookups without a workspace may still find ' +
    'it. The registry manager counts neither as a conflict. Replacing a core step is what STEP_OVERRIDES is for.',
  remedy: 'Move the entry to STEP_OVERRIDES if it is meant to replace the core step, else give it a name of its own.',
  bad: `
#- src/cursus/registry/step_names.py
STEP_NAMES = {"XGBoostTraining": {"builder_step_name": "XGBoostTrainingStepBuilder"}}
#- developer_workspaces/developers/alice/src/cursus_dev/registry/workspace_registry.py
LOCAL_STEPS = {
    "XGBoostTraining": {"builder_step_name": "FraudXGBoostTrainingStepBuilder"},
#   ^^^^^^^^^^^^^^^^^ step/shadows-core
}
`,
  good: `
#- src/cursus/registry/step_names.py
STEP_NAMES = {"XGBoostTraining": {"builder_step_name": "XGBoostTrainingStepBuilder"}}
#- developer_workspaces/developers/alice/src/cursus_dev/registry/workspace_registry.py
STEP_OVERRIDES = {
    "XGBoostTraining": {"builder_step_name": "FraudXGBoostTrainingStepBuilder"},
}
`,
  over: 'key',
  kind: 'step',
  atLeast: { providers: 2 },
  *check(name, lookup) {
    const rows = lookup.providers(stepKey(name));
    if (!rows.some(({ table }) => table === 'LOCAL_STEPS' || table === 'WORKSPACE_STEPS') || rows.every(isWorkspaceRow))
      return;
    const loaded = definitionsOf(name, lookup).filter(({ loaded: isLoaded }) => isLoaded === true);
    const core = loaded.find(({ scope }) => scope === 'core');
    if (core === undefined) return;
    const overridden = new Set(loaded.filter(({ scope }) => scope === 'override').map(({ entry }) => entry.file));
    for (const { entry, scope } of loaded) {
      if (scope !== 'workspace' || entry.partial === true || overridden.has(entry.file)) continue;
      yield {
        at: at(entry, Part.name),
        message: `'${truncateName(name)}' hides the core step of that name in this workspace only; if that is meant, it belongs in STEP_OVERRIDES`,
        related: [{ at: nameOf(core), message: 'the core step' }],
        fixes: [
          {
            title: 'Move to STEP_OVERRIDES',
            safe: false,
            edits: [{ do: 'move-entry', fact: entry, to: 'STEP_OVERRIDES' }],
          },
        ],
      };
    }
  },
};

function nameOf({ entry }: Definition) {
  return at(entry, Part.name);
}

import { shown } from '../../base/shown';
import { Part } from '../../model/fact';
import { at, type Related, type Report } from '../../model/finding';
import { loadedDefinitionsOf, type Definition } from '../../systems/steps/definitions';
import type { StepEntry } from '../../systems/steps/facts';
import { stepKey } from '../../systems/steps/keys';
import { nominees, undecided } from '../../systems/steps/undecided';
import { toleranceOf } from '../../systems/steps/workspaces';
import type { KeyRule } from '../rule';

export const conflict: KeyRule = {
  code: 'step/conflict',
  severity: 'warning',
  summary: 'Several workspaces define a step of one name.',
  why:
    'Which definition runs depends on the workspace that is active when the pipeline is built. get_step_definition even asks ' +
    'other workspaces, in the order of their directories, when its own does not have the step. A workspace with ' +
    'conflict_tolerance high gets an information instead.',
  remedy: 'Give the steps names of their own, or agree on one definition and share it.',
  bad: `
#- developer_workspaces/developers/alice/src/cursus_dev/registry/workspace_registry.py
LOCAL_STEPS = {
    "DataPrep": {"builder_step_name": "FraudDataPrepStepBuilder"},
#   ^^^^^^^^^^ step/conflict
}
#- developer_workspaces/developers/bob/src/cursus_dev/registry/workspace_registry.py
LOCAL_STEPS = {
    "DataPrep": {"builder_step_name": "PaymentsDataPrepStepBuilder"},
#   ^^^^^^^^^^ step/conflict
}
`,
  good: `
#- developer_workspaces/developers/alice/src/cursus_dev/registry/workspace_registry.py
LOCAL_STEPS = {
    "FraudDataPrep": {"builder_step_name": "FraudDataPrepStepBuilder"},
}
#- developer_workspaces/developers/bob/src/cursus_dev/registry/workspace_registry.py
LOCAL_STEPS = {
    "PaymentsDataPrep": {"builder_step_name": "PaymentsDataPrepStepBuilder"},
}
`,
  over: 'key',
  kind: 'step',
  atLeast: { providers: 2 },
  *check(name, lookup) {
    const rows = lookup.providers(stepKey(name)) as readonly StepEntry[];
    if (rows.length < 2) return;
    const all = nominees(loadedDefinitionsOf(name, lookup));
    const inForce = all.filter(({ workspace }) => workspace !== undefined);
    if (inForce.length < 2) return;
    const open = new Set(undecided(all, lookup));
    for (const [i, definition] of inForce.entries())
      if (definition.entry.partial !== true && !open.has(definition)) yield report(inForce, i);
  },
};

/** Names the next workspace in a ring, so that a workspace more or less changes what two others say, not all. */
function report(inForce: readonly Definition[], i: number): Report {
  const { entry, workspace } = inForce[i]!;
  const others = Math.min(3, inForce.length - 1);
  const next = Array.from({ length: others }, (_, n) => inForce[(i + 1 + n) % inForce.length]!);
  const rest = inForce.length > 2 ? ' and others' : '';
  return {
    at: at(entry, Part.name),
    message: `'${shown(entry.name)}' is also a step of workspace '${shown(next[0]!.workspace!)}'${rest}; which one runs depends on the workspace that is active`,
    related: next.map(toRelated),
    ...(toleranceOf(entry.file) === 'high' && workspace !== undefined ? { severity: 'info' } : {}),
  };
}

function toRelated({ entry, workspace }: Definition): Related {
  return { at: at(entry, Part.name), message: `defined in workspace '${shown(workspace!)}'` };
}

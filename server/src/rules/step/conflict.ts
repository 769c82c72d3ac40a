import { shown } from '../../base/truncate';
import { Part } from '../../model/fact';
import { at, type Related, type Report } from '../../model/finding';
import {
  type Definition,
  loadedDefinitionsOf,
  preferredDefinitions,
  type StepEntry,
  stepKey,
  toleranceOf,
  ambiguousDefinitions,
} from '../../systems/steps/public';
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
    const rows = lookup.providers(stepKey(name));
    if (rows.length < 2) return;
    const all = preferredDefinitions(loadedDefinitionsOf(name, lookup));
    const inForce = all.filter(({ workspace }) => workspace !== undefined);
    if (inForce.length < 2) return;
    const open = new Set(ambiguousDefinitions(all, lookup));
    const ring = inForce.map(toPlace);
    for (const [i, definition] of inForce.entries())
      if (definition.entry.partial !== true && !open.has(definition)) yield report(shown(name), i, ring);
  },
};

/** Where a step is defined, and how that is said of it. */
interface RingPlace extends Related {
  readonly entry: StepEntry;
  readonly workspace: string;
}

function toPlace({ entry, workspace }: Definition): RingPlace {
  const quoted = `workspace '${shown(workspace!)}'`;
  return { entry, workspace: quoted, at: at(entry, Part.name), message: `defined in ${quoted}` };
}

/** Names the next workspace in a ring, so that a workspace more or less changes what two others say, not all. */
function report(name: string, i: number, ring: readonly RingPlace[]): Report {
  const { at: place, entry } = ring[i]!;
  const related: Related[] = [];
  for (let n = 1; n < ring.length && n <= 3; n++) {
    const { at: other, message } = ring[(i + n) % ring.length]!;
    related.push({ at: other, message });
  }
  const rest = ring.length > 2 ? ' and others' : '';
  return {
    at: place,
    message: `'${name}' is also a step of ${ring[(i + 1) % ring.length]!.workspace}${rest}; which one runs depends on the workspace that is active`,
    related,
    ...(toleranceOf(entry.file) === 'high' ? { severity: 'info' } : {}),
  };
}

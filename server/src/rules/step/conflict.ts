import { defined } from '../../base/defined';
import { nextInRing } from '../../base/collections';
import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { at, type Related, type Report } from '../../model/finding';
import {
  type Definition,
  loadedDefinitionsOf,
  preferredDefinitions,
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
    const ring = all.flatMap(toPlaces);
    if (ring.length < 2) return;
    const open = new Set(ambiguousDefinitions(all, lookup));
    for (const [i, place] of ring.entries())
      if (place.definition.entry.partial !== true && !open.has(place.definition))
        yield report(truncateName(name), place, nextInRing(ring, i, 3), ring.length);
  },
};

/** A definition, prepared for the findings at the other definitions, which follow each other in a ring. */
interface RingPlace extends Related {
  readonly definition: Definition;
  readonly workspace: string;
}

/** One place for a definition of a workspace, none for one of core. */
function toPlaces(definition: Definition): RingPlace[] {
  const { entry, workspace } = definition;
  if (workspace === undefined) return [];
  const quoted = `workspace '${truncateName(workspace)}'`;
  return [{ definition, workspace: quoted, at: at(entry, Part.name), message: `defined in ${quoted}` }];
}

/** Names the next workspace in a ring, so that a workspace more or less changes what two others say, not all. */
function report(name: string, { at, definition }: RingPlace, next: readonly RingPlace[], count: number): Report {
  const rest = count > 2 ? ' and others' : '';
  return {
    at,
    message: `'${name}' is also a step of ${defined(next[0], 'the next workspace').workspace}${rest}; which one runs depends on the workspace that is active`,
    related: next.map(({ at, message }) => ({ at, message })),
    ...(toleranceOf(definition.entry.file) === 'high' ? { severity: 'info' } : {}),
  };
}

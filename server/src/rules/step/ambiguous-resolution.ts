import { defined } from '../../base/defined';
import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { at, type Related } from '../../model/finding';
import { settingsOf } from '../../model/settings';
import {
  type Definition,
  loadedDefinitionsOf,
  preferredDefinitions,
  ambiguousDefinitions,
} from '../../systems/steps/public';
import type { KeyRule } from '../rule';

export const ambiguousResolution: KeyRule = {
  code: 'step/ambiguous-resolution',
  severity: 'error',
  summary: 'Several definitions of a step are left, and nothing decides between them.',
  why:
    'In the resolution profile intelligent, the strategy manual leaves the choice to a person. In mode strict, and in a ' +
    'workspace with conflict_tolerance low, a choice that is left open is an error: the step is not resolved. The profiles ' +
    'isolated and hybrid always decide by order.',
  remedy: 'Choose a strategy that decides, rename the step, or raise conflict_tolerance.',
  bad: `
#- registry-intelligence.yaml
resolution:
  profile: intelligent
#- developer_workspaces/developers/alice/src/cursus_dev/registry/workspace_registry.py
LOCAL_STEPS = {
    "DataPrep": {"conflict_resolution_strategy": "manual"},
#   ^^^^^^^^^^ step/ambiguous-resolution
}
WORKSPACE_METADATA = {"conflict_tolerance": "low"}
#- developer_workspaces/developers/bob/src/cursus_dev/registry/workspace_registry.py
LOCAL_STEPS = {
    "DataPrep": {"builder_step_name": "PaymentsDataPrepStepBuilder"},
}
`,
  good: `
#- registry-intelligence.yaml
resolution:
  profile: intelligent
#- developer_workspaces/developers/alice/src/cursus_dev/registry/workspace_registry.py
LOCAL_STEPS = {
    "DataPrep": {"conflict_resolution_strategy": "workspace_priority"},
}
WORKSPACE_METADATA = {"conflict_tolerance": "low"}
#- developer_workspaces/developers/bob/src/cursus_dev/registry/workspace_registry.py
LOCAL_STEPS = {
    "DataPrep": {"builder_step_name": "PaymentsDataPrepStepBuilder"},
}
`,
  over: 'key',
  kind: 'step',
  atLeast: { providers: 2 },
  *check(name, lookup) {
    if (settingsOf(lookup).resolution.profile !== 'intelligent') return;
    const inForce = preferredDefinitions(loadedDefinitionsOf(name, lookup));
    for (const definition of ambiguousDefinitions(inForce, lookup)) {
      const others = inForce.filter(other => other !== definition).slice(0, 3);
      const first = defined(others[0], 'the definition that an ambiguous one competes with');
      yield {
        at: nameOf(definition),
        message: `Nothing decides which '${truncateName(name)}' is meant here: the strategy is 'manual', and ${whose(first)} has one, too`,
        related: others.map((other): Related => ({ at: nameOf(other), message: `the one of ${whose(other)}` })),
      };
    }
  },
};

function nameOf({ entry }: Definition) {
  return at(entry, Part.name);
}

function whose({ workspace }: Definition): string {
  return workspace === undefined ? 'core' : `workspace '${truncateName(workspace)}'`;
}

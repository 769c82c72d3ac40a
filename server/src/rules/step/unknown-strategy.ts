import { truncateName } from '../../base/message-text';
import { valuePlace } from '../../model/fields';
import {
  closest,
  isChecked,
  type StepEntry,
  STRATEGIES,
  reportWithSuggestion,
  textOf,
} from '../../systems/steps/public';
import type { FactRule } from '../rule';

export const unknownStrategy: FactRule<StepEntry> = {
  code: 'step/unknown-strategy',
  severity: 'warning',
  summary: 'A step asks for a resolution strategy that does not exist.',
  why:
    'The run time knows six strategies, and its validator refuses any other word. An unknown one decides nothing, also not in ' +
    'the resolution profile intelligent.',
  remedy: `Use one of ${[...STRATEGIES].join(', ')}.`,
  bad: `
LOCAL_STEPS = {
    "DataPrep": {
        "builder_step_name": "DataPrepStepBuilder",
        "conflict_resolution_strategy": "framework_mach",
#                                       ^^^^^^^^^^^^^^^^ step/unknown-strategy
    },
}
`,
  good: `
LOCAL_STEPS = {
    "DataPrep": {
        "builder_step_name": "DataPrepStepBuilder",
        "conflict_resolution_strategy": "framework_match",
    },
}
`,
  over: 'fact',
  kind: 'step',
  *check(entry, lookup) {
    const strategy = textOf(entry, 'conflict_resolution_strategy');
    if (strategy === undefined || STRATEGIES.has(strategy) || entry.partial === true || !isChecked(entry, lookup))
      return;
    const place = valuePlace(entry, 'conflict_resolution_strategy');
    const meant = closest(strategy, STRATEGIES);
    yield reportWithSuggestion(
      place,
      `'${truncateName(strategy)}' is no resolution strategy, so it decides nothing`,
      meant,
    );
  },
};

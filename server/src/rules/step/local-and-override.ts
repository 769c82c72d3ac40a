import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { at } from '../../model/finding';
import { definitionsOf, stepKey } from '../../systems/steps/public';
import type { KeyRule } from '../rule';

export const localAndOverride: KeyRule = {
  code: 'step/local-and-override',
  severity: 'error',
  summary: 'A workspace has a step both in LOCAL_STEPS and in STEP_OVERRIDES.',
  why:
    'The run time contradicts itself: get_step_definition asks LOCAL_STEPS first, while the merged STEP_NAMES lays ' +
    'STEP_OVERRIDES over it. Which of the two runs depends on the function that is called.',
  remedy: 'Keep one of the two: the override if core has such a step, else the local step.',
  bad: `
LOCAL_STEPS = {
    "ModelEval": {"builder_step_name": "ModelEvalStepBuilder"},
}

STEP_OVERRIDES = {
    "ModelEval": {"builder_step_name": "FraudModelEvalStepBuilder"},
#   ^^^^^^^^^^^ step/local-and-override
}
`,
  good: `
LOCAL_STEPS = {
    "ModelEval": {"builder_step_name": "ModelEvalStepBuilder"},
}
`,
  over: 'key',
  kind: 'step',
  atLeast: { providers: 2 },
  *check(name, lookup) {
    const rows = lookup.providers(stepKey(name));
    if (!rows.some((row, i) => i > 0 && rows[i - 1]?.file === row.file)) return;
    const loaded = definitionsOf(name, lookup).filter(
      ({ loaded: isLoaded, entry }) => isLoaded === true && entry.partial !== true,
    );
    const locals = new Map(loaded.filter(({ scope }) => scope === 'workspace').map(({ entry }) => [entry.file, entry]));
    for (const { entry, scope } of loaded) {
      const local = scope === 'override' ? locals.get(entry.file) : undefined;
      if (local === undefined) continue;
      yield {
        at: at(entry, Part.name),
        message: `'${truncateName(name)}' is both in LOCAL_STEPS and in STEP_OVERRIDES: lookups by name take the local one, the merged STEP_NAMES takes the override`,
        related: [{ at: at(local, Part.name), message: 'the local step' }],
      };
    }
  },
};

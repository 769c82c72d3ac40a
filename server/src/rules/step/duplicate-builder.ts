import { truncateName } from '../../base/message-text';
import { classKey } from '../../model/class-outline';
import { valuePlace } from '../../model/fields';
import { duplicateClaims } from '../../systems/steps/public';
import type { KeyRule } from '../rule';

export const duplicateBuilder: KeyRule = {
  code: 'step/duplicate-builder',
  severity: 'info',
  summary: 'Two steps of one registry have the same builder.',
  why:
    'REVERSE_BUILDER_MAPPING leads from a builder class to its step and keeps one step per class, so the builder is registered ' +
    'for only one of the two. A step that shares the builder of a core step is left alone: that is how variants are made.',
  remedy: 'Give each step a builder of its own, if only one that derives from the other.',
  bad: `
LOCAL_STEPS = {
    "RefundForecast": {"builder_step_name": "RefundForecastStepBuilder"},
    "PayoutForecast": {"builder_step_name": "RefundForecastStepBuilder"},
#                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^ step/duplicate-builder
}
`,
  good: `
LOCAL_STEPS = {
    "RefundForecast": {"builder_step_name": "RefundForecastStepBuilder"},
    "PayoutForecast": {"builder_step_name": "PayoutForecastStepBuilder"},
}
`,
  over: 'key',
  kind: 'class',
  atLeast: { readers: 2 },
  *check(name, lookup) {
    const claim = { field: 'builder_step_name', value: name, withCore: false } as const;
    for (const { entry, first } of duplicateClaims(lookup.readers(classKey(name)), claim, lookup))
      yield {
        at: valuePlace(entry, 'builder_step_name'),
        message: `'${truncateName(name)}' already builds '${truncateName(first.name)}': the way back from a builder finds only one of the two`,
        related: [
          { at: valuePlace(first, 'builder_step_name'), message: `the builder of '${truncateName(first.name)}'` },
        ],
      };
  },
};

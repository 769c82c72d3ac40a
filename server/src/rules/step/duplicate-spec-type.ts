import { truncateName } from '../../base/message-text';
import { valuePlace } from '../../model/fields';
import { duplicateClaims, specTypeKey } from '../../systems/steps/public';
import type { KeyRule } from '../rule';

export const duplicateSpecType: KeyRule = {
  code: 'step/duplicate-spec-type',
  severity: 'warning',
  summary: 'Two steps have the same spec type.',
  why:
    'The way back from a spec type to its step (get_step_name_from_spec_type) goes through all rows: of two steps with one ' +
    'type only one is ever found. Dependencies that name the other one are resolved to the wrong step.',
  remedy: 'Give each step a spec type of its own, by convention its name.',
  bad: `
LOCAL_STEPS = {
    "RefundForecast": {"spec_type": "RefundForecast"},
    "PayoutForecast": {"spec_type": "RefundForecast"},
#                                   ^^^^^^^^^^^^^^^^ step/duplicate-spec-type
}
`,
  good: `
LOCAL_STEPS = {
    "RefundForecast": {"spec_type": "RefundForecast"},
    "PayoutForecast": {"spec_type": "PayoutForecast"},
}
`,
  over: 'key',
  kind: 'spec-type',
  atLeast: { readers: 2 },
  *check(name, lookup) {
    const claim = { field: 'spec_type', value: name, withCore: true } as const;
    for (const { entry, first, isFirstInCore } of duplicateClaims(lookup.readers(specTypeKey(name)), claim, lookup)) {
      const owner = isFirstInCore ? `the core step '${truncateName(first.name)}'` : `'${truncateName(first.name)}'`;
      yield {
        at: valuePlace(entry, 'spec_type'),
        message: `Spec type '${truncateName(name)}' already belongs to ${owner}: the way back from a spec type finds only one of the two`,
        related: [{ at: valuePlace(first, 'spec_type'), message: `the spec type of '${truncateName(first.name)}'` }],
      };
    }
  },
};

import { truncateName } from '../../base/message-text';
import { classKey } from '../../model/class-outline';
import { valuePlace } from '../../model/fields';
import { duplicateClaims } from '../../systems/steps/public';
import type { KeyRule } from '../rule';

export const duplicateConfigClass: KeyRule = {
  code: 'step/duplicate-config-class',
  severity: 'warning',
  summary: 'Two steps have the same config class.',
  why:
    'CONFIG_STEP_REGISTRY leads from a config class to its step and is made by going through all rows: of two steps with one ' +
    'class it keeps the later and loses the other. A pipeline with a config of that class then gets the wrong step.',
  remedy: 'Give each step a config class of its own; deriving one from the other is enough.',
  bad: `
LOCAL_STEPS = {
    "RefundForecast": {"config_class": "RefundForecastConfig"},
    "PayoutForecast": {"config_class": "RefundForecastConfig"},
#                                      ^^^^^^^^^^^^^^^^^^^^^^ step/duplicate-config-class
}
`,
  good: `
LOCAL_STEPS = {
    "RefundForecast": {"config_class": "RefundForecastConfig"},
    "PayoutForecast": {"config_class": "PayoutForecastConfig"},
}
`,
  over: 'key',
  kind: 'class',
  atLeast: { readers: 2 },
  *check(name, lookup) {
    const claim = { field: 'config_class', value: name, withCore: true } as const;
    for (const { entry, first, isFirstInCore } of duplicateClaims(lookup.readers(classKey(name)), claim, lookup)) {
      const owner = isFirstInCore ? `the core step '${truncateName(first.name)}'` : `'${truncateName(first.name)}'`;
      yield {
        at: valuePlace(entry, 'config_class'),
        message: `'${truncateName(name)}' already belongs to ${owner}: CONFIG_STEP_REGISTRY keeps only one of the two`,
        related: [
          { at: valuePlace(first, 'config_class'), message: `the config class of '${truncateName(first.name)}'` },
        ],
      };
    }
  },
};

import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { at } from '../../model/finding';
import {
  closest,
  DROPPED_FIELDS,
  isChecked,
  LOADED_FIELDS,
  type StepEntry,
  reportWithSuggestion,
} from '../../systems/steps/public';
import type { FactRule } from '../rule';

export const unknownField: FactRule<StepEntry> = {
  code: 'step/unknown-field',
  severity: 'hint',
  summary: 'A step has a field that nothing reads.',
  why:
    'The loader copies eight fields of a row and drops all others without a message. One design document would keep them ' +
    'in the metadata of the step; the code does not.',
  remedy: 'Correct the name of the field, or put the value into the metadata field.',
  bad: `
LOCAL_STEPS = {
    "DataPrep": {
        "builder_step_name": "DataPrepStepBuilder",
        "config_clas": "DataPrepConfig",
#       ^^^^^^^^^^^^^ step/unknown-field
    },
}
`,
  good: `
LOCAL_STEPS = {
    "DataPrep": {
        "builder_step_name": "DataPrepStepBuilder",
        "config_class": "DataPrepConfig",
    },
}
`,
  over: 'fact',
  kind: 'step',
  *check(entry, lookup) {
    if (entry.partial === true || entry.table === 'interface' || !isChecked(entry, lookup)) return;
    for (const [i, { name }] of entry.fields.entries()) {
      if (LOADED_FIELDS.has(name) || DROPPED_FIELDS.has(name)) continue;
      const place = at(entry, Part.fieldName(i));
      const meant = closest(name, absentFields(entry));
      yield reportWithSuggestion(
        place,
        `'${truncateName(name)}' is no field of a step and is dropped at run time`,
        meant,
      );
    }
  },
};

function absentFields({ fields }: StepEntry): string[] {
  const present = new Set(fields.map(field => field.name));
  return [...LOADED_FIELDS.keys(), ...DROPPED_FIELDS.keys()].filter(name => !present.has(name));
}

import { Part } from '../../model/fact';
import { at } from '../../model/finding';
import { settingsOf } from '../../model/settings';
import { DROPPED_FIELDS, isChecked, type StepEntry } from '../../systems/steps/public';
import type { FactRule } from '../rule';

export const droppedField: FactRule<StepEntry> = {
  code: 'step/dropped-field',
  severity: 'info',
  summary: 'A field stands in documents and templates, but the run time does not read it.',
  why:
    'The loader copies eight fields of a row; priority, tags, framework_version and conflict_resolution_strategy are not ' +
    'among them, so every step keeps priority 100 and no tags. Only the resolution profile intelligent, which follows a ' +
    'design document, uses some of them; in a project with that profile they are not reported.',
  remedy: 'Do not rely on the field at run time. It may stay as a note for people.',
  bad: `
LOCAL_STEPS = {
    "DataPrep": {
        "builder_step_name": "DataPrepStepBuilder",
        "priority": 10,
#       ^^^^^^^^^^ step/dropped-field
    },
}
`,
  good: `
LOCAL_STEPS = {
    "DataPrep": {
        "builder_step_name": "DataPrepStepBuilder",
    },
}
`,
  over: 'fact',
  kind: 'step',
  *check(entry, lookup) {
    const dropped = [...entry.fields.entries()].filter(([, { name }]) => DROPPED_FIELDS.has(name));
    if (dropped.length === 0 || !isChecked(entry, lookup)) return;
    const isUsed = settingsOf(lookup).resolution.profile === 'intelligent';
    for (const [i, { name }] of dropped) {
      const inProfile = INTELLIGENT.has(name);
      if (inProfile && isUsed) continue;
      const note = inProfile ? ' (used by the intelligent profile only)' : '';
      yield {
        at: at(entry, Part.fieldName(i)),
        message: `'${name}' is not read at run time${note}`,
        tag: 'unnecessary',
      };
    }
  },
};

/** The dropped fields that the profile `intelligent` uses. */
const INTELLIGENT = new Set(['priority', 'environment_tags', 'conflict_resolution_strategy']);

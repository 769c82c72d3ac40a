import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { at } from '../../model/finding';
import { refusalInWords, isChecked, type StepEntry } from '../../systems/steps/public';
import type { FactRule } from '../rule';

export const notAMapping: FactRule<StepEntry> = {
  code: 'step/not-a-mapping',
  severity: 'error',
  summary: 'The entry of a step is not a dict.',
  why:
    'The registry manager asks each entry for its fields. At a string, a list or a number it raises an error, which it ' +
    'swallows: what stands before stays loaded, what follows and all overrides are lost.',
  remedy: 'Write the entry as a dict with builder_step_name, config_class and so on.',
  bad: `
LOCAL_STEPS = {
    "DataPrep": "DataPrepStepBuilder",
#   ^^^^^^^^^^ step/not-a-mapping
}
`,
  good: `
LOCAL_STEPS = {
    "DataPrep": {"builder_step_name": "DataPrepStepBuilder"},
}
`,
  over: 'fact',
  kind: 'step',
  *check(entry, lookup) {
    if (entry.refused?.why !== 'shape' || !isChecked(entry, lookup)) return;
    const message = `The entry of '${truncateName(entry.name)}' must be a dict`;
    const consequence = refusalInWords(entry, lookup);
    yield { at: at(entry, Part.name), message: consequence === '' ? message : `${message}. ${consequence}` };
  },
};

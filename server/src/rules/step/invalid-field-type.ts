import { truncateName } from '../../base/message-text';
import { valuePlace } from '../../model/fields';
import { at, type Report } from '../../model/finding';
import { Part } from '../../model/fact';
import type { Lookup } from '../../model/lookup';
import { refusalInWords, DROPPED_FIELDS, isChecked, isOfType, type StepEntry } from '../../systems/steps/public';
import type { FieldType } from '../../model/field-doc';
import type { FactRule } from '../rule';

export const invalidFieldType: FactRule<StepEntry> = {
  code: 'step/invalid-field-type',
  severity: 'error',
  summary: 'A field of a step has a value of the wrong type.',
  why:
    'The loader checks the types of the eight fields that it copies. At a wrong one it raises an error, which it swallows: ' +
    'what stands before stays loaded, what follows and all overrides are lost. Fields that it does not copy, such as ' +
    'priority, do no harm at run time; a wrong type there is a warning.',
  remedy: 'Give the field a value of the right type.',
  bad: `
LOCAL_STEPS = {
    "DataPrep": {
        "builder_step_name": "DataPrepStepBuilder",
        "job_types": "training",
#                    ^^^^^^^^^^ step/invalid-field-type
    },
}
`,
  good: `
LOCAL_STEPS = {
    "DataPrep": {
        "builder_step_name": "DataPrepStepBuilder",
        "job_types": ["training"],
    },
}
`,
  over: 'fact',
  kind: 'step',
  *check(entry, lookup) {
    if (entry.shape !== 'mapping' || entry.partial === true || !isChecked(entry, lookup)) return;
    yield* loadedFields(entry, lookup);
    yield* droppedFields(entry);
  },
};

function* loadedFields(entry: StepEntry, lookup: Lookup): Iterable<Report> {
  const refusal = entry.refused;
  if (refusal?.why !== 'type') return;
  const { field, expected } = refusal;
  const consequence = refusalInWords(entry, lookup);
  const message = `'${field}' must be ${NOUNS[expected]}`;
  yield { at: valuePlace(entry, field), message: consequence === '' ? message : `${message}. ${consequence}` };
}

function* droppedFields(entry: StepEntry): Iterable<Report> {
  for (const [i, { name, value }] of entry.fields.entries()) {
    const expected = DROPPED_FIELDS.get(name);
    if (expected === undefined || isOfType(value, expected)) continue;
    yield {
      at: at(entry, Part.fieldValue(i)),
      severity: 'warning',
      message: `'${truncateName(name)}' should be ${NOUNS[expected]}`,
    };
  }
}

const NOUNS: Readonly<Record<FieldType, string>> = {
  text: 'a string',
  'whole number': 'a whole number',
  'true or false': 'True or False',
  'list of texts': 'a list of strings',
  list: 'a list',
  mapping: 'a dict',
  anything: 'a value',
};

import { truncateName } from '../../base/message-text';
import { valuePlace } from '../../model/fields';
import type { Lookup } from '../../model/lookup';
import { unseenAnywhere } from '../../model/unseen';
import {
  closest,
  coreOf,
  isCoreRow,
  isChecked,
  SAGEMAKER_TYPES,
  sagemakerTypeKey,
  type StepEntry,
  reportWithSuggestion,
  textOf,
  vocabularyKey,
} from '../../systems/steps/public';
import type { FactRule } from '../rule';

export const unknownSagemakerType: FactRule<StepEntry> = {
  code: 'step/unknown-sagemaker-type',
  severity: 'warning',
  summary: 'A step has a SageMaker step type that nothing knows.',
  why:
    'The type is not checked when a registry is loaded: a wrong one passes silently, and only later the validators refuse the ' +
    'step or the wrong kind of builder is expected. Known are the types of every version of the run time, what ' +
    'VALID_SAGEMAKER_TYPES of this repository lists, and what other core steps use. A word that is one slip away from a ' +
    'known type is an error.',
  remedy: 'Correct the type, or add it to VALID_SAGEMAKER_TYPES.',
  bad: `
LOCAL_STEPS = {
    "DataPrep": {
        "builder_step_name": "DataPrepStepBuilder",
        "sagemaker_step_type": "Procesing",
#                              ^^^^^^^^^^^ step/unknown-sagemaker-type
    },
}
`,
  good: `
LOCAL_STEPS = {
    "DataPrep": {
        "builder_step_name": "DataPrepStepBuilder",
        "sagemaker_step_type": "Processing",
    },
}
`,
  over: 'fact',
  kind: 'step',
  *check(entry, lookup) {
    const type = textOf(entry, 'sagemaker_step_type');
    if (type === undefined || type === '' || SAGEMAKER_TYPES.has(type) || entry.partial === true) return;
    if (entry.table === 'interface' || !isChecked(entry, lookup)) return;
    const known = knownTypes(lookup);
    // What is unseen may declare or use it.
    if (known.has(type) || isUsedElsewhere(entry, type, lookup) || unseenAnywhere(lookup) !== undefined) return;
    const place = valuePlace(entry, 'sagemaker_step_type');
    const meant = closest(type, known);
    const message = `'${truncateName(type)}' is no SageMaker step type`;
    if (meant === undefined) yield { at: place, message: `${message} that is known here` };
    else yield { ...reportWithSuggestion(place, message, meant), severity: 'error' };
  },
};

function knownTypes(lookup: Lookup): ReadonlySet<string> {
  const declared = lookup.providers(vocabularyKey('sagemaker_step_type'));
  return new Set([...SAGEMAKER_TYPES, ...declared.flatMap(({ words }) => words)]);
}

/** Newer versions of the run time take the types that core steps use as valid. */
function isUsedElsewhere(entry: StepEntry, type: string, lookup: Lookup): boolean {
  const core = coreOf(lookup);
  const users = lookup.readers(sagemakerTypeKey(type));
  return users.some(other => other.name !== entry.name && isCoreRow(other, core));
}

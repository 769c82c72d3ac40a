import { truncateName } from '../../base/message-text';
import { valuePlace } from '../../model/fields';
import type { Lookup } from '../../model/lookup';
import { unseenAnywhere } from '../../model/unseen';
import {
  closest,
  coreOf,
  isCoreRow,
  isChecked,
  declaredSagemakerTypes,
  isStep,
  SAGEMAKER_TYPES,
  sagemakerTypeKey,
  type StepEntry,
  reportWithSuggestion,
  textOf,
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
    'type of the run time or of that list is an error, and a warning where other core steps share the slip.',
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
    const known = declaredSagemakerTypes(lookup);
    // What is unseen may declare or use it.
    if (known.has(type) || unseenAnywhere(lookup) !== undefined) return;
    const meant = closest(type, known);
    const isShared = isUsedElsewhere(entry, type, lookup);
    const place = valuePlace(entry, 'sagemaker_step_type');
    const message = `'${truncateName(type)}' is no SageMaker step type`;
    if (meant !== undefined)
      yield { ...reportWithSuggestion(place, message, meant), severity: isShared ? 'warning' : 'error' };
    else if (!isShared) yield { at: place, message: `${message} that is known here` };
  },
};

/** Newer versions of the run time take the types that core steps use as valid. */
function isUsedElsewhere(entry: StepEntry, type: string, lookup: Lookup): boolean {
  const core = coreOf(lookup);
  const users = lookup.readers(sagemakerTypeKey(type));
  return users.some(other => isStep(other) && other.name !== entry.name && isCoreRow(other, core));
}

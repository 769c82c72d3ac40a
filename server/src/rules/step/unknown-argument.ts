import { isTestPath } from '../../base/test-paths';
import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { at, type Report } from '../../model/finding';
import type { Lookup } from '../../model/lookup';
import { unseenAnywhere } from '../../model/unseen';
import {
  answerToUnknown,
  closest,
  coreOf,
  hyperparameterRows,
  isAnyWorkspaceOpen,
  knownWords,
  type ReferenceFact,
  reportWithSuggestion,
  stepOfFileName,
  workspaceFolderNamed,
  workspacesOf,
} from '../../systems/steps/public';
import type { FactRule } from '../rule';

export const unknownArgument: FactRule<ReferenceFact> = {
  code: 'step/unknown-argument',
  severity: 'warning',
  judges: 'names of workspaces, types, files and hyperparameters in code',
  summary: 'A call of the registry names a workspace, type, file or hyperparameter class that nothing has.',
  why:
    'Most of these calls do not fail: with a workspace that is not there, the registry answers as if none was named, so that the ' +
    'steps of the workspace are missing from the answer; of a SageMaker step type that no step has, the answer is empty; of ' +
    'hyperparameters that no row has, it is None. Only a file name that leads to no step raises ValueError. Validating functions ' +
    'and tests may ask about anything. Where no workspace is in sight, or code decides a part of a registry, nothing is said.',
  remedy: 'Correct the name, or add what it names.',
  bad: `
#- src/cursus/registry/step_names.py
STEP_NAMES = {"XGBoostTraining": {"config_class": "XGBoostTrainingConfig", "sagemaker_step_type": "Training"}}
#- pipelines/train.py
from cursus.registry import get_steps_by_sagemaker_type

steps = get_steps_by_sagemaker_type("Trainng")
#                                   ^^^^^^^^^ step/unknown-argument
`,
  good: `
#- src/cursus/registry/step_names.py
STEP_NAMES = {"XGBoostTraining": {"config_class": "XGBoostTrainingConfig", "sagemaker_step_type": "Training"}}
#- pipelines/train.py
from cursus.registry import get_steps_by_sagemaker_type

steps = get_steps_by_sagemaker_type("Training")
`,
  over: 'fact',
  kind: 'reference',
  wide: true,
  *check(fact, lookup) {
    const consequence = answerToUnknown(fact);
    if (consequence === undefined || fact.partial === true || fact.file.incomplete) return;
    if (fact.name === '' || isTestPath(fact.file.path)) return;
    const found = UNKNOWN[fact.to]?.(fact, lookup);
    if (found === undefined || unseenAnywhere(lookup) !== undefined) return;
    const { message, meant, severity } = found;
    const report = reportWithSuggestion(at(fact, Part.name), `${message}: ${consequence}`, meant);
    yield severity === undefined ? report : { ...report, severity };
  },
};

interface Unknown extends Pick<Report, 'severity'> {
  readonly message: string;
  readonly meant?: string | undefined;
}

type Ask = (fact: ReferenceFact, lookup: Lookup) => Unknown | undefined;

const UNKNOWN: Readonly<Partial<Record<ReferenceFact['to'], Ask>>> = {
  workspace: unknownWorkspace,
  'sagemaker type': unknownSagemakerType,
  'file name': unmappedFileName,
  'job type': mistypedJobType,
  hyperparameters: unknownHyperparameters,
  'model type': unknownModelType,
};

function unknownWorkspace({ name }: ReferenceFact, lookup: Lookup): Unknown | undefined {
  const ids = workspacesOf(lookup).map(({ id }) => id);
  if (ids.length === 0 || workspaceFolderNamed(name, lookup)) return undefined;
  return { message: `There is no developer workspace '${truncateName(name)}'`, meant: closest(name, ids) };
}

function unknownSagemakerType({ name }: ReferenceFact, lookup: Lookup): Unknown | undefined {
  const known = knownWords('sagemaker type', lookup);
  if (known.has(name) || !areRowsKnown(lookup)) return undefined;
  return { message: `No step has the SageMaker step type '${truncateName(name)}'`, meant: closest(name, known) };
}

function unmappedFileName({ name, workspace }: ReferenceFact, lookup: Lookup): Unknown | undefined {
  if (!areRowsKnown(lookup)) return undefined;
  const { name: step, tried } = stepOfFileName(name, workspace, lookup);
  if (step !== undefined) return undefined;
  const names = tried.map(each => `'${truncateName(each)}'`).join(', ');
  return { message: `The file name '${truncateName(name)}' leads to no step (tried ${names} and similar names)` };
}

/** The set of job types is open, so that only a slip is told, and nothing that is sure to fail. */
function mistypedJobType({ name }: ReferenceFact, lookup: Lookup): Unknown | undefined {
  const known = knownWords('job type', lookup);
  const meant = known.has(name.toLowerCase()) ? undefined : closest(name, known);
  return meant === undefined
    ? undefined
    : { message: `'${truncateName(name)}' is no usual job type`, meant, severity: 'info' };
}

function unknownHyperparameters({ name }: ReferenceFact, lookup: Lookup): Unknown | undefined {
  const names = hyperparameterRows(lookup).map(row => row.name);
  const meant = names.includes(name) ? undefined : closest(name, names);
  // Code may add rows to the table, so that only a slip is told.
  return meant === undefined ? undefined : { message: `HYPERPARAMETER_REGISTRY has no '${truncateName(name)}'`, meant };
}

function unknownModelType({ name }: ReferenceFact, lookup: Lookup): Unknown | undefined {
  const types = knownWords('model type', lookup);
  const meant = types.has(name) ? undefined : closest(name, types);
  return meant === undefined
    ? undefined
    : { message: `No hyperparameters are for the model type '${truncateName(name)}'`, meant };
}

/** Whether all steps are in sight: an unknown one may have the type or the name. */
function areRowsKnown(lookup: Lookup): boolean {
  return coreOf(lookup)?.open === false && !isAnyWorkspaceOpen(lookup);
}

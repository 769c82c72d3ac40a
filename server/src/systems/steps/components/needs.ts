import { textOf, type ComponentRole, type StepEntry } from '../facts';
import { conventionalBuilder, conventionalConfig } from '../naming';
import { CLASS_FIELD } from './class-components';

/** Whether the run time's own registry has this step without a builder (formats 1.6). */
export function isExemptFromBuilder(name: string): boolean {
  return name === 'HyperparameterPrep';
}

const ABSTRACT: ReadonlySet<string> = new Set(['Base', 'Processing']);
/** Steps whose builders come with another package. */
const EXTERNAL: ReadonlySet<string> = new Set([
  'CradleDataLoading',
  'RedshiftDataLoading',
  'Registration',
  'DataUploading',
]);
/** SageMaker step types that run a script, and those that have no dependencies, hence no specification. */
const SCRIPTED: ReadonlySet<string> = new Set(['Processing', 'Training']);
const UNSPECIFIED: ReadonlySet<string> = new Set(['Base', 'Lambda', 'Utility']);

/** Whether a step certainly runs no script of the repository: it comes with another package, or its type runs none. */
export function needsNoScript(entry: StepEntry): boolean {
  const type = textOf(entry, 'sagemaker_step_type');
  return EXTERNAL.has(entry.name) || (type !== undefined && !SCRIPTED.has(type));
}

/** Whether a step needs no component of this role. */
export function mayLack(role: ComponentRole, entry: StepEntry): boolean {
  if (role === 'hyperparameters') return true;
  if (role === 'builder' || role === 'config') return isClassElsewhere(role, entry);
  if (ABSTRACT.has(entry.name) || EXTERNAL.has(entry.name)) return true;
  const type = textOf(entry, 'sagemaker_step_type');
  return role === 'spec' ? type !== undefined && UNSPECIFIED.has(type) : type === undefined || !SCRIPTED.has(type);
}

/** The classes of abstract and external steps that have no conventional names. */
const USUAL_ELSEWHERE: ReadonlySet<string> = new Set([
  'StepBuilderBase',
  'BasePipelineConfig',
  'ProcessingStepConfigBase',
  'CradleDataLoadConfig',
]);

/** Whether an abstract or external step names the class that it always names: any other name is looked for, as it may be a slip. */
function isClassElsewhere(role: 'builder' | 'config', entry: StepEntry): boolean {
  if (!ABSTRACT.has(entry.name) && !EXTERNAL.has(entry.name)) return false;
  const named = textOf(entry, CLASS_FIELD[role]);
  const conventional = role === 'builder' ? conventionalBuilder(entry.name) : conventionalConfig(entry.name);
  return named === undefined || named === conventional || USUAL_ELSEWHERE.has(named);
}

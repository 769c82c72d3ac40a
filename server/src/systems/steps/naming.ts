import { fileName, folderOf } from '../../base/paths';
import { nearest } from '../../base/similarity';
import type { ComponentRole } from './facts';

/**
 * A name reduced to what all its spellings share, lower-case letters and digits: `XGBoostTraining`, `xgboost_training`
 * and `xgboost-training` give the same key (formats 1.8).
 */
export function canonicalKey(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Words with capitals inside, which splitting a name at its capitals would take apart (formats 1.8). */
const COMPOUND_WORDS = /LightGBMMT|LightGBM|XGBoost|PyTorch|TensorFlow|SageMaker|MLFlow|AutoML/g;

/** The name as file names spell it: `XGBoostModelEval` gives `xgboost_model_eval`. */
export function canonicalToSnake(name: string): string {
  return name
    .replace(COMPOUND_WORDS, word => word.charAt(0) + word.slice(1).toLowerCase())
    .replace(/([^_-])([A-Z][a-z]+)/g, '$1_$2')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase();
}

/**
 * A name reduced to its words, spelled out and in a fixed order, so that `model_evaluation_xgb`, `xgboost_model_eval`
 * and `XGBoostModelEval` agree, as they do for the run time's file resolver (formats 1.7, 1.8).
 */
export function wordKey(name: string): string {
  const words = canonicalToSnake(name).split(/[^\p{L}\p{N}]+/u);
  return words
    .flatMap(word => SPELLED_OUT.get(word) ?? (word === '' ? [] : [word]))
    .sort()
    .join(' ');
}

const SPELLED_OUT: ReadonlyMap<string, readonly string[]> = new Map([
  ['xgb', ['xgboost']],
  ['eval', ['evaluation']],
  ['preprocess', ['preprocessing']],
  ['mims', []],
]);

/** The components whose files have names by convention. */
export type FileComponent = Exclude<ComponentRole, 'hyperparameters'>;

/** What the name of a file says about the file: which component it holds, and of which step. */
export interface FileRole {
  readonly role: FileComponent;
  /** The file name without the parts that stand for its role: `xgboost_training`. */
  readonly base: string;
}

/** The naming convention of each folder of components, by the folder's name. */
const PATTERNS: ReadonlyMap<string, { readonly role: FileComponent; readonly pattern: RegExp }> = new Map([
  ['builders', { role: 'builder', pattern: /^builder_(.+)_step\.py$/ }],
  ['configs', { role: 'config', pattern: /^config_(.+)_step\.py$/ }],
  ['contracts', { role: 'contract', pattern: /^(.+)_contract\.py$/ }],
  ['specs', { role: 'spec', pattern: /^(.+)_spec\.py$/ }],
  ['scripts', { role: 'script', pattern: /^(.+)\.py$/ }],
]);

/**
 * The role of a file by the patterns of formats 1.7. In a folder of components only that folder's pattern counts;
 * elsewhere all patterns count but that of scripts, which fits every file. Returns undefined if no pattern fits.
 */
export function fileRole(path: string): FileRole | undefined {
  const name = fileName(path);
  if (name.startsWith('__')) return undefined;
  const parent = fileName(folderOf(path));
  const ofFolder = PATTERNS.get(parent);
  const patterns = ofFolder ? [ofFolder] : [...PATTERNS.values()].filter(({ role }) => role !== 'script');
  for (const { role, pattern } of patterns) {
    const base = pattern.exec(name)?.[1];
    if (base !== undefined) return { role, base };
  }
  return undefined;
}

/** The conventional path of a component's file, relative to `steps/`: `builders/builder_xgboost_training_step.py`. */
export function conventionalFile(role: FileComponent, step: string): string {
  const base = canonicalToSnake(step);
  if (role === 'builder' || role === 'config') return `${role}s/${role}_${base}_step.py`;
  return role === 'script' ? `scripts/${base}.py` : `${role}s/${base}_${role}.py`;
}

/** The conventional name of a step's builder class; `CustomStep` and `Custom` have the same. */
export function conventionalBuilder(step: string): string {
  return `${step.replace(/(?<=.)Step$/, '')}StepBuilder`;
}

/** The class of the config of a step, by convention. */
export function conventionalConfig(step: string): string {
  return `${step}Config`;
}

/** A name without a usual job type at its end (formats 1.8, 1.9). The set of job types is open, so others stay. */
export function withoutJobType(name: string): string {
  return name.replace(JOB_TYPE, '');
}

/** The job types that the documents and the public code use; other ones work as well. */
export const USUAL_JOB_TYPES = [
  'training',
  'validation',
  'testing',
  'calibration',
  'inference',
  'batch',
  'export',
  'scoring',
] as const;

const JOB_TYPE = new RegExp(`(?<=.)[_-](?:${USUAL_JOB_TYPES.join('|')})$`, 'i');

/** What a name with an optional job type stands for, such as `XGBoostTraining_Training` (formats 1.9). */
export interface Variant {
  readonly step: string;
  /** `Training`; absent if the name is that of the step alone. */
  readonly jobType?: string;
}

/** Removes endings from a name until a step is left. Any `_ending` or `-ending` may be a job type: the set is open. */
export function variantOf(name: string, isStep: (name: string) => boolean): Variant | undefined {
  if (isStep(name)) return { step: name };
  for (let end = name.length - 1; end > 0; end--) {
    if (name[end] !== '_' && name[end] !== '-') continue;
    const step = name.slice(0, end);
    if (isStep(step)) return { step, jobType: name.slice(end + 1) };
  }
  return undefined;
}

/** The names that a name could be a variant of, the longest first. Removes at most `MAX_JOB_TYPE_WORDS` endings. */
export function stepsOfVariant(name: string): string[] {
  const steps: string[] = [];
  for (let end = name.length - 1; end > 0 && steps.length < MAX_JOB_TYPE_WORDS; end--)
    if (name[end] === '_' || name[end] === '-') steps.push(name.slice(0, end));
  return steps;
}

const MAX_JOB_TYPE_WORDS = 3;

/**
 * The candidate that was most likely meant by a misspelt step or class name. Pass the names of one workspace and of
 * core only: with all names of a large repository this is slow, and every new name would change every message.
 */
export function closest(name: string, candidates: Iterable<string>): string | undefined {
  return nearest(name, candidates, withoutEnding);
}

/**
 * Removes the endings in which class names of one step differ, from a name in lower case: `modelstepconfig` → `model`.
 */
function withoutEnding(folded: string): string {
  return folded.replace(/(?:config|builder)$/, '').replace(/step$/, '');
}

/** A class name without the endings that tell the classes of one step apart: `ModelStepConfig` → `Model`. */
export function withoutClassEnding(name: string): string {
  return name.replace(/(?:Config|Builder)$/, '').replace(/Step$/, '');
}

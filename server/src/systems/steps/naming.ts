import { fileName, folderOf } from '../../base/paths';
import { nearest } from '../../base/similarity';
import type { ComponentRole } from './facts';

/**
 * A name reduced to what all spellings share, lower-case letters and digits: `XGBoostTraining`, `xgboost_training` and
 * `xgboost-training` give the same key (formats 1.8).
 */
export function canonicalKey(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Words that names are made of where the convention cannot tell them apart by their capitals (formats 1.8). */
const COMPOUND_WORDS = /LightGBMMT|LightGBM|XGBoost|PyTorch|TensorFlow|SageMaker|MLFlow|AutoML/g;

/** The name as file names spell it: `XGBoostModelEval` gives `xgboost_model_eval`. */
export function canonicalToSnake(name: string): string {
  return name
    .replace(COMPOUND_WORDS, word => word[0]! + word.slice(1).toLowerCase())
    .replace(/([^_-])([A-Z][a-z]+)/g, '$1_$2')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase();
}

/**
 * A name reduced to its words, spelled out and in a fixed order, so that `model_evaluation_xgb`, `xgboost_model_eval` and
 * `XGBoostModelEval` agree, as they do for the run time's file resolver (formats 1.7, 1.8).
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

/** The components that the convention names files for. */
export type FileComponent = Exclude<ComponentRole, 'hyperparameters'>;

/** What the name of a file says about it: which component it holds, and the rest of its name. */
export interface FileRole {
  readonly role: FileComponent;
  /** The file name without the parts that stand for its role: `xgboost_training`. */
  readonly base: string;
}

const PATTERNS: ReadonlyMap<string, { readonly role: FileComponent; readonly pattern: RegExp }> = new Map([
  ['builders', { role: 'builder', pattern: /^builder_(.+)_step\.py$/ }],
  ['configs', { role: 'config', pattern: /^config_(.+)_step\.py$/ }],
  ['contracts', { role: 'contract', pattern: /^(.+)_contract\.py$/ }],
  ['specs', { role: 'spec', pattern: /^(.+)_spec\.py$/ }],
  ['scripts', { role: 'script', pattern: /^(.+)\.py$/ }],
]);

/**
 * The role of a file by the patterns of formats 1.7. In one of the folders that components stand in, only that folder's
 * pattern counts; elsewhere any but that of scripts, which fits every file.
 */
export function fileRole(path: string): FileRole | undefined {
  const name = fileName(path);
  if (name.startsWith('__')) return undefined;
  const parent = fileName(folderOf(path));
  const own = PATTERNS.get(parent);
  const patterns = own === undefined ? [...PATTERNS.values()].filter(({ role }) => role !== 'script') : [own];
  for (const { role, pattern } of patterns) {
    const base = pattern.exec(name)?.[1];
    if (base !== undefined) return { role, base };
  }
  return undefined;
}

/** The folder below `steps/` and the file name that the convention gives a component of a step. */
export function conventionalFile(role: FileComponent, step: string): string {
  const base = canonicalToSnake(step);
  if (role === 'builder' || role === 'config') return `${role}s/${role}_${base}_step.py`;
  return role === 'script' ? `scripts/${base}.py` : `${role}s/${base}_${role}.py`;
}

/** The builder class that the convention gives a step; `CustomStep` and `Custom` have the same. */
export function conventionalBuilder(step: string): string {
  return `${step.replace(/(?<=.)Step$/, '')}StepBuilder`;
}

export function conventionalConfig(step: string): string {
  return `${step}Config`;
}

/** A name without one of the usual job types at its end (formats 1.8, 1.9); the list of them is open, so names may keep one. */
export function withoutJobType(name: string): string {
  return name.replace(JOB_TYPE, '');
}

const JOB_TYPE = /(?<=.)[_-](?:training|validation|testing|calibration|inference|batch|export|scoring)$/i;

/** A step, named by a name that says which of its job types is meant: `XGBoostTraining_Training` (formats 1.9). */
export interface Variant {
  readonly step: string;
  /** `Training`; absent when the name is the step's own. */
  readonly jobType?: string;
}

/** Takes ends off a name until a step is left; any `_end` or `-end` counts, the list of job types is open. */
export function variantOf(name: string, isStep: (name: string) => boolean): Variant | undefined {
  if (isStep(name)) return { step: name };
  for (let end = name.length - 1; end > 0; end--) {
    if (name[end] !== '_' && name[end] !== '-') continue;
    const step = name.slice(0, end);
    if (isStep(step)) return { step, jobType: name.slice(end + 1) };
  }
  return undefined;
}

/** The names that a name would be a variant of, the longest first; few, since long names are not taken apart to the end. */
export function stepsOfVariant(name: string): string[] {
  const steps: string[] = [];
  for (let end = name.length - 1; end > 0 && steps.length < MOST_JOB_WORDS; end--)
    if (name[end] === '_' || name[end] === '-') steps.push(name.slice(0, end));
  return steps;
}

const MOST_JOB_WORDS = 3;

/**
 * The step or class name that was most likely meant. To be used with the names of the own workspace and of core only:
 * with all names of a large repository it is slow, and every new name would change every message.
 */
export function closest(name: string, candidates: Iterable<string>): string | undefined {
  return nearest(name, candidates, withoutEnding);
}

/** Class names of one step differ in these ends, and step names are mistaken for them: `Model`, `ModelStepConfig`. */
function withoutEnding(folded: string): string {
  return folded.replace(/(?:config|builder)$/, '').replace(/step$/, '');
}

/** The name without the ends that say which of a step's classes it is. */
export function withoutClassEnding(name: string): string {
  return name.replace(/(?:Config|Builder)$/, '').replace(/Step$/, '');
}

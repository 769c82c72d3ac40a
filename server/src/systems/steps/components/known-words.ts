import { Part, type Place } from '../../../model/fact';
import { fieldOf, type Entry } from '../../../model/fields';
import type { Lookup } from '../../../model/lookup';
import { stringsOf } from '../../../model/value';
import { effectiveRow } from '../define/core-rows';
import { allDefinitions, type Definition } from '../define/definitions';
import { workspaceNamed, workspacesOf } from '../define/workspaces';
import { textOf, type HyperparameterEntry, type WordTo } from '../facts';
import { HYPERPARAMETERS_KEY, vocabularyKey } from '../keys';
import { canonicalToSnake, USUAL_JOB_TYPES } from '../naming';
import { SAGEMAKER_TYPES } from '../vocabulary';
import { canonicalName, type NameGuess } from './file-name-strategies';
import { stepNamesFor } from './suggestions';

/** The names of a kind that code may use, as far as the repository and the run time know them, each once. */
export function knownWords(to: WordTo, lookup: Lookup): ReadonlySet<string> {
  return new Set(KNOWN[to](lookup));
}

const KNOWN: Readonly<Record<WordTo, (lookup: Lookup) => string[]>> = {
  'sagemaker type': lookup => [...declaredSagemakerTypes(lookup), ...valuesIn('sagemaker_step_type', lookup)],
  'file name': lookup => [...new Set(allDefinitions(lookup).map(({ entry }) => canonicalToSnake(entry.name)))],
  'job type': lookup => [
    ...USUAL_JOB_TYPES,
    ...rows(lookup).flatMap(row => stringsOf(fieldOf(row, 'job_types')).map(each => each.toLowerCase())),
  ],
  'model type': lookup => hyperparameterRows(lookup).flatMap(row => textOf(row, 'model_type') ?? []),
};

/** The SageMaker step types of every version of the run time, and those that the repository declares. */
export function declaredSagemakerTypes(lookup: Lookup): ReadonlySet<string> {
  const declared = lookup.providers(vocabularyKey('sagemaker_step_type'));
  return new Set([...SAGEMAKER_TYPES, ...declared.flatMap(({ words }) => words)]);
}

/** The rows of `HYPERPARAMETER_REGISTRY`, by path and place. */
export function hyperparameterRows(lookup: Lookup): readonly HyperparameterEntry[] {
  return lookup.providers(HYPERPARAMETERS_KEY);
}

/** Where a name of one of these kinds is written in a registry: the rows of a type, or the step that a file name leads to. */
export function placesOfWord(
  to: string,
  name: string,
  { workspace, definitions }: { readonly workspace?: string | undefined; readonly definitions: readonly Definition[] },
  lookup: Lookup,
): readonly Place[] {
  if (to === 'sagemaker type') return definitions.flatMap(({ entry }) => placeOf(entry, 'sagemaker_step_type', name));
  if (to === 'model type') return hyperparameterRows(lookup).flatMap(row => placeOf(row, 'model_type', name));
  const step = to === 'file name' ? stepOfFileName(name, workspace, lookup).name : undefined;
  const led = definitions.filter(({ entry }) => entry.name === step);
  return led.map(({ entry }) => ({ fact: entry, part: Part.name }));
}

function placeOf(entry: Entry, field: string, value: string): Place[] {
  return textOf(entry, field) === value ? [{ fact: entry, part: Part.name }] : [];
}

/**
 * The step that a file name leads to, among the steps of core and of the workspace with this id or directory; without one, among
 * those of core, then of each workspace, since whoever runs the code may have selected any.
 */
export function stepOfFileName(fileName: string, workspace: string | undefined, lookup: Lookup): NameGuess {
  const guessFor = (directory: string | undefined): NameGuess =>
    canonicalName(fileName, new Set(stepNamesFor(directory, lookup)));
  if (workspace !== undefined) return guessFor(workspaceNamed(workspace, lookup)?.directory);
  const inCore = guessFor(undefined);
  if (inCore.name !== undefined) return inCore;
  for (const { directory } of workspacesOf(lookup)) {
    const guess = guessFor(directory);
    if (guess.name !== undefined) return guess;
  }
  return inCore;
}

function rows(lookup: Lookup): Entry[] {
  return allDefinitions(lookup).map(({ entry }) => effectiveRow(entry, lookup));
}

function valuesIn(field: string, lookup: Lookup): string[] {
  return rows(lookup).flatMap(row => textOf(row, field) ?? []);
}

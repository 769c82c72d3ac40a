import { METADATA_FIELDS, STEP_FIELDS } from '../../generated/fields';
import type { FieldDoc, FieldType } from '../../model/field-doc';

// The words of step registries, as the documents and the public code have them (formats 1.2 to 1.6).

/** The fields that the loader copies from rows of workspaces, with the types that it insists on (formats 1.3). */
export const LOADED_FIELDS: ReadonlyMap<string, FieldType> = fieldTypes(field => field.loaded);

/** The fields that templates and documents write into rows and that the loader ignores (formats 1.3). */
export const DROPPED_FIELDS: ReadonlyMap<string, FieldType> = fieldTypes(field => !field.loaded);

/** The fields that every row of a core registry has (formats 1.2). */
export const CONVENTIONAL_FIELDS = [
  'config_class',
  'builder_step_name',
  'spec_type',
  'sagemaker_step_type',
  'description',
] as const;
/** A field of a row whose value follows from its name by convention. */
export type ConventionalField = (typeof CONVENTIONAL_FIELDS)[number];

/** Every SageMaker step type that any era of the run time knows (formats 1.6). */
export const SAGEMAKER_TYPES: ReadonlySet<string> = new Set(wordsOf(STEP_FIELDS, 'sagemaker_step_type'));

/** The values of the run time's `ResolutionStrategy` (formats 1.4). */
export const STRATEGIES: ReadonlySet<string> = new Set([
  'workspace_priority',
  'framework_match',
  'environment_match',
  'manual',
  'highest_priority',
  'core_fallback',
]);

/** The values of `conflict_tolerance` in workspace metadata. */
export const TOLERANCES: ReadonlySet<string> = new Set(wordsOf(METADATA_FIELDS, 'conflict_tolerance'));

function fieldTypes(wanted: (field: FieldDoc) => boolean): ReadonlyMap<string, FieldType> {
  return new Map(STEP_FIELDS.filter(wanted).map(field => [field.name, field.type]));
}

function wordsOf(fields: readonly FieldDoc[], name: string): readonly string[] {
  return fields.find(field => field.name === name)?.words ?? [];
}

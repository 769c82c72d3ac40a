/** The words of step registries, as the documents and the public code have them (formats 1.2 to 1.6). */

export type FieldType = 'text' | 'whole number' | 'list of texts' | 'mapping';

/** What the loader copies from a row of a workspace registry, and the type that it insists on (formats 1.3). */
export const LOADED_FIELDS: ReadonlyMap<string, FieldType> = new Map([
  ['config_class', 'text'],
  ['builder_step_name', 'text'],
  ['spec_type', 'text'],
  ['sagemaker_step_type', 'text'],
  ['description', 'text'],
  ['framework', 'text'],
  ['job_types', 'list of texts'],
  ['metadata', 'mapping'],
]);

/** What templates and documents write into rows, and the loader passes over (formats 1.3). */
export const DROPPED_FIELDS: ReadonlyMap<string, FieldType | undefined> = new Map([
  ['priority', 'whole number'],
  ['environment_tags', 'list of texts'],
  ['compatibility_tags', 'list of texts'],
  ['framework_version', 'text'],
  ['conflict_resolution_strategy', 'text'],
  ['custom_features', undefined],
]);

/** What every row of a core registry has (formats 1.2). */
export const CONVENTIONAL_FIELDS = [
  'config_class',
  'builder_step_name',
  'spec_type',
  'sagemaker_step_type',
  'description',
] as const;
export type ConventionalField = (typeof CONVENTIONAL_FIELDS)[number];

/** Every SageMaker step type that any era of the run time knows (formats 1.6). */
export const SAGEMAKER_TYPES: ReadonlySet<string> = new Set([
  'Base',
  'CradleDataLoading',
  'CreateModel',
  'Lambda',
  'MimsModelRegistrationProcessing',
  'Processing',
  'RedshiftDataLoading',
  'RegisterModel',
  'Training',
  'Transform',
  'Tuning',
  'Utility',
]);

/** The values of the run time's `ResolutionStrategy` (formats 1.4). */
export const STRATEGIES: ReadonlySet<string> = new Set([
  'workspace_priority',
  'framework_match',
  'environment_match',
  'manual',
  'highest_priority',
  'core_fallback',
]);

export const TOLERANCES: ReadonlySet<string> = new Set(['low', 'medium', 'high']);

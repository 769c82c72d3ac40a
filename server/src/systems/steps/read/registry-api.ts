import type { ReferenceTo } from '../facts';

/** An argument of a call that names something in a registry, by position (0-based) or by keyword. */
export interface NamedArgument {
  readonly position?: number;
  readonly keyword: string;
  readonly to: ReferenceTo;
}

const step: NamedArgument = { position: 0, keyword: 'step_name', to: 'step' };
const workspace: NamedArgument = { position: 1, keyword: 'workspace_id', to: 'workspace' };
const onlyWorkspace: NamedArgument = { position: 0, keyword: 'workspace_id', to: 'workspace' };
const specType: NamedArgument = { position: 0, keyword: 'spec_type', to: 'spec type' };

/**
 * The functions of the registry API, and the kind of name that each argument is (formats 1.5, 1.8, 1.9; documents 000
 * to 002). `validate_step_name` and `validate_spec_type` are absent: asking them about an unknown name is their
 * purpose.
 */
export const API_CALLS: ReadonlyMap<string, readonly NamedArgument[]> = new Map([
  ['get_config_class_name', [step, workspace]],
  ['get_builder_step_name', [step, workspace]],
  ['get_spec_step_type', [step, workspace]],
  ['get_spec_step_type_with_job_type', [step, { keyword: 'workspace_id', to: 'workspace' }]],
  ['get_sagemaker_step_type', [step, workspace]],
  ['get_step_description', [step, workspace]],
  ['get_step_definition', [step, workspace]],
  ['get_step_field', [step]],
  ['diagnose_step_resolution', [step, workspace]],
  ['resolve_step_safely', [step, workspace]],
  ['resolve_step_components', [step, workspace]],
  ['get_step_name_from_spec_type', [specType, workspace]],
  ['workspace_context', [onlyWorkspace]],
  ['set_workspace_context', [onlyWorkspace]],
  ['get_step_names', [onlyWorkspace]],
  ['get_all_step_definitions', [onlyWorkspace]],
  ['create_legacy_step_names_dict', [onlyWorkspace]],
  ['register_builder', [{ position: 0, keyword: 'step_type', to: 'step' }]],
]);

/** Dictionaries of the registry API, and what their keys name, as in `STEP_NAMES["XGBoostTraining"]`. */
export const API_TABLES: ReadonlyMap<string, ReferenceTo> = new Map([
  ['STEP_NAMES', 'step'],
  ['BUILDER_STEP_NAMES', 'step'],
  ['SPEC_STEP_TYPES', 'step'],
  ['CONFIG_STEP_REGISTRY', 'config'],
]);

/** What becomes of a call or a subscript that names a step which the step registry does not have. */
export function answerToUnknownStep(api: string): string {
  if (api === 'register_builder') return 'the builder is registered for a step that does not exist';
  if (API_TABLES.has(api)) return 'this raises KeyError';
  return RAISING.has(api) ? 'this raises ValueError' : 'the registry answers that there is no such step';
}

const RAISING: ReadonlySet<string> = new Set([
  'get_config_class_name',
  'get_builder_step_name',
  'get_spec_step_type',
  'get_spec_step_type_with_job_type',
  'get_sagemaker_step_type',
  'get_step_description',
]);

/** A text without any of these words holds no reference. */
export const API_WORDS = new RegExp(
  `\\b(?:${[...API_CALLS.keys(), ...API_TABLES.keys(), 'developer_workspaces'].join('|')})\\b`,
);

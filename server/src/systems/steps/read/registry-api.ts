import type { ReferenceFact, ReferenceTo } from '../facts';

/** An argument of a call that names something, by position (0-based) or by keyword. */
export interface NamedArgument {
  readonly position?: number;
  readonly keyword: string;
  readonly to: ReferenceTo;
  /** What becomes of the call when there is no such thing, as the end of a sentence; absent where that is no mistake. */
  readonly unknown?: string;
}

/** A function, class or method of the run time that takes names, or gives a mapping whose keys are names. */
export interface ApiFunction {
  readonly takes: readonly NamedArgument[];
  /** What the keys of the mapping name that it returns, as in `get_step_names("alice")["MyStep"]`. */
  readonly gives?: ReferenceTo;
  /**
   * The classes whose method it is, or an empty list for a function that is no method. Present where other code has methods of the
   * same name, so that it counts only on an object that the text shows to be made by one of the classes, or on a module.
   */
  readonly on?: readonly string[];
  /** Asks the registries of all workspaces, whichever workspace the call names. */
  readonly asksAll?: true;
  /** Used in a `with` statement, it selects the workspace for the calls within. */
  readonly selects?: true;
}

const RAISES = 'this raises ValueError';
const NOTHING = 'the registry answers that there is no such step';
const NO_BUILDER = 'this raises RegistryError';
const UNBUILT = 'the builder is registered for a step that does not exist';
const CORE_ONLY = 'only the steps of core are in the answer';

const step = (unknown?: string, keyword = 'step_name'): NamedArgument => at(0, keyword, 'step', unknown);
const workspace = (position?: number, unknown = CORE_ONLY): NamedArgument =>
  at(position, 'workspace_id', 'workspace', unknown);

function at(position: number | undefined, keyword: string, to: ReferenceTo, unknown?: string): NamedArgument {
  return {
    keyword,
    to,
    ...(position === undefined ? {} : { position }),
    ...(unknown === undefined ? {} : { unknown }),
  };
}

const MANAGERS = ['UnifiedRegistryManager', 'HybridRegistryManager', 'CoreStepRegistry', 'LocalStepRegistry'];
const ASSEMBLERS = ['PipelineAssembler'];
const DAGS = ['PipelineDAG'];

/**
 * The functions of the registry API, a row each (formats 1.5, 1.8, 1.9; documents 000 to 002; checked against the signatures of the
 * public code). Functions whose purpose is to ask about a name say nothing of unknown ones.
 */
export const API_FUNCTIONS: ReadonlyMap<string, ApiFunction> = new Map<string, ApiFunction>([
  ['get_config_class_name', { takes: [step(RAISES), workspace(1)] }],
  ['get_builder_step_name', { takes: [step(RAISES), workspace(1)] }],
  ['get_spec_step_type', { takes: [step(RAISES), workspace(1)] }],
  [
    'get_spec_step_type_with_job_type',
    { takes: [step(RAISES), at(1, 'job_type', 'job type', 'no specification has such a type'), workspace(2)] },
  ],
  ['get_sagemaker_step_type', { takes: [step(RAISES), workspace(1)] }],
  ['get_step_description', { takes: [step(RAISES), workspace(1)] }],
  ['validate_step_name', { takes: [step(), workspace(1)], on: [] }],
  ['check_step_name_compliance', { takes: [workspace(1)] }],
  [
    'get_step_name_from_spec_type',
    { takes: [at(0, 'spec_type', 'spec type', 'it is returned as it is'), workspace(1)] },
  ],
  ['validate_spec_type', { takes: [at(0, 'spec_type', 'spec type'), workspace(1)] }],
  [
    'get_steps_by_sagemaker_type',
    { takes: [at(0, 'sagemaker_type', 'sagemaker type', 'the answer is an empty list'), workspace(1)] },
  ],
  ['validate_sagemaker_step_type', { takes: [at(0, 'sagemaker_type', 'sagemaker type')] }],
  ['get_canonical_name_from_file_name', { takes: [at(0, 'file_name', 'file name', RAISES), workspace(1)] }],
  ['validate_file_name', { takes: [at(0, 'file_name', 'file name'), workspace(1)], on: [] }],

  ['get_step_names', { takes: [workspace(0)], gives: 'step' }],
  ['get_config_step_registry', { takes: [workspace(0)], gives: 'config' }],
  ['get_builder_step_names', { takes: [workspace(0)], gives: 'step' }],
  ['get_spec_step_types', { takes: [workspace(0)], gives: 'step' }],
  ['get_all_step_names', { takes: [workspace(0)] }],
  ['list_all_step_info', { takes: [workspace(0)], gives: 'step' }],
  ['get_all_sagemaker_step_types', { takes: [workspace(0)] }],
  ['get_sagemaker_step_type_mapping', { takes: [workspace(0)], gives: 'sagemaker type' }],
  ['get_workspace_step_count', { takes: [workspace(0, 'the answer is the number of core steps')] }],
  ['get_step_registry', { takes: [], gives: 'config', on: ['BasePipelineConfig'] }],

  ['workspace_context', { takes: [workspace(0)], selects: true }],
  ['set_workspace_context', { takes: [workspace(0)] }],
  ['resolution_context', { takes: [workspace(0)] }],
  ['ResolutionContext', { takes: [workspace()] }],

  ['get_step', { takes: [step(NOTHING)], on: MANAGERS, asksAll: true }],
  ['get_step_definition', { takes: [step(NOTHING), workspace(1)], asksAll: true }],
  ['get_step_definition_with_resolution', { takes: [step(NOTHING), workspace(1)], asksAll: true }],
  ['get_all_step_definitions', { takes: [workspace(0)], gives: 'step' }],
  ['get_local_only_definitions', { takes: [workspace(0, 'the answer is empty')], gives: 'step' }],
  ['create_legacy_step_names_dict', { takes: [workspace(0)], gives: 'step' }],
  ['has_step', { takes: [step(), workspace(1)], on: MANAGERS }],
  ['list_steps', { takes: [workspace(0)], on: MANAGERS }],
  ['get_step_count', { takes: [workspace(0)], on: MANAGERS }],
  ['get_step_field', { takes: [step(NOTHING)] }],
  ['diagnose_step_resolution', { takes: [step(NOTHING), workspace(1)] }],
  ['resolve_step_safely', { takes: [step(NOTHING), workspace(1)] }],
  ['resolve_step_components', { takes: [step(NOTHING), workspace(1)] }],

  ['register_builder', { takes: [step(UNBUILT, 'step_type')] }],
  ['register_global_builder', { takes: [step(UNBUILT, 'step_type')] }],
  ['get_builder_for_step_type', { takes: [step(NO_BUILDER, 'step_type')] }],
  ['is_step_type_supported', { takes: [step(undefined, 'step_type')] }],
  ['get_config_types_for_step_type', { takes: [step('its config classes are guessed from the name', 'step_type')] }],

  ['get_module_path', { takes: [at(0, 'class_name', 'hyperparameters', 'the answer is None')], on: [] }],
  ['get_hyperparameter_class_by_model_type', { takes: [at(0, 'model_type', 'model type', 'the answer is None')] }],
  ['validate_hyperparameter_class', { takes: [at(0, 'class_name', 'hyperparameters')] }],
  ['get_all_hyperparameter_info', { takes: [], gives: 'hyperparameters' }],

  ['add_step', { takes: [step('the assembler has nothing to build')], on: ASSEMBLERS }],
  ['add_node', { takes: [at(0, 'node', 'node')], on: DAGS }],
  ['add_edge', { takes: [at(0, 'src', 'node'), at(1, 'dst', 'node')], on: DAGS }],
]);

/** Mappings of the registry API, and what their keys name, as in `STEP_NAMES["XGBoostTraining"]`. */
export const API_TABLES: ReadonlyMap<string, ReferenceTo> = new Map([
  ['STEP_NAMES', 'step'],
  ['BUILDER_STEP_NAMES', 'step'],
  ['SPEC_STEP_TYPES', 'step'],
  ['CONFIG_STEP_REGISTRY', 'config'],
  ['HYPERPARAMETER_REGISTRY', 'hyperparameters'],
]);

/** The classes that have methods of the API. */
export const API_CLASSES: ReadonlySet<string> = new Set([...API_FUNCTIONS.values()].flatMap(({ on = [] }) => on));

/** What becomes of the expression around a reference whose name nothing has; undefined where that is no mistake. */
export function answerToUnknown({ api, to }: ReferenceFact): string | undefined {
  if (API_TABLES.has(api) || api.endsWith(GIVEN)) return 'this raises KeyError';
  return API_FUNCTIONS.get(api)?.takes.find(argument => argument.to === to)?.unknown;
}

/** Whether the function that takes a name asks all registries, whichever workspace the call names. */
export function asksAllRegistries({ api }: ReferenceFact): boolean {
  return API_FUNCTIONS.get(api)?.asksAll === true;
}

/** What follows the name of a function in `ReferenceFact.api` where the name is a key of the mapping that it returns. */
export const GIVEN = '()';

/** A text without any of these words holds no reference. */
export const API_WORDS = new RegExp(
  `\\b(?:${[...API_FUNCTIONS.keys(), ...API_TABLES.keys(), 'developer_workspaces'].join('|')})\\b`,
);

const GIVING = [...API_FUNCTIONS].flatMap(([name, { gives }]) => (gives === undefined ? [] : [name]));

/** A text that has to be read in full: it may make objects whose methods take names, or take a key of what a function returns. */
export const API_IN_DEPTH = new RegExp(
  `\\b(?:${[...API_CLASSES].join('|')})\\b|\\b(?:${GIVING.join('|')})\\s*\\([^()]*\\)\\s*\\[`,
);

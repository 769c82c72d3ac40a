import { classKey, type ClassSuffix } from '../../model/class-outline';
import type { ReferenceFact } from './facts';
import { canonicalKey, wordKey } from './naming';

/** Candidates for the core registry: the headers of all registry files outside of developer workspaces. */
export const CORE_KEY = 'core:';
/** The headers of all workspace registries. */
export const WORKSPACES_KEY = 'workspaces:';
/** The rows of `HYPERPARAMETER_REGISTRY`. */
export const HYPERPARAMETERS_KEY = 'hyperparameters:';

export const stepKey = (name: string): string => `step:${name}`;
export const aliasKey = (name: string): string => `alias:${name}`;
export const specTypeKey = (name: string): string => `spec-type:${name}`;
/** Who ends up as this workspace: headers by directory name, metadata by `developer_id`. */
export const workspaceKey = (id: string): string => `workspace:${id}`;
/** Component files by the step they serve, whatever its spelling: see `canonicalKey`. */
export const componentKey = (name: string): string => `component:${canonicalKey(name)}`;
/** Component files by the words of the step they serve, whatever their order: see `wordKey`. */
export const componentWordsKey = (name: string): string => `component-words:${wordKey(name)}`;
/** Scripts by file name, and contracts by the file name of the script that they name. */
export const scriptKey = (fileName: string): string => `script:${fileName}`;
/** Modules of components that import a class of that name, or everything (`*`), from somewhere. */
export const importKey = (name: string): string => `import:${name}`;
/** Rows outside of workspaces that have a type which no version of the run time knows. */
export const sagemakerTypeKey = (type: string): string => `sagemaker-type:${type}`;
/** References to a step by one of its job types, `XGBoostTraining_Training`, under the step's own name. */
export const variantKey = (step: string): string => `variant:${step}`;
/** Classes with an ending by place, for completion: of a workspace directory, or (none) of core. */
export const classesInKey = (suffix: ClassSuffix, directory: string | undefined): string =>
  `classes-in:${suffix}/${directory ?? ''}`;
export const vocabularyKey = (field: string): string => `vocabulary:${field}`;

/** The key of what a reference names. */
export function referenceKey({ to, name }: ReferenceFact): string {
  if (to === 'config' || to === 'builder') return classKey(name);
  if (to === 'spec type') return specTypeKey(name);
  return to === 'workspace' ? workspaceKey(name) : stepKey(name);
}

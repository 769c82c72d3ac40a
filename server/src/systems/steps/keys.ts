import type { Fact } from '../../model/fact';
import { classKey, classSuffix, type ClassSuffix } from '../../model/class-outline';
import type { KeyWriter } from '../system';
import {
  textOf,
  type AliasFact,
  type ComponentFact,
  type HyperparameterEntry,
  type ImportFact,
  type InterfaceEntry,
  type MetadataEntry,
  type ReferenceFact,
  type RegistryHeader,
  type StepEntry,
  type WorkspaceImport,
} from './facts';
import { fileName, workspaceDirectory } from './layout';
import { canonicalKey, fileRole, stepsOfVariant, withoutJobType, wordKey } from './names';
import { SAGEMAKER_TYPES } from './vocabulary';

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

/** The keys under which a fact of a step registry is indexed. */
export function keysOf(fact: Fact, index: KeyWriter): void {
  KEYS[fact.kind]?.(fact as never, index);
}

const KEYS: Readonly<Record<string, ((fact: never, index: KeyWriter) => void) | undefined>> = {
  class({ name, file }: Fact, index) {
    const suffix = classSuffix(name);
    if (suffix !== undefined) index.provides(classesInKey(suffix, workspaceDirectory(file.path)));
  },
  registry(header: RegistryHeader, index) {
    if (header.form === 'ignored') return;
    index.provides(header.form === 'workspace' ? WORKSPACES_KEY : CORE_KEY);
    if (header.form === 'workspace' && header.directory !== undefined) index.provides(workspaceKey(header.directory));
  },
  metadata(metadata: MetadataEntry, index) {
    if (metadata.name !== '') index.provides(workspaceKey(metadata.name));
  },
  step(entry: StepEntry, index) {
    index.provides(stepKey(entry.name));
    index.reads(componentKey(entry.name));
    readField(entry, 'builder_step_name', classKey, index);
    // A row that names one class twice is listed under it once.
    if (textOf(entry, 'config_class') !== textOf(entry, 'builder_step_name'))
      readField(entry, 'config_class', classKey, index);
    readField(entry, 'spec_type', specTypeKey, index);
    const type = textOf(entry, 'sagemaker_step_type');
    if (type !== undefined && !SAGEMAKER_TYPES.has(type) && workspaceDirectory(entry.file.path) === undefined)
      index.reads(sagemakerTypeKey(type));
  },
  hyperparameter(row: HyperparameterEntry, index) {
    index.provides(HYPERPARAMETERS_KEY);
    readField(row, 'class_name', classKey, index);
  },
  alias(alias: AliasFact, index) {
    index.provides(aliasKey(alias.name));
    index.reads(stepKey(alias.target));
  },
  component(component: ComponentFact, index) {
    for (const key of new Set(servedBy(component).flatMap(name => [componentKey(name), componentWordsKey(name)])))
      index.provides(key);
    if (component.role === 'script') index.provides(scriptKey(`${component.name}.py`));
    if (component.entryPoint !== undefined) index.reads(scriptKey(fileName(component.entryPoint)));
  },
  interface(contents: InterfaceEntry, index) {
    const script = textOf(contents, 'contract.entry_point');
    if (script !== undefined) index.reads(scriptKey(fileName(script)));
  },
  import(each: ImportFact, index) {
    index.provides(importKey(each.name));
  },
  reference(reference: ReferenceFact, index) {
    index.reads(referenceKey(reference));
    if (reference.to === 'step' || reference.to === 'source')
      for (const step of stepsOfVariant(reference.name)) index.reads(variantKey(step));
  },
  'workspace-import'({ directory }: WorkspaceImport, index) {
    index.reads(workspaceKey(directory));
  },
  vocabulary(vocabulary: Fact, index) {
    index.provides(vocabularyKey(vocabulary.name));
  },
};

/** The steps that a file may serve, by what it says, else by what it is called; of specs also without a job type. */
function servedBy({ role, stepType, variable, name, file }: ComponentFact): string[] {
  const called = [fileRole(file.path)?.base ?? name, ...(variable === undefined ? [] : [variable])];
  const served = stepType === undefined ? called : [stepType];
  return role === 'spec' ? served.flatMap(each => [each, withoutJobType(each)]) : served;
}

/** The key of what a reference names. */
export function referenceKey({ to, name }: ReferenceFact): string {
  if (to === 'config' || to === 'builder') return classKey(name);
  if (to === 'spec type') return specTypeKey(name);
  return to === 'workspace' ? workspaceKey(name) : stepKey(name);
}

function readField(
  entry: StepEntry | HyperparameterEntry,
  field: string,
  key: (name: string) => string,
  index: KeyWriter,
): void {
  const name = textOf(entry, field);
  if (name !== undefined && name !== '') index.reads(key(name));
}

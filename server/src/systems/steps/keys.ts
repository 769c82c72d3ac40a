import { classKey, type ClassFact, type ClassSuffix } from '../../model/class-outline';
import type { BareKey, Key } from '../../model/lookup';
import type {
  AliasFact,
  ComponentFact,
  HyperparameterEntry,
  IgnoreFact,
  ImportFact,
  InterfaceEntry,
  MetadataEntry,
  ModuleImportsFact,
  ModuleNamesFact,
  ProgramFact,
  ReferenceFact,
  RegistryHeader,
  StepEntry,
  VocabularyFact,
  WordTo,
  WorkspaceImport,
} from './facts';
import { canonicalKey, wordKey } from './naming';
import type { TermsFact } from './terms';

/** Candidates for the core registry: the headers of all registry files outside of developer workspaces. */
export const CORE_KEY = 'core:' as Key<RegistryHeader, never>;
/** The headers of all workspace registries. */
export const WORKSPACES_KEY = 'workspaces:' as Key<RegistryHeader, never>;
/** The headers of workspace registries that end the program when they are run: then nothing is loaded at all. */
export const ABORTS_KEY = 'aborts:' as Key<RegistryHeader, never>;
/** The headers of workspace registries that change the rows of core when they are run, or may do so. */
export const CORE_CHANGES_KEY = 'core changes:' as Key<RegistryHeader, never>;
/** The rows of `HYPERPARAMETER_REGISTRY`. */
export const HYPERPARAMETERS_KEY = 'hyperparameters:' as Key<HyperparameterEntry, never>;

/** What defines a step, and what names it. */
export const stepKey = (name: string) => `step:${name}` as Key<StepEntry, AliasFact | ReferenceFact>;
/** The aliases of this name. */
export const aliasKey = (name: string) => `alias:${name}` as Key<AliasFact, never>;
/** The rows with this spec type, and what names it. */
export const specTypeKey = (name: string) => `spec-type:${name}` as Key<never, StepEntry | ReferenceFact>;
/** Registries that may be this workspace: headers are indexed by directory name, metadata by `developer_id`. */
export const workspaceKey = (id: string) =>
  `workspace:${id}` as Key<RegistryHeader | MetadataEntry, ReferenceFact | WorkspaceImport>;
/** Component files by the name of the step they serve, in any spelling: see `canonicalKey`. */
export const componentKey = (name: string) => `component:${canonicalKey(name)}` as Key<ComponentFact, StepEntry>;
/** Component files by the words in the name of the step they serve, in any order: see `wordKey`. */
export const componentWordsKey = (name: string) => `component-words:${wordKey(name)}` as Key<ComponentFact, never>;
/** Contracts are indexed by the variable that holds them, without its ending; specifications read that of theirs. */
export const contractKey = (variable: string) => `contract:${variable}` as Key<ComponentFact, ComponentFact>;
/** What contracts say that their steps need and give, by the variable that holds the contract; specifications read that of theirs. */
export const contractTermsKey = (variable: string) => `contract-terms:${variable}` as Key<TermsFact, TermsFact>;
/** What scripts need, by their file name; contracts and interfaces read the key of the script that they name. */
export const scriptTermsKey = (fileName: string) => `script-terms:${fileName}` as Key<TermsFact, TermsFact>;
/** The terms of every specification. */
export const SPECIFICATIONS_KEY = 'specifications:' as Key<TermsFact, never>;
/** What the configs say, by the step's name in their file names. */
export const configTermsKey = (name: string) => `config-terms:${canonicalKey(name)}` as Key<TermsFact, never>;
/** What builders give their scripts, by the name of the step in their file name. */
export const builderTermsKey = (name: string) => `builder-terms:${canonicalKey(name)}` as Key<TermsFact, never>;
/** Scripts are indexed by their file name; contracts and interfaces read the key of the script that they name. */
export const scriptKey = (fileName: string) =>
  `script:${fileName}` as Key<ComponentFact, ComponentFact | InterfaceEntry>;
/** Files outside of the folders of components that can be started by themselves, by their file name. */
export const programKey = (fileName: string) => `program:${fileName}` as Key<ProgramFact, never>;
/** Modules of components that import a class of this name, or everything (`*`). */
export const importKey = (name: string) => `import:${name}` as Key<ImportFact, never>;
/** Imports by which a module of components may get classes from elsewhere: all but those of modules beside it. */
export const OUTER_IMPORTS_KEY = 'outer-imports:' as Key<ImportFact, never>;
/** The names of every Python file. */
export const MODULE_NAMES_KEY = 'module-names:' as Key<ModuleNamesFact, never>;
/** What git ignores. */
export const IGNORES_KEY = 'git-ignores:' as Key<IgnoreFact, never>;
/** Files that put modules of their own making into `sys.modules`. */
export const MODULE_MAKERS_KEY = 'module-makers:' as Key<ModuleNamesFact, never>;
/** The imports within packages of every Python file. */
export const MODULE_IMPORTS_KEY = 'module-imports:' as Key<ModuleImportsFact, never>;
/** Rows outside of workspaces whose SageMaker step type no version of the run time knows. */
export const sagemakerTypeKey = (type: string) => `sagemaker-type:${type}` as Key<never, StepEntry | ReferenceFact>;
/** Names in code of a kind that no fact defines, such as file names and job types. */
export const wordInCodeKey = (to: WordTo, name: string) =>
  `${to.replace(' ', '-')}:${name}` as Key<never, ReferenceFact>;
/** References to a step with a job type, such as `XGBoostTraining_Training`, by the name of the step alone. */
export const variantKey = (step: string) => `variant:${step}` as Key<never, ReferenceFact>;
/** Classes whose names end in `suffix`, of a workspace directory, or of core if it is undefined. For completion. */
export const classesInKey = (suffix: ClassSuffix, directory: string | undefined) =>
  `classes-in:${suffix}/${directory ?? ''}` as Key<ClassFact, never>;
/** The values that a field may have. */
export const vocabularyKey = (field: string) => `vocabulary:${field}` as Key<VocabularyFact, never>;
/** The name of a field in facts of the kind `of`. No fact is indexed under it; it identifies the field in questions. */
export const fieldKey = (of: string, field: string) => `field:${of}.${field}` as BareKey;

/** The key of what a reference names. */
export function referenceKey({ to, name }: ReferenceFact): Key {
  switch (to) {
    case 'step':
    case 'source':
    case 'node':
      return stepKey(name);
    case 'config':
    case 'builder':
    case 'hyperparameters':
      return classKey(name);
    case 'spec type':
      return specTypeKey(name);
    case 'workspace':
      return workspaceKey(name);
    case 'sagemaker type':
    case 'file name':
    case 'job type':
    case 'model type':
      return wordInCodeKey(to, name);
  }
}

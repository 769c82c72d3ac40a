import { ofKind, type Fact } from '../../model/fact';
import type { FieldType } from '../../model/field-doc';
import { fieldOf, type Entry } from '../../model/fields';

/** The variable (or file kind) that a row stands in. */
export type Table = 'STEP_NAMES' | 'LOCAL_STEPS' | 'WORKSPACE_STEPS' | 'STEP_OVERRIDES' | 'interface';

/** One row of a step registry. A `*.step.yaml` gives a row of table `interface`, with the fields its loader derives. */
export interface StepEntry extends Entry {
  readonly kind: 'step';
  readonly table: Table;
  /** `other`: a literal that is not a mapping; `unknown`: decided at run time. */
  readonly shape: 'mapping' | 'other' | 'unknown';
  /** Has a spread or a key that code decides, so that a field it does not name may be there all the same. */
  readonly open?: boolean;
  /** The loader raises an error here; absent for a row that loads, and for one that is half-typed or decided at run time. */
  readonly refused?: Refusal;
  /** A field is given more than once. */
  readonly repeats?: boolean;
}

/** Why the loader of a registry raises an error at a row, so that it and all that follows is lost (formats 1.4, 1.5). */
export type Refusal =
  | { readonly why: 'shape' }
  | { readonly why: 'name' }
  | { readonly why: 'builder'; readonly builder: string }
  | { readonly why: 'type'; readonly field: string; readonly expected: FieldType };

/**
 * What kind of registry a file is (formats 1.1, 1.3). One per registry file, always its first fact.
 * - `literal`: assigns a dict literal to `STEP_NAMES`; `extras`: the literal rows beside the interfaces (`_EXTRAS`)
 * - `access-layer`: gives `STEP_NAMES` what a call or another module returns
 * - `table`: `step_names.yaml`; `interface`: one `*.step.yaml`; `pack`: one `*.step.yaml` of a step pack
 * - `workspace`: a developer workspace's `workspace_registry.py`
 * - `ignored`: looks like a registry, but no loader reads it (`local_step_names.py`, a registry in `shared`)
 */
export type RegistryForm =
  'literal' | 'extras' | 'access-layer' | 'table' | 'interface' | 'pack' | 'workspace' | 'ignored';

export interface RegistryHeader extends Fact {
  readonly kind: 'registry';
  readonly form: RegistryForm;
  /** The folder name of the developer workspace that the file lies in, else absent. */
  readonly directory?: string;
  /** Modules that `STEP_NAMES` is imported from, as written (`.step_names_original`). Access layers only. */
  readonly imports: readonly string[];
  /** Some of its rows are decided at run time, so a step that is not listed may exist all the same. */
  readonly open: boolean;
  /** It has no row yet. Python registries only. */
  readonly empty?: true;
  /** It assigns none of the variables that hold rows. Python registries only. */
  readonly bare?: true;
  /** The builder of some row is decided at run time: it may be any. */
  readonly anyBuilder?: true;
  /**
   * The first row whose name the loader refuses: loading stops there, and what follows is lost (formats 1.5). Rows are
   * loaded in the order of the text, LOCAL_STEPS first, then STEP_OVERRIDES. Workspace registries only.
   */
  readonly stopsAt?: { readonly table: Table; readonly name: string };
}

/**
 * An assignment of one of the variables that hold a registry, or a change of one. `Part.fieldValue(0)` is its value,
 * `Part.fieldValue(1 + i)` the expression `unknown[i]`.
 */
export interface VariableFact extends Fact {
  readonly kind: 'variable';
  /** `partly`: a literal with spreads, unknown keys or later additions by code. */
  readonly form: 'literal' | 'partly' | 'computed' | 'other';
  /** The expressions that are decided at run time, shortened; empty for `literal`. */
  readonly unknown: readonly string[];
  readonly entries: number;
  /** Another assignment to the variable follows, so its rows never count and are no facts. */
  readonly replaced?: true;
}

/** `WORKSPACE_METADATA` of a workspace registry. Its name is the `developer_id`, or empty. */
export interface MetadataEntry extends Entry {
  readonly kind: 'metadata';
  readonly shape: StepEntry['shape'];
  /** See `StepEntry.open`. */
  readonly open?: boolean;
}

/** A row of `HYPERPARAMETER_REGISTRY` (formats 1.11). */
export interface HyperparameterEntry extends Entry {
  readonly kind: 'hyperparameter';
}

/**
 * A class that a module of components imports, so that whoever looks for the class finds it there, too. Its name is `*`
 * where everything of another module is imported, or where code adds names to the module.
 */
export interface ImportFact extends Fact {
  readonly kind: 'import';
  /** As written, with leading dots; empty where code adds names. */
  readonly module: string;
}

/** A legacy name for a step: a row of `LEGACY_ALIASES` (formats 1.6). */
export interface AliasFact extends Fact {
  readonly kind: 'alias';
  readonly target: string;
}

/** A list of allowed words that the repository declares, e.g. `VALID_SAGEMAKER_TYPES`. Its name is the field it rules. */
export interface VocabularyFact extends Fact {
  readonly kind: 'vocabulary';
  readonly words: readonly string[];
}

export type ComponentRole = 'builder' | 'config' | 'spec' | 'contract' | 'script' | 'hyperparameters';

/** A file that holds a component of a step, known by its content, not by its name. `name` is the file's stem. */
export interface ComponentFact extends Fact {
  readonly kind: 'component';
  readonly role: ComponentRole;
  /**
   * The step type that the content names (`StepSpecification(step_type=…)`), as written; it may end in a job type. Its
   * span is `Part.fieldValue(0)`.
   */
  readonly stepType?: string;
  /** The variable that the content is assigned to, without its ending: `churn_report` of `CHURN_REPORT_CONTRACT`. */
  readonly variable?: string;
  /** A script that is started by itself: it asks for `__main__`. */
  readonly runs?: true;
  /** The script that a contract names; its span is `Part.fieldValue(0)`. */
  readonly entryPoint?: string;
}

/** What the text at a reference names. */
export type ReferenceTo = 'step' | 'source' | 'config' | 'builder' | 'spec type' | 'workspace';

/** A string elsewhere that names something of a registry: an argument of the registry API, a subscript, a source. */
export interface ReferenceFact extends Fact {
  readonly kind: 'reference';
  readonly to: ReferenceTo;
  /** The function or variable it is given to. */
  readonly api: string;
  /** The workspace that an enclosing `with workspace_context("x")` or a `workspace_id=` argument selects. */
  readonly workspace?: string;
}

/** An import of another developer workspace's code; `name` is the module as written. */
export interface WorkspaceImport extends Fact {
  readonly kind: 'workspace-import';
  /** The folder name of the workspace that is imported. */
  readonly directory: string;
}

/**
 * What a `*.step.yaml` says beside its row, for the rules over interfaces (formats 1.10). Field names are paths:
 * `contract.inputs.data`, `spec.dependencies.data`, `contract.entry_point`.
 */
export interface InterfaceEntry extends Entry {
  readonly kind: 'interface';
}

/** The value of a field if it is a string. */
export function textOf(entry: Entry, name: string): string | undefined {
  const value = fieldOf(entry, name);
  return typeof value === 'string' ? value : undefined;
}

/** A fact that was written as a mapping. */
export function isEntry(fact: Fact): fact is StepEntry | MetadataEntry | HyperparameterEntry | InterfaceEntry {
  return isStep(fact) || isMetadata(fact) || isHyperparameter(fact) || isInterface(fact);
}

export const isAlias = ofKind<AliasFact>('alias');
export const isComponent = ofKind<ComponentFact>('component');
export const isHeader = ofKind<RegistryHeader>('registry');
export const isHyperparameter = ofKind<HyperparameterEntry>('hyperparameter');
export const isInterface = ofKind<InterfaceEntry>('interface');
export const isMetadata = ofKind<MetadataEntry>('metadata');
export const isReference = ofKind<ReferenceFact>('reference');
export const isStep = ofKind<StepEntry>('step');
export const isVariable = ofKind<VariableFact>('variable');
export const isWorkspaceImport = ofKind<WorkspaceImport>('workspace-import');

/** The header of the registry file that a fact stands in. */
export function headerOf(fact: Fact): RegistryHeader | undefined {
  return fact.file.facts.find(isHeader);
}

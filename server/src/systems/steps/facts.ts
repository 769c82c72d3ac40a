import { ofKind, Part, type Fact } from '../../model/fact';
import type { Value } from '../../model/value';
import type { FieldType } from '../../model/field-doc';
import { fieldOf, type Entry } from '../../model/fields';

/** The variable that a row is an item of; `interface` for the row that a `*.step.yaml` file stands for. */
export type Table = 'STEP_NAMES' | 'LOCAL_STEPS' | 'WORKSPACE_STEPS' | 'STEP_OVERRIDES' | 'interface';

/** The tables of which one holds the steps that a developer workspace adds; see `stepsTable`. */
export type StepsTable = 'LOCAL_STEPS' | 'WORKSPACE_STEPS';

/** One row of a step registry. A `*.step.yaml` gives a row of table `interface`, with the fields its loader derives. */
export interface StepEntry extends Entry {
  readonly kind: 'step';
  readonly table: Table;
  /** `other`: a literal that is not a mapping; `unknown`: decided at run time. */
  readonly shape: 'mapping' | 'other' | 'unknown';
  /** The row has a spread or a computed key, so it may have fields at run time that its text does not name. */
  readonly open?: boolean;
  /** What the row has from rows of core. Its text alone does not tell its fields then, so it is open; see `effectiveRow`. */
  readonly inherits?: Inheritance;
  /** Why the loader raises an error at this row; absent if the row loads, is half-typed, or is decided at run time. */
  readonly refused?: Refusal;
  /** Its name is written as bytes: the loader takes the row, but nobody who asks with a text finds it. */
  readonly unaskable?: true;
  /** Some field is given more than once. */
  readonly repeats?: boolean;
  /** Code decides the builder, so it may be any. */
  readonly anyBuilder?: true;
  /** Of the fields that every core step has, it gives not all, or one without content. */
  readonly incomplete?: true;
  /**
   * The text gives the row, but it is not in the table in the end: the same dict gives its name again, later code gives
   * it another row, or code takes it out.
   */
  readonly gone?: 'repeated' | 'replaced' | 'removed';
  /** Why it cannot be told whether the loader accepts the row, and which of its fields decides that, if one does. */
  readonly doubt?: { readonly reason: string; readonly field?: string };
}

/** What a row of a workspace has from rows of core, which stand in another file. */
export interface Inheritance {
  /**
   * The core row of which it has the fields that its own do not name: a spread, a copy, the row itself. Its place is the field
   * behind the last one (`inheritedPart`).
   */
  readonly row?: string;
  /** Fields of that row that have been taken out. */
  readonly without?: readonly string[];
  /** Fields whose values come from core one by one. */
  readonly fields: readonly InheritedField[];
}

/** A field of a row whose value is that of a field of a core row; `otherwise` if that row has no such field. */
export interface InheritedField {
  readonly name: string;
  readonly from: CoreField;
  readonly otherwise?: Value;
}

/** A row of core, or one of its fields. */
export interface CoreField {
  readonly row: string;
  readonly field?: string;
}

/** Something of core without which a registry file cannot be run: a KeyError is raised if it is not there. */
export interface CoreNeed extends CoreField {
  /** Whether the error is raised in every run. */
  readonly certain: boolean;
}

/** Why the loader raises an error at a row, which loses this row and all rows after it (formats 1.4, 1.5). */
export type Refusal =
  | { readonly why: 'shape' }
  | { readonly why: 'name' }
  /** The name is no text. */
  | { readonly why: 'key' }
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
  | 'literal'
  | 'extras'
  | 'access-layer'
  | 'table'
  | 'interface'
  | 'pack'
  | 'workspace'
  | 'ignored';

/** A table of steps in a registry. */
export interface RegistryHeader extends Fact, LoadingPoints {
  readonly kind: 'registry';
  readonly form: RegistryForm;
  /** The folder name of the developer workspace that the file lies in; absent outside of workspaces. */
  readonly directory?: string;
  /** Modules that `STEP_NAMES` is imported from, as written (`.step_names_original`). Access layers only. */
  readonly imports: readonly string[];
  /** Code adds or changes rows at run time, so a step that is not listed in the text may still exist. */
  readonly open: boolean;
  /** The registry has no row yet. Python registries only. */
  readonly empty?: true;
  /** The file assigns none of the variables that hold rows. Python registries only. */
  readonly bare?: true;
  /** Code decides the builder of some row, so any builder class may be registered. */
  readonly anyBuilder?: true;
  /**
   * What happens when the file is run; absent if it runs to its end for certain. Its place is `HeaderPart.run`. Python
   * registries only.
   */
  readonly run?: RunTrouble;
  /**
   * What the file takes out of the rows of core when it is run, so that core decides whether it runs to its end: see `runOf`. The
   * places are `HeaderPart.need`. Workspace registries only.
   */
  readonly needs?: readonly CoreNeed[];
  /** Running the file changes the rows of core, or may do so, for all files that are run after it. */
  readonly changesCore?: true;
  /** The points of loading where WORKSPACE_STEPS counts instead of LOCAL_STEPS; absent if they are the same. See `loadingPoints`. */
  readonly withWorkspaceSteps?: LoadingPoints;
  /** What the workspace is called if not like its directory. Its place is `HeaderPart.id`. Workspace registries only. */
  readonly id?: StatedId;
}

/** How far a registry is loaded. */
export interface LoadingPoints {
  /**
   * Where loading stops for certain (formats 1.4, 1.5). In a workspace registry, what comes there and after is lost; a literal core
   * registry is refused as a whole.
   */
  readonly stopsAt?: LoadingPoint;
  /**
   * From where on it cannot be told what is loaded: code decides a value there, or whole rows. Workspace registries only.
   */
  readonly doubtfulFrom?: LoadingPoint & { readonly reason: string };
}

/** The parts of a header that have places of their own; each is the place of the whole if the header has no such field. */
export const HeaderPart = {
  run: Part.fieldValue(0),
  id: Part.fieldValue(1),
  need: (index: number) => Part.fieldValue(2 + index),
} as const;

/** What keeps a registry file from being run to its end. */
export interface RunTrouble {
  /**
   * - `does not parse`, `raises`: nothing of the file is loaded
   * - `exits`: an exception that is no `Exception` (`SystemExit`) ends whoever builds the registry manager: nothing is
   *   loaded for anybody
   * - `cannot tell`: code decides whether the file runs to its end
   */
  readonly outcome: 'does not parse' | 'raises' | 'exits' | 'cannot tell';
  /** What happens, as the end of a sentence. */
  readonly reason: string;
}

/**
 * A point of loading. Rows are loaded table by table, the steps first, then STEP_OVERRIDES, each in the order of its
 * dict (formats 1.5). Without `name`, the point is the beginning of the table.
 */
export interface LoadingPoint {
  readonly table: Table;
  readonly name?: string;
}

/**
 * What `developer_id` makes of the id of a workspace (formats 1.3).
 *
 * - `text`: the id is `text`
 * - `no text`: the id is a value that nobody can ask for, such as `None`; `text` is its Python text
 * - `no key`: the value cannot be a key of a dict, so that the steps are lost when they are to be put under it
 * - `cannot tell`: code decides it; `text` is the expression
 */
export interface StatedId {
  readonly is: 'text' | 'no text' | 'no key' | 'cannot tell';
  readonly text: string;
  /** The id if loading does not stop before, which cannot be told; otherwise it is the name of the directory. */
  readonly likely?: string;
}

/**
 * An assignment to one of the variables that hold a registry, or a statement that adds rows to one.
 * `Part.fieldValue(0)` is the value, `Part.fieldValue(1 + i)` the expression `unknown[i]`.
 */
export interface VariableFact extends Fact {
  readonly kind: 'variable';
  /**
   * `literal`: a dict literal that can be read completely; `partly`: one with spreads, computed keys or later additions
   * by code; `computed`: an expression; `other`: a literal that is no dict.
   */
  readonly form: 'literal' | 'partly' | 'computed' | 'other';
  /** The source text of each expression that is decided at run time, shortened; empty for `literal`. */
  readonly unknown: readonly string[];
  /** How many rows the value has in the text. */
  readonly entries: number;
  /** A later assignment replaces this one, so its rows never take effect and are not read as facts. */
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
 * A class that a module of components imports, so that a lookup of the class by name finds it in this module as well.
 * The name of the fact is `*` if the module imports everything of another one, or if code adds names to the module.
 */
export interface ImportFact extends Fact {
  readonly kind: 'import';
  /** The imported module as written, with leading dots; empty if code adds the names. */
  readonly module: string;
}

/**
 * When an import is run: whenever its module is, where the branch of a statement is taken, when the function around it is
 * called, or never but by type checkers.
 */
export type ImportRun = 'import' | 'condition' | 'call' | 'type checking';

/** What the `try` around an import catches of its failures: a missing name raises no `ModuleNotFoundError`. */
export type ImportGuard = 'any failure' | 'missing module';

/** An import that may lead to another file of the package: a relative one, or one by the name of a folder that the file is in. */
export interface ModuleImport {
  /** As written, with leading dots. */
  readonly module: string;
  /** What is imported of the module, `*` for everything; empty in `import a.b`. */
  readonly names: readonly string[];
  readonly run: ImportRun;
  readonly guard?: ImportGuard;
}

/**
 * The imports of a file that may lead to other files of its package. Each has as many fields as names, at least one, in the order
 * of the text: the name of a field is the place of the imported name, its value that of the module.
 */
export interface ModuleImportsFact extends Fact {
  readonly kind: 'module-imports';
  readonly imports: readonly ModuleImport[];
}

/** The names that a Python file may have once it has been run. The name of field `i` is the place of `exported[i]`. */
export interface ModuleNamesFact extends Fact {
  readonly kind: 'module-names';
  /** The names that the file defines, with spaces between them. Unpacked when asked for: every file has names, and few files are asked. */
  readonly own: string;
  /** The names that the file imports, packed in the same way. */
  readonly imported: string;
  /** The modules that it imports everything of, as written. */
  readonly stars: readonly string[];
  /** Code adds names that the text does not give. */
  readonly open?: true;
  /** The last parts of the names of modules that the file may put into `sys.modules`. */
  readonly made?: readonly string[];
  /** A package that says itself where its modules are (`__path__`). */
  readonly ownPath?: true;
  /** What its `__all__` lists, as far as the text does. */
  readonly exported?: readonly string[];
}

/** What a class of a module of builders or configs has, beside what it has from its bases. The fact's name is that of the class. */
export interface MembersFact extends Fact {
  readonly kind: 'members';
  /** Its attributes and methods, with spaces between them: rather too many than too few. */
  readonly own: string;
  /** The methods that somebody has to write before there can be an object of it. */
  readonly abstract?: string;
  /** Code may give it any attribute. */
  readonly open?: true;
  /** A pydantic model that takes fields which it does not declare. */
  readonly extras?: true;
}

/** What git ignores in a folder and below: such files may be there without being in sight. */
export interface IgnoreFact extends Fact {
  readonly kind: 'git-ignore';
  /** The whole `.gitignore`. */
  readonly text: string;
}

/** A legacy name for a step: a row of `LEGACY_ALIASES` (formats 1.6). */
export interface AliasFact extends Fact {
  readonly kind: 'alias';
  readonly target: string;
}

/**
 * Allowed words that the repository declares, e.g. `VALID_SAGEMAKER_TYPES`. The fact's name is the field they are for.
 */
export interface VocabularyFact extends Fact {
  readonly kind: 'vocabulary';
  readonly words: readonly string[];
}

/** What a component is for a step. */
export type ComponentRole = 'builder' | 'config' | 'spec' | 'contract' | 'script' | 'hyperparameters';

/** A file, or a call in one, that gives a step a component. The fact's name is the step's name in the file name. */
export interface ComponentFact extends Fact {
  readonly kind: 'component';
  readonly role: ComponentRole;
  /**
   * The step type that a specification states (`StepSpecification(step_type=…)`), as written; it may end in a job type.
   * Its span is `Part.fieldValue(0)`.
   */
  readonly stepType?: string;
  /** The variable of the contract that a specification names (`script_contract=…`), without its ending. */
  readonly contract?: string;
  /** The variable that the call is assigned to, without its ending: `churn_report` of `CHURN_REPORT_CONTRACT`. */
  readonly variable?: string;
  /** The script can be started on its own: its text compares `__name__` with `"__main__"`. */
  readonly runs?: true;
  /** The script that a contract names; its span is `Part.fieldValue(0)`. */
  readonly entryPoint?: string;
}

/**
 * A Python file outside of the folders of components that can be started by itself, such as `dockers/xgboost/train.py`: the
 * source directory of a step's config may bring it as the script of the step. The fact's name is that of the file.
 */
export interface ProgramFact extends Fact {
  readonly kind: 'program';
}

/** What kind of thing a reference names. A `node` is one of a DAG: a step, perhaps with a job type. */
export type ReferenceTo =
  | 'step'
  | 'source'
  | 'node'
  | 'config'
  | 'builder'
  | 'spec type'
  | 'workspace'
  | 'hyperparameters'
  | WordTo;

/** Of these kinds of names, no fact is the definition: rows, files or the run time decide which there are. */
export type WordTo = 'sagemaker type' | 'file name' | 'job type' | 'model type';

/**
 * A string outside of rows that names something in a registry: an argument of the registry API, a subscript, a source.
 */
export interface ReferenceFact extends Fact {
  readonly kind: 'reference';
  readonly to: ReferenceTo;
  /** The function that takes the string as an argument; the variable, or the call (`get_step_names()`), that it is a key of. */
  readonly api: string;
  /** The workspace that an enclosing `with workspace_context("x")` or a `workspace_id=` argument selects. */
  readonly workspace?: string;
}

/**
 * A pipeline in the index of the pipeline catalogue (`catalog_index.json`), by its id. Field `i` of the fact is where mention `i` stands.
 */
export interface PipelineFact extends Fact {
  readonly kind: 'pipeline';
  readonly mentions: readonly PipelineMention[];
}

/** What the index says of a pipeline: its file, relative to the index; pipelines that it leads to; how much is in its DAG. */
export type PipelineMention =
  | { readonly of: 'file' | 'pipeline'; readonly text: string }
  | { readonly of: 'nodes' | 'edges'; readonly count: number };

/** Whether a kind of name is one of which no fact is the definition. */
export function isWord(to: ReferenceTo): to is WordTo {
  return to === 'sagemaker type' || to === 'file name' || to === 'job type' || to === 'model type';
}

/** An import of code from a developer workspace; the fact's name is the module as written. */
export interface WorkspaceImport extends Fact {
  readonly kind: 'workspace-import';
  /** The folder name of the workspace that is imported. */
  readonly directory: string;
}

/**
 * The contents of a `*.step.yaml` besides its row, for the rules over interfaces (formats 1.10). Field names are paths:
 * `contract.inputs.data`, `spec.dependencies.data`, `contract.entry_point`.
 */
export interface InterfaceEntry extends Entry {
  readonly kind: 'interface';
}

/** The value of a field, or undefined if it is absent or not a string. */
export function textOf(entry: Entry, name: string): string | undefined {
  const value = fieldOf(entry, name);
  return typeof value === 'string' ? value : undefined;
}

/** Where a row takes over the rest of its fields from a row of core. */
export function inheritedPart({ fields }: StepEntry): number {
  return Part.fieldValue(fields.length);
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
export const isMembers = ofKind<MembersFact>('members');
export const isModuleImports = ofKind<ModuleImportsFact>('module-imports');
export const isModuleNames = ofKind<ModuleNamesFact>('module-names');
export const isPipeline = ofKind<PipelineFact>('pipeline');
export const isReference = ofKind<ReferenceFact>('reference');
export const isStep = ofKind<StepEntry>('step');
export const isVariable = ofKind<VariableFact>('variable');
export const isWorkspaceImport = ofKind<WorkspaceImport>('workspace-import');

/** The header of the registry file that a fact stands in. */
export function headerOf(fact: Fact): RegistryHeader | undefined {
  return fact.file.headers.find(isHeader);
}

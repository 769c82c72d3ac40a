import { ofKind, type Fact } from '../../model/fact';
import type { Entry } from '../../model/fields';
import type { Lookup } from '../../model/lookup';
import type { ExtensionRoot } from './settings';
import type { Value } from '../../model/value';

/** The languages that modules are written in. Those of one root are discovered apart (formats 2.8). */
export type Language = 'python' | 'typescript';

/**
 * A file that discovery may find; there is one for whatever has a class that looks like a module, or a base of one. Field `i` is
 * where event `i` of its import stands.
 */
export interface ModuleFact extends Fact {
  readonly kind: 'module';
  /** The file name without its ending. */
  readonly name: string;
  /** Classes are made by code here, so what it holds cannot be told from its text. */
  readonly dynamic: boolean;
  /** What may end the import of a Python file. */
  readonly events?: readonly ImportEvent[];
  /** What the names of a Python file stand for when it has been run. Absent where that is not known. */
  readonly bindings?: readonly Binding[];
}

/** What a Python file imports from another one: a module, or a name of it. `level` counts leading dots. */
export interface ImportedName {
  readonly module: string;
  readonly level: number;
  readonly name?: string;
}

/** Something that importing a file does which ends or endangers it. */
export type ImportEvent =
  /** An exception that is raised for certain. */
  | { readonly is: 'stop'; readonly exception: string; readonly message: string; readonly isExit?: true }
  /** Depends on another file; one that is guarded stands in a `try`. */
  | { readonly is: 'import'; readonly of: ImportedName; readonly isGuarded?: boolean }
  /** Depends on what only running decides. */
  | { readonly is: 'doubt'; readonly reason: string };

/** What a name at the top of a file stands for. */
export interface Binding {
  readonly name: string;
  /** The class of the file, as its fact is called. */
  readonly className?: string;
  /** Imported from elsewhere. */
  readonly imported?: ImportedName;
  /** Something that is no class. */
  readonly isOther?: true;
  /** Whether the file may leave the name unbound. */
  readonly unsure?: true;
  /** How many events of the import come before the first statement that binds it. */
  readonly after: number;
}

/**
 * The names of a Python file that is no module itself, for those that import it. They are what stands in the lines that
 * begin in the first column.
 */
export interface PythonNamesFact extends Fact {
  readonly kind: 'python-names';
  readonly names: readonly string[];
  readonly imports: readonly ImportOfNames[];
  /** Whether class statements, or code, may make classes of it. Absent where no statement in the first column does, so that it is no module. */
  readonly classes?: 'written' | 'made';
  /** Whether the file may raise what discovery does not catch: a line in the first column calls `exit()`, say. */
  readonly mayExit?: true;
  /** Importing it runs nothing but definitions and constants. */
  readonly isPlain: boolean;
  /** A statement of imports goes on in further lines, so that these count as well as those that begin in the first column. */
  readonly hasLongImport?: true;
}

/** An import with the number of names that the file has before it. */
export interface ImportOfNames extends ImportedName {
  readonly known: number;
}

/** A class of a Python module file, or an exported object of a TypeScript one. Attribute `i` is the fact's field `i`. */
export interface ModuleClass extends Fact {
  readonly kind: 'module-class';
  /** As in `ClassFact`: with the module that each is imported from. */
  readonly bases: readonly string[];
  /** Decorated, made by code, or with bases that code decides. */
  readonly dynamic: boolean;
  readonly attributes: readonly Attribute[];
  /** The fields that it has as a schema. */
  readonly schema: readonly SchemaField[];
  /**
   * Its body has nothing but fields, and it has one base: what it takes are its fields by their names. Other models may give those other
   * names (`alias`), or make one from another before they validate.
   */
  readonly isPlainSchema?: true;
  /** What is said of a TypeBox object as a schema: its options. */
  readonly options?: Value;
  /** What making an instance of it runs. */
  readonly making?: Making;
}

/** What the `execute` of a class, which is the fact's name, reads and returns. Field `i` is where term `i` stands. */
export interface ExecuteFact extends Fact {
  readonly kind: 'module-execute';
  readonly terms: readonly ExecuteTerm[];
}

/** A name that is read from the inputs; a dict that is returned, with its keys; one of these keys. */
export type ExecuteTerm =
  | { readonly is: 'read'; readonly name: string; readonly optional?: true }
  | { readonly is: 'return'; readonly keys: readonly string[] }
  | { readonly is: 'key'; readonly name: string };

/** A call of the run time's API in Python code that names a module by its id, which is the fact's name. Field `i` is key `i` of its inputs. */
export interface UseFact extends Fact {
  readonly kind: 'module-use';
  /** The class, or the package, and its method: `Executor.call`. */
  readonly api: string;
  /** The names of the inputs that it gives, where the text states all of them. */
  readonly inputs?: readonly string[];
  /** It stands in a `try` that has a handler, so that code expects it to fail. */
  readonly isGuarded?: true;
}

/** Code that registers something under an id, which is the fact's name; empty where only running tells, which may be any id. */
export interface RegistrationFact extends Fact {
  readonly kind: 'module-registration';
}

/** A call of `Registry` that says where it looks for modules. Its paths are those that the code states. */
export interface RegistryFact extends Fact {
  readonly kind: 'module-registry';
  readonly roots: readonly ExtensionRoot[];
  readonly idMap?: string;
}

/** Code that may change the inputs of calls before they are validated. */
export interface InputChangeFact extends Fact {
  readonly kind: 'module-input-change';
}

/** What a class has of its own that decides about its instances. */
export interface Making {
  /** What `__init__` needs besides `self`, if anything, and what its code does. */
  readonly init?: { readonly missing?: string } & CodeRun;
  readonly onLoad?: CodeRun;
  /** Its abstract methods; whether it checks them (`ABC`, `ABCMeta`). */
  readonly abstract: readonly string[];
  readonly isChecked?: true;
  /** What it defines: an abstract method of that name is abstract no more. */
  readonly defines: readonly string[];
  /** A dataclass: its fields that have no default. */
  readonly needed?: readonly string[];
  /** `__new__`, a metaclass and the like: only running tells. */
  readonly strange?: string;
}

/** What running the body of a method comes to, and the attributes that it sets to constants. */
export interface CodeRun {
  readonly ends: 'well' | 'raises' | 'cannot tell';
  readonly sets: readonly Attribute[];
}

/** Attributes that make a class a module. One outside of extension roots needs one of them, to be the base of a module. */
export const MODULE_ATTRIBUTES: ReadonlySet<string> = new Set(['input_schema', 'output_schema', 'execute']);

/**
 * The mark of an export that is to be a module beside others of its file (formats 2.8). `discover()` passes it over; code that
 * asks for it with `discoverMultiClass()` registers each under an id of its own, so that what becomes of them cannot be told.
 */
export const MULTI_CLASS = 'multi_class';

/** Whether a class asks for an id of its own beside others of its file. */
export function isMultiClass(fact: ModuleClass): boolean {
  return attributeOf(fact, MULTI_CLASS)?.value === true;
}

/** What a class body says about an attribute that the run time asks for. */
export interface Attribute {
  readonly name: string;
  /**
   * `class`: names the class `target`; `literal`: has `value`; `method`; `annotation`: a type without a value, which makes no
   * attribute; `object`: neither a text nor a class, and cannot be called; `other`: decided by code.
   */
  readonly form: 'class' | 'literal' | 'method' | 'annotation' | 'object' | 'other';
  readonly target?: string;
  readonly value?: Value;
  /** What `str()` makes of a value that counts as true and is no text. */
  readonly text?: string;
}

/** A field of a pydantic or TypeBox schema, as its text says it. */
export interface SchemaField {
  readonly name: string;
  /** The type as written. */
  readonly type: string;
  /** What it is in JSON Schema; absent where that cannot be told. */
  readonly schema?: Value;
  /** Absent where it cannot be told. */
  readonly required?: boolean;
  /** Present if that cannot be told of what stands behind its `=`: a default, nearly always. */
  readonly isAssigned?: true;
}

/** A `*_meta.yaml` with its fields. */
export interface CompanionFact extends Entry {
  readonly kind: 'companion';
  /** The name of the module file that it belongs to, without its ending. */
  readonly name: string;
  /** What `load_metadata` raises, which aborts the whole discovery (formats 2.5). */
  readonly loadCrash?: LoadCrash;
  /** What merging it with its class raises, once discovery comes to register the module. */
  readonly mergeCrash?: MergeCrash;
  /** The text that the run time makes of a version that counts; absent where the one of the class does. */
  readonly version?: string;
  /** What `entry_point` names; `crash` where it is no text. */
  readonly entryPoint?: { readonly className: string } | { readonly crash: Crash };
}

/** An exception that the run time raises, and what it says. */
export interface Crash {
  /** The code of the run time where it has one, else the name of the exception. */
  readonly exception: string;
  readonly message: string;
}

/** The name of the error of the real registry for a configuration that it refuses. */
export const CONFIG_INVALID = 'CONFIG_INVALID';

/** The exception that reading a companion raises. */
export interface LoadCrash extends Crash {
  /** The text is no YAML that PyYAML reads, or no mapping. */
  readonly because: 'text' | 'shape';
}

/** The exception that merging a field of a companion raises. */
export interface MergeCrash extends Crash {
  readonly field: 'metadata' | 'annotations' | 'examples';
}

/** A mapping inside a companion whose keys count one by one: `annotations`, `metadata` or `x-deprecation`. */
export interface PartFact extends Entry {
  readonly kind: 'companion-part';
}

/**
 * An item of `dependencies`; its name is the `module_id`, empty where that is missing or false, so that the entry is passed over.
 * `Part.fieldValue(0)` is the module id, `Part.fieldValue(1)` the version, `Part.fieldValue(2)` optional.
 */
export interface DependencyFact extends Fact {
  readonly kind: 'dependency';
  /** What it is written as; only mappings are understood (formats 2.7). */
  readonly shape: 'mapping' | 'text' | 'other' | 'key';
  /** What reading the entry raises while dependencies are collected: it is no mapping. */
  readonly crash?: Crash;
  /** The id is no text, so that no module has it; `crash` where it cannot even be looked up. */
  readonly strangeId?: { readonly crash?: Crash };
  /** The constraint; absent where there is none, or one that counts as false. */
  readonly version?: string;
  /** A constraint that is no text, as written, and what checking it raises. */
  readonly strangeVersion?: { readonly crash: Crash; readonly unquoted?: string };
  readonly optional: boolean;
  /** Of several with one id in its list: which it is. */
  readonly nth: number;
}

/** A file that makes its `extensions` folder, the fact's name, one that modules are discovered in. */
export interface SignFact extends Fact {
  readonly kind: 'module-sign';
}

/** `apcore.yaml`; its name is the folder it lies in. Root `i` is the fact's field `i`. */
export interface ConfigFact extends Fact {
  readonly kind: 'apcore';
  /** Absent where the file says nothing about roots. */
  readonly roots?: readonly ConfiguredRoot[];
  /** Whether the roots are given as a list, so that ids begin with a namespace even where there is only one root. */
  readonly isList?: true;
  readonly idMap?: string;
  readonly maxDepth?: number;
  readonly followSymlinks?: boolean;
}

/** A root as the configuration states it. */
export interface ConfiguredRoot extends Partial<ExtensionRoot> {
  /** As written; `path` is absent where it leads out of the repository. */
  readonly text: string;
}

/** An ID map file. Field 0 is where it crashes. */
export interface IdMapFact extends Fact {
  readonly kind: 'id-map';
  /** What `load_id_map` raises: the registry is not even made then (formats 2.4). */
  readonly crash?: Crash;
}

/** An entry of an ID map; its name is the id. Fields: file, id, class. */
export interface MappingFact extends Fact {
  readonly kind: 'id-mapping';
  /** Absent where the entry does not say it; it is skipped then. */
  readonly path?: string;
  readonly id?: string;
  /** The type of an id that is no text: nothing can be registered under it. */
  readonly strangeId?: string;
  readonly className?: string;
}

/** The fields of a dependency, by their index. */
export const DEPENDENCY = { module: 0, version: 1, optional: 2 } as const;
/** The fields of an entry of an ID map, by their index. */
export const MAPPING = { file: 0, id: 1, class: 2 } as const;

export const isConfig = ofKind<ConfigFact>('apcore');
export const isCompanion = ofKind<CompanionFact>('companion');
export const isCompanionPart = ofKind<PartFact>('companion-part');
export const isDependency = ofKind<DependencyFact>('dependency');
export const isIdMapping = ofKind<MappingFact>('id-mapping');
export const isModule = ofKind<ModuleFact>('module');
export const isPythonNames = ofKind<PythonNamesFact>('python-names');
export const isUse = ofKind<UseFact>('module-use');
export const isRegistration = ofKind<RegistrationFact>('module-registration');
export const isModuleClass = ofKind<ModuleClass>('module-class');

/** A part of a companion, by name. */
export function partOf(companion: CompanionFact, name: string, lookup: Lookup): PartFact | undefined {
  return lookup
    .contents(companion.file)
    .facts.filter(isCompanionPart)
    .find(part => part.name === name);
}

/** The entries of a companion's list that the run time takes for dependencies, in their order. */
export function dependenciesOf(companion: CompanionFact | undefined, lookup: Lookup): readonly DependencyFact[] {
  return companion === undefined ? [] : lookup.contents(companion.file).facts.filter(isDependency);
}

/** The attribute that a class itself has: the last one of the name counts. */
export function attributeOf(fact: ModuleClass, name: string): Attribute | undefined {
  return fact.attributes.findLast(each => each.name === name);
}

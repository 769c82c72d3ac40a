import { ofKind, type Fact } from '../../model/fact';
import type { Entry } from '../../model/fields';
import type { ExtensionRoot } from './settings';
import type { Value } from '../../model/value';

/** The languages that modules are written in. Those of one root are discovered apart (formats 2.8). */
export type Language = 'python' | 'typescript';

/** A file that discovery may find; there is one for whatever has a class that looks like a module, or a base of one. */
export interface ModuleFact extends Fact {
  readonly kind: 'module';
  /** The file name without its ending. */
  readonly name: string;
  /** Classes are made by code here, so what it holds cannot be told from its text. */
  readonly dynamic: boolean;
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
  /** What is said of it as a schema: of a pydantic model its own `model_config`, of a TypeBox object its options. */
  readonly options?: Value;
  /** Its docstring, as `inspect.cleandoc` gives it. */
  readonly doc?: string;
}

/** Attributes that make a class a module. One outside of extension roots needs one of them, to be the base of a module. */
export const MODULE_ATTRIBUTES: ReadonlySet<string> = new Set(['input_schema', 'output_schema', 'execute']);

/**
 * The mark of an export that is to be a module beside others of its file (formats 2.8). `discover()` passes it over; code that
 * asks for it with `discoverMultiClass()` registers each under an id of its own, so that what becomes of them cannot be told.
 */
export const MULTI_CLASS = 'multi_class';

export function isMultiClass(fact: ModuleClass): boolean {
  return attributeOf(fact, MULTI_CLASS)?.value === true;
}

/** What a class body says about an attribute that the run time asks for. */
export interface Attribute {
  readonly name: string;
  /**
   * `class`: names the class `target`; `literal`: has `value`; `method`; `annotation`: a type without a value, which makes no
   * attribute; `other`: decided by code.
   */
  readonly form: 'class' | 'literal' | 'method' | 'annotation' | 'other';
  readonly target?: string;
  readonly value?: Value;
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
}

/** A `*_meta.yaml` with its fields. */
export interface CompanionFact extends Entry {
  readonly kind: 'companion';
  /** The name of the module file that it belongs to, without its ending. */
  readonly name: string;
  /** Why loading it aborts the whole discovery (formats 2.5). */
  readonly aborts?: 'syntax' | 'shape';
}

/** A mapping inside a companion whose keys count one by one: `annotations`, `metadata` or `x-deprecation`. */
export interface PartFact extends Entry {
  readonly kind: 'companion-part';
}

/**
 * An item of `dependencies`; its name is the `module_id`. `Part.fieldValue(0)` is the module id, `Part.fieldValue(1)` the
 * version, `Part.fieldValue(2)` optional.
 */
export interface DependencyFact extends Fact {
  readonly kind: 'dependency';
  /** What it is written as; only mappings are understood (formats 2.7). */
  readonly shape: 'mapping' | 'text' | 'other' | 'key';
  readonly version?: Value;
  /** A version that is no text, as written. */
  readonly unquoted?: string;
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
  /** They are given as a list, so that ids begin with a namespace even where there is one of them. */
  readonly isList?: true;
  readonly idMap?: string;
  readonly maxDepth?: number;
  readonly followSymlinks?: boolean;
}

export interface ConfiguredRoot extends Partial<ExtensionRoot> {
  /** As written; `path` is absent where it leads out of the repository. */
  readonly text: string;
}

/** An ID map file. */
export interface IdMapFact extends Fact {
  readonly kind: 'id-map';
  readonly hasMappings: boolean;
}

/** An entry of an ID map; its name is the id. Fields: file, id, class. */
export interface MappingFact extends Fact {
  readonly kind: 'id-mapping';
  /** Absent where the entry does not say it; it is skipped then. */
  readonly path?: string;
  readonly id?: string;
  readonly className?: string;
}

export const DEPENDENCY = { module: 0, version: 1, optional: 2 } as const;
export const MAPPING = { file: 0, id: 1, class: 2 } as const;

export const isConfig = ofKind<ConfigFact>('apcore');
export const isCompanion = ofKind<CompanionFact>('companion');
export const isCompanionPart = ofKind<PartFact>('companion-part');
export const isDependency = ofKind<DependencyFact>('dependency');
export const isIdMapping = ofKind<MappingFact>('id-mapping');
export const isModule = ofKind<ModuleFact>('module');
export const isModuleClass = ofKind<ModuleClass>('module-class');

/** A part of a companion, by name. */
export function partOf(companion: CompanionFact, name: string): PartFact | undefined {
  return companion.file.facts.filter(isCompanionPart).find(part => part.name === name);
}

export function attributeOf(fact: ModuleClass, name: string): Attribute | undefined {
  return fact.attributes.findLast(each => each.name === name);
}

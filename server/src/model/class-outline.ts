import { ofKind, type Fact } from './fact';
import type { Key } from './lookup';

/**
 * A class statement, as its text says it; shared by every system, under the key `class:<name>`. The span of base `i`
 * is `Part.fieldValue(i)`.
 */
export interface ClassFact extends Fact {
  readonly kind: 'class';
  /**
   * With the module that each is imported from: `cursus.core.base.builder_base.StepBuilderBase`, `.base.Base` of a module
   * beside it, `Base` of the file itself. What is not a dotted name is left out.
   */
  readonly bases: readonly string[];
  /** Made by code, or has a base that code decides: what it is cannot be told from the text. */
  readonly dynamic: boolean;
  /** Derives from `ABC`, has `ABCMeta`, or an `@abstractmethod` of its own. */
  readonly abstract: boolean;
}

/** Whether a fact is a class statement. */
export const isClass = ofKind<ClassFact>('class');

/** A class name without its module. */
export function bareClassName(dotted: string): string {
  return dotted.slice(dotted.lastIndexOf('.') + 1);
}

/** Classes by their names, and what names one. */
export function classKey(name: string): Key<ClassFact> {
  return `class:${name}` as Key<ClassFact>;
}

/** The builder classes that derive from one, in one step: who has any is a base rather than a builder itself. */
export function derivedKey(base: string): Key<ClassFact, never> {
  return `derived:${base}` as Key<ClassFact, never>;
}

/** The endings that registries tell classes apart by. */
const SUFFIXES = ['StepBuilder', 'Config', 'Hyperparameters'] as const;
/** An ending that says what a class is for. */
export type ClassSuffix = (typeof SUFFIXES)[number];

/** The ending of a class name that says what the class is for; undefined for a name with another ending. */
export function classSuffix(name: string): ClassSuffix | undefined {
  return SUFFIXES.find(suffix => name.endsWith(suffix));
}

/** The key of all classes with an ending; completion offers them. */
export function classSuffixKey(suffix: ClassSuffix): Key<ClassFact, never> {
  return `class-suffix:${suffix}` as Key<ClassFact, never>;
}

/** Files with syntax problems: a class that is not in sight may be in one that is `incomplete`. */
export const DAMAGED_KEY = 'damaged:files' as Key<DamagedFact, never>;

/** What a Python file with syntax problems has, as its last fact. */
export interface DamagedFact extends Fact {
  readonly kind: typeof DAMAGED;
}

/** The kind of `DamagedFact`. */
export const DAMAGED = 'damaged';

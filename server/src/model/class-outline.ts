import type { Fact } from './fact';

/**
 * A class statement, as its text says it; shared by every system, under the key `class:<name>`. The span of base `i`
 * is `Part.fieldValue(i)`.
 */
export interface ClassFact extends Fact {
  readonly kind: 'class';
  /** As written: `StepBuilderBase`, `base.StepBuilderBase`; what is not a dotted name is left out. */
  readonly bases: readonly string[];
  /** Made by code, or has a base that code decides: what it is cannot be told from the text. */
  readonly dynamic: boolean;
  /** Derives from `ABC`, has `ABCMeta`, or an `@abstractmethod` of its own. */
  readonly abstract: boolean;
}

export function classKey(name: string): string {
  return `class:${name}`;
}

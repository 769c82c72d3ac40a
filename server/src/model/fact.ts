import type { Span } from '../base/text';

/**
 * What one file says about one thing. A fact holds no offsets and nothing of another file: files can be read in any
 * order, and moving text leaves facts equal. A fact that an edit leaves equal keeps its identity.
 *
 * Systems extend this with their own fields; those must be plain values (see `model/value.ts`), since equality is
 * decided by comparing them.
 */
export interface Fact {
  readonly kind: string;
  readonly name: string;
  readonly file: FactFile;
  /** Half-typed in a damaged text: rules that report an absence pass over it. */
  readonly partial?: boolean;
}

/**
 * A file as a fact knows it: no more than what has the fact checked again when it changes. The rest of the file is seen through `Lookup.file`,
 * which notes who asks. `path` is relative to the root, with `/`. Its identity is stable.
 */
export interface FactFile {
  readonly path: string;
  /** The facts that decide how the others are understood (`System.headers`). */
  readonly headers: readonly Fact[];
  /** The text has syntax problems and no intact version is known: what it does not name may still be in it. */
  readonly incomplete: boolean;
}

/** A file of the workspace with all that it says. */
export interface SourceFile extends FactFile {
  /** In the order of the text. */
  readonly facts: readonly Fact[];
  readonly problems: readonly Problem[];
}

/** Something that a reader could not read. Readers never fail: they return what they could read, plus these. */
export interface Problem {
  /** The rule that reports it, e.g. `registry/syntax-error`. */
  readonly code: string;
  readonly span: Span;
  readonly message: string;
  /** Whether the text is damaged by it, so that facts may be lost or half-typed. */
  readonly damage: boolean;
  /** A text that repairs it: `text` belongs at the offset `at` (UTF-16). */
  readonly missing?: { readonly at: number; readonly text: string };
}

/** A part of a fact's text: the whole, its name, or the key or value of one of its fields. */
export const Part = {
  whole: 0,
  name: 1,
  /** The name of the field at `index` of the fact's fields. */
  fieldName: (index: number): number => 2 + 2 * index,
  /** The value of the field at `index` of the fact's fields. */
  fieldValue: (index: number): number => 3 + 2 * index,
} as const;

/** Where a finding stands, said without offsets: it is placed from the spans when it is shown. */
export interface Place {
  readonly fact: Fact;
  readonly part: number;
}

/** Tells the facts of a kind among others. The kind of a fact says its type: systems use one for each type of theirs. */
export function ofKind<F extends Fact>(kind: F['kind']): (fact: Fact) => fact is F {
  return (fact): fact is F => fact.kind === kind;
}

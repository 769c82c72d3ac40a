import type { Span } from '../base/text';
import type { Fact, Place } from './fact';
import type { Value } from './value';

/** A way to repair a finding, said without offsets; `features/edit/fixes.ts` turns it into text edits when it is asked for. */
export interface Fix {
  readonly title: string;
  /** Applied by "fix all" and `--fix` without a person looking: it can't change what wins or lose anything. */
  readonly safe: boolean;
  readonly edits: readonly FixEdit[];
}

export type FixEdit =
  /** Puts `text` in place of a name, or of the content of a string literal (its quotes stay). */
  | { readonly do: 'replace'; readonly at: Place; readonly text: string }
  /** Puts `text` in place of a part as it stands, quotes and all. */
  | { readonly do: 'rewrite'; readonly at: Place; readonly text: string }
  /** Puts `text` in place of a span of the text that was just read; an empty `text` removes it (and an emptied line). */
  | { readonly do: 'replace-span'; readonly path: string; readonly span: Span; readonly text: string }
  /** Removes an entry of a mapping with its comma and its lines. */
  | { readonly do: 'remove-entry'; readonly fact: Fact }
  /** Adds a field at the end of an entry, indented like its siblings. */
  | { readonly do: 'add-field'; readonly fact: Fact; readonly name: string; readonly value: Value }
  /** Removes fields of an entry, each with its comma and its lines: those at `indices` of the fact's fields. */
  | { readonly do: 'remove-fields'; readonly fact: Fact; readonly indices: readonly number[] }
  /** Moves an entry, comments and all, to another variable of the same file, which is created when absent. */
  | { readonly do: 'move-entry'; readonly fact: Fact; readonly to: string }
  /** Adds an entry to a variable of a registry file, which is created when absent. */
  | {
      readonly do: 'add-entry';
      readonly path: string;
      readonly to: string;
      readonly name: string;
      readonly value: Value;
    }
  /** Puts a value in place of the one that stands there. */
  | { readonly do: 'replace-value'; readonly at: Place; readonly value: Value }
  /** Adds an item at the end of the list that is the value of a fact's first field. YAML only. */
  | { readonly do: 'add-item'; readonly fact: Fact; readonly value: Value }
  /** Removes the item of a list that stands there, with its lines. YAML only. */
  | { readonly do: 'remove-item'; readonly at: Place }
  /** Gives a file another path, where nothing is yet. */
  | { readonly do: 'rename-file'; readonly path: string; readonly to: string }
  | { readonly do: 'create-file'; readonly path: string; readonly text: string };

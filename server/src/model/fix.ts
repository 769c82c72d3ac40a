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

/** One change of a fix. It names parts of facts rather than offsets, so that a fix stays right while texts are edited. */
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
  /** Removes the item of a list that stands there, with its comma or its lines. */
  | { readonly do: 'remove-item'; readonly at: Place }
  /** Puts `text` in place of the string that stands there, or of each such string of the file; nothing but a string is replaced. */
  | { readonly do: 'replace-string'; readonly at: Place; readonly text: string; readonly everywhere?: true }
  /** Adds a member at the end of a container, laid out as those beside it. */
  | { readonly do: 'add-member'; readonly in: Container; readonly member: Member }
  /** Gives a file another path, where nothing is yet. */
  | { readonly do: 'rename-file'; readonly path: string; readonly to: string }
  | { readonly do: 'create-file'; readonly path: string; readonly text: string };

/** What members are added to: a dict, a list or a call of Python, a mapping or a list of YAML. */
export interface Container {
  readonly fact: Fact;
  /** The field of the fact that it is the value of; one that stands where the name of the fact does is not in the text. */
  readonly field: number;
  /** How a text that has none gets one: as this argument of a call, or this key of a mapping. */
  readonly orAs?: { readonly name: string; readonly is: 'list' | 'mapping'; readonly of: Container };
}

/** What is added to a container. */
export interface Member {
  /** The key of a dict or mapping; lists have none. */
  readonly name?: string;
  readonly value: Value | NewCall;
}

/** A call in Python, of the same function and in the same layout as the one at `like`. */
export interface NewCall {
  readonly like: Place;
  readonly keywords: readonly NewKeyword[];
}

/** A keyword argument with its value; without one it has what it has in the call that the new one is like, or is left out as there. */
export interface NewKeyword {
  readonly name: string;
  readonly value?: Value;
}

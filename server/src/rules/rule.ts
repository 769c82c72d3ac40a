import type { Fact, SourceFile } from '../model/fact';
import type { Report, Severity } from '../model/finding';
import type { Key, Lookup } from '../model/lookup';
import type { MergeEvent } from '../model/merge';
import type { Suppression } from '../model/suppression';

/** What a user reads about a rule: in its page, in the editor, in `rules`. Written once, here. */
export interface RuleDoc {
  /** `family/name`, kebab-case, stable for ever. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence: what is wrong. */
  readonly summary: string;
  /** What happens at run time, and where that is known from. */
  readonly why: string;
  /** What to do. */
  readonly remedy: string;
  /** Files that show the finding: `#- path` starts a file, carets in a comment mark the line above. Runs as a test. */
  readonly bad: string;
  /** The files of `bad`, repaired: no finding of this rule. */
  readonly good: string;
  /** False where the examples cannot be written as text (a file that cannot be read): they are shown, not run. */
  readonly examplesRun?: false;
  /** The related places of a finding are the steps of a path, in its order, such as the edges of a cycle. */
  readonly relatedIsPath?: true;
  /** What it judges, as a noun in the plural, for saying that it is not judged: of rules that blind spots silence. */
  readonly judges?: string;
  /** The migration whose work is the first fix of each finding: `migrate <name>`. */
  readonly migration?: string;
  /** What a finding means for the registry that it is in: `health` calls one that cannot be read `ERROR`, one that code fills `UNKNOWN`. */
  readonly registryIs?: 'unreadable' | 'undecided';
}

/** Looks at one fact at a time; runs again when the fact, its file's header, or a key that it looked up changes. */
export interface FactRule<F extends Fact = Fact> extends RuleDoc {
  readonly over: 'fact';
  readonly kind: F['kind'] | readonly F['kind'][];
  /** Cannot be answered before the whole repository has been read. */
  readonly wide?: boolean;
  check(fact: F, lookup: Lookup): Iterable<Report>;
}

/** Looks at everything under one key of `kind`; runs again when the key, or a key that it looked up, changes. */
export interface KeyRule<Provider extends Fact = Fact, Reader extends Fact = Fact> extends RuleDoc {
  readonly over: 'key';
  readonly kind: string | readonly string[];
  /** With fewer facts that define or name the key there is nothing to say, and the rule need not be asked. */
  readonly atLeast?: { readonly providers?: number; readonly readers?: number };
  /** `name` is that of `key`. */
  check(name: string, lookup: Lookup, key: Key<Provider, Reader>): Iterable<Report>;
}

/** Looks at one file as a whole that has facts or problems; runs again when one of them changes. */
export interface FileRule extends RuleDoc {
  readonly over: 'file';
  /** Cannot be answered before the whole repository has been read. */
  readonly wide?: boolean;
  check(file: SourceFile, lookup: Lookup): Iterable<Report>;
}

/** Looks at a suppression comment that silenced nothing. */
export interface SuppressionRule extends RuleDoc {
  readonly over: 'suppression';
  check(unused: Suppression, file: SourceFile): Iterable<Report>;
}

/** Looks at what a merge preview has shown. Asked when nobody types, and only where the project file asks for previews. */
export interface MergeRule extends RuleDoc {
  readonly over: 'merge';
  check(event: MergeEvent): Iterable<Report>;
}

/** A rule, by what it ranges over. */
export type Rule = FactRule | KeyRule | FileRule | SuppressionRule | MergeRule;

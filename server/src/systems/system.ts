import type { FactParts } from '../model/fact-parts';
import type { RunOption, Spoken } from '../model/command-line';
import type { Context, Explanation, Outcome } from '../model/explanation';
import type { Fact, Place, Problem, SourceFile } from '../model/fact';
import type { Fix, FixEdit } from '../model/fix';
import type { LinkFact } from '../model/link';
import type { Key, Lookup } from '../model/lookup';
import type { PolicyEntry, PolicyInForce } from '../model/policy';
import type { SettingsPart } from '../model/settings';
import type { Value } from '../model/value';
import type { Task } from '../base/cooperative-task';
import type { Span } from '../base/text';
import type { PythonDepth, PythonTree } from '../syntax/python/tree';
import type { YamlTree } from '../syntax/yaml/tree';

/**
 * One registry system: which files are its own, what they say, under which keys that is indexed, and what it answers.
 * A new system is a new folder, a line in `systems/index.ts`, and rules; nothing else knows its name.
 */
export interface System {
  readonly name: string;
  /**
   * Kinds of facts that a file has at most one of and that its other facts are judged by, such as the header that
   * says which workspace a registry belongs to. When one changes, everything of the file is checked again.
   */
  readonly headers: ReadonlySet<string>;
  /** Whether the system may have something to read at `path`. Decided by the path alone, and cheap. */
  claims(path: string): boolean;
  /**
   * Whether `path` looks like a registry, so that a file there that cannot be read is worth a finding. Decided by the
   * path alone; no path when absent.
   */
  vital?(path: string): boolean;
  /** Adds what `source` says to `out`; what may be long, as a task. Never throws on any text. */
  readonly read: Reader;
  /** The keys under which `fact` is indexed. Depends on the fact, its path and the configuration only. */
  keys(fact: Fact, index: KeyWriter, configuration: unknown): void;
  /**
   * What the repository's configuration says, as plain data: for systems whose names depend on it. It is made from facts of
   * `configuredBy` kinds alone, which change rarely: when it differs, the facts of `configured` kinds are indexed anew.
   */
  configuration?(lookup: Lookup): unknown;
  readonly configuredBy?: ReadonlySet<string>;
  /** The kinds of facts whose keys depend on the configuration. */
  readonly configured?: ReadonlySet<string>;
  /**
   * Whether the run time follows a link, so that what lies at its target counts at the link as well: it is read there once
   * more, for this system alone. Must not say so of a link to a folder that holds links to follow as if these led on.
   */
  follows?(link: LinkFact, configuration: unknown): boolean;
  /** The rules, or families of rules (`step/*`), whose warnings `lint --strict` does not tolerate. */
  readonly strict?: readonly string[];
  /** The keys of the project file that it is set by, and what the command line may say of them for one run. */
  readonly settings?: SettingsPart<object>;
  readonly runOptions?: readonly RunOption[];
  /** The workspace that findings in `file` are judged in, if any. */
  workspaceOf?(file: SourceFile): string | undefined;
  readonly answers?: Answers;
  readonly uses?: Uses;
  /** For files that it claims and that name nothing: those that the system is set by. */
  readonly documents?: Documents;
}

/** What an editor shows in a text with keys of a schema. */
export interface Documents {
  /** What may be typed at `offset`; nothing where no key or value stands. */
  complete(source: Source, offset: number, lookup: Lookup): Completion | undefined;
  /** What the key at `offset` means. */
  describe(source: Source, offset: number): KeyDescription | undefined;
}

export interface KeyDescription {
  readonly span: Span;
  readonly description: Description;
}

/**
 * Names in texts that are no facts, since there are too many of them: whoever asks where a key is named has the texts
 * looked through that hold its word. Slow, for questions of a person only.
 */
export interface Uses {
  /** What a text must hold to name `key`; nothing for a key whose mentions are all facts. */
  word(key: string): string | undefined;
  /** Where a text names it. */
  in(source: Source, key: string): readonly Span[];
  /**
   * Where a text names any of the keys that `isWanted` picks, in one go and in the order of the text: for whoever wants
   * those of everything that `Answers.named` finds.
   */
  every(source: Source, isWanted: (key: string) => boolean): Iterable<{ readonly key: string; readonly span: Span }>;
}

/** Reads at once, or as a task. */
export type Reader = ((source: Source, out: FactWriter) => void) | ((source: Source, out: FactWriter) => Task);

/** A text to read, with its trees made on demand and shared between systems. */
export interface Source {
  readonly file: SourceFile;
  readonly text: string;
  /** The tree borrows buffers that the next text reuses: take what you need and let go of it. */
  python(depth: PythonDepth): PythonTree;
  yaml(): YamlTree;
  /**
   * The fact of that kind and name that an edit left as it was: its whole text stands at `start` to `end` now. Saves
   * reading it again; what it owes to its surroundings is for the reader to check.
   */
  unchanged(
    kind: string,
    name: string,
    start: number,
    end: number,
  ): { readonly fact: Fact; readonly spans: MovedSpans } | undefined;
}

/** Of the spans that the text before had, those at `from` up to `to`; each stands `by` later now. */
export interface MovedSpans {
  readonly before: Uint32Array;
  readonly from: number;
  readonly to: number;
  readonly by: number;
}

export interface FactWriter {
  /** Adds a fact with the places of its parts. A fact equal to one that the file had before is replaced by that one. */
  fact(fact: Fact, parts: FactParts | MovedSpans): void;
  problem(problem: Problem): void;
}

/** Puts a fact of type `F` under its keys: those alone whose type says that such facts provide or read them. */
export interface KeyWriter<F extends Fact = Fact> {
  provides<P extends Fact>(key: [F] extends [P] ? Key<P> : never): void;
  reads<R extends Fact>(key: [F] extends [R] ? Key<Fact, R> : never): void;
  /** What `from` names needs what `to` names; see `Lookup.component`. */
  edge(from: Key, to: Key): void;
}

/** For each kind of fact that has keys: what puts such a fact under them. */
export type KeysByKind<F extends Fact, Configuration = unknown> = {
  readonly [K in F['kind']]?: WritesKeys<Extract<F, { readonly kind: K }>, Configuration>['write'];
};

/** A method, so that those of all kinds fit into one table: the kind of a fact has to vouch for its type. */
interface WritesKeys<F extends Fact, Configuration = unknown> {
  write(fact: F, index: KeyWriter<F>, configuration: Configuration): void;
}

/** What a system does to index any fact, from what it does for each kind; facts of other kinds are none of its business. */
export function keysByKind<F extends Fact, Configuration = unknown>(
  table: KeysByKind<F, Configuration>,
): System['keys'] {
  const writers: Readonly<Record<string, WritesKeys<Fact>['write'] | undefined>> = table;
  return (fact, index, configuration) => writers[fact.kind]?.(fact, index, configuration);
}

/** What a system answers, in the words of the question; features turn it into what an editor or terminal shows. */
export interface Answers {
  /** What can be listed and explained: `step`, … */
  readonly kind: string;
  /** Many of it, which is also what `list` is asked for: `steps`, … */
  readonly plural: string;
  /** All names that can be asked for, sorted. */
  names(lookup: Lookup): readonly string[];
  /** What the text at `place` names, if it is a name of ours; nothing elsewhere. */
  named(place: Place, lookup: Lookup): Named | undefined;
  /** What a hover says about it. */
  describe(named: Named, context: Context, lookup: Lookup): Description | undefined;
  /** Where going to the definition leads; the best target first. */
  definitions(named: Named, context: Context, lookup: Lookup): readonly Place[];
  /** Where its first definition is, which others go over: of an override, what it overrides. By default as `definitions`. */
  declarations?(named: Named, context: Context, lookup: Lookup): readonly Place[];
  /** The code behind it: of a step, its builder class. By default as `definitions`. */
  implementations?(named: Named, context: Context, lookup: Lookup): readonly Place[];
  /**
   * Other keys under which the same thing is named, such as those of old names for it. Everything that `named` finds
   * under one of its keys is a mention of it, so references need no more than this, and mostly not even this.
   */
  otherKeys?(named: Named, lookup: Lookup): readonly Key[];
  /**
   * What giving a thing another name takes, or why that cannot be done; nothing for what has no name to change. With
   * `across`, whatever is called after it by convention goes with it: classes, files.
   */
  rename?(named: Named, to: string, how: RenameHow, lookup: Lookup): Rename | Refused | undefined;
  /** What texts have to say otherwise when files or folders move, and what has to move along. */
  moved?(moves: readonly Move[], lookup: Lookup): Moved;
  explain(name: string, context: Context, lookup: Lookup): Explanation;
  /** The outcome that `explain` would give, alone: for asking in many contexts. */
  outcome?(name: string, context: Context, lookup: Lookup): Outcome;
  /** What may be typed at `offset`; nothing where the text is not ours. */
  complete(source: Source, offset: number, context: Context, lookup: Lookup): Completion | undefined;
  /** What the outline of a registry file shows. */
  symbols(file: SourceFile): readonly SymbolItem[];
  /** Everything that can be gone to by its name, in no particular order. Asked for by a person; may walk everything. */
  everywhere?(lookup: Lookup): Iterable<NamedPlace>;
  /** Texts in a file that are paths of others. */
  links?(file: SourceFile, lookup: Lookup): readonly PathLink[];
  /** What stands above a definition in a registry file. Must be cheap: what costs is put into `more`. */
  lenses?(fact: Fact, lookup: Lookup): readonly Lens[];
  /** What stands after a name in code: where it leads, when that is not what everybody expects. */
  hint?(named: Named, context: Context, lookup: Lookup): string | undefined;
  /** Changes that somebody may want to make to a thing, though nothing is wrong with it. */
  refactors?(named: Named, lookup: Lookup): readonly Fix[];
  /** What a thing depends on, and what depends on it; each under the name that it has, by the order of their texts. */
  dependencies?(name: string, lookup: Lookup): readonly Dependency[];
  dependants?(name: string, lookup: Lookup): readonly Dependency[];
  /** Every definition, for `list` and `show`; with a workspace, the view that is in force there. */
  list(workspace: string | undefined, lookup: Lookup): readonly ListItem[];
  /** The type of a definition, by which there are figures; absent where none has any. */
  typeOf?(item: ListItem): string | undefined;
  /** How the command line speaks of it. */
  readonly spoken?: Spoken;
  /** How `list` shows definitions, where it is not by name, owner, type and description. */
  readonly listing?: Listing;
  /** The developer workspaces that it knows. Absent where a question has one answer for the whole repository. */
  workspaces?(lookup: Lookup): readonly WorkspaceItem[];
  /** What policy packs are about. */
  readonly policed?: Policed;
  /** Dictionaries that the run time derives, by what they are called on the command line. */
  readonly exported?: Readonly<Record<string, (workspace: string | undefined, lookup: Lookup) => ExportedTable>>;
  /** What it takes to add a definition with these fields, in core or in a workspace. */
  add?(name: string, fields: ReadonlyMap<string, Value>, workspace: string | undefined, lookup: Lookup): Stages;
  /** For a person who begins a new definition: what it can be, and what it takes, with the files that implement it. */
  readonly draft?: {
    /** The types that it may have. */
    readonly types: readonly string[];
    of(name: string, type: string, workspace: string | undefined, lookup: Lookup): Stages;
  };
  /** What it takes to move what a workspace defines into core. */
  promote?(name: string, workspace: string, lookup: Lookup): Stages;
  /** Where a file of a developer workspace stands once the workspace is part of core; nothing for one that stays. */
  landing?(path: string, lookup: Lookup): string | undefined;
  /** What can be called, with the shapes of its input and output, for `export schemas`; sorted by name. */
  schemas?(lookup: Lookup): readonly SchemaItem[];
  /** What keeps everything from being loaded, should something do so. */
  aborts?(lookup: Lookup): readonly AbortItem[];
}

/** The facts that policies look at, by kind, and what they see in one; nothing for one that defines nothing. */
export interface Policed {
  readonly kinds: readonly string[];
  entry(fact: Fact, lookup: Lookup): PolicyEntry | undefined;
  /** The policies that decide something for a definition; none where the project file does. Absent where they never do. */
  decided?(fact: Fact, lookup: Lookup): Decided;
}

export interface Decided {
  readonly versionPolicy: PolicyInForce | undefined;
  readonly precedence: PolicyInForce | undefined;
}

/** Something that can be called, as the run time would describe it; values that code decides are listed, not guessed. */
export interface SchemaItem {
  readonly name: string;
  readonly place: Place;
  /** JSON Schemas; nothing where they cannot be told at all. */
  readonly input: Value | undefined;
  readonly output: Value | undefined;
  /** `title`, `description`, `version`, `tags`, `annotations` and `examples`, as far as they are stated. */
  readonly fields: ReadonlyMap<string, Value>;
  /** What cannot be told, each in words. */
  readonly unsure: readonly string[];
}

export interface AbortItem {
  /** As the real run time calls it. */
  readonly code: string;
  readonly message: string;
  readonly place: Place;
}

/** A dictionary as the run time has it. */
export interface ExportedTable {
  /** Its variable. */
  readonly name: string;
  readonly value: ReadonlyMap<string, Value>;
  /** What is not in it though one might expect it, in words. */
  readonly lost: readonly string[];
}

/** Edits to be made one stage after the other, each on what the one before has left; or why they cannot be made. */
export type Stages = { readonly stages: readonly (readonly FixEdit[])[] } | { readonly refused: string };

/** A thing that a text names. `key` is its index key. */
export interface Named {
  /** What a person calls it: `step`, `builder class`, `field`, … */
  readonly kind: string;
  readonly name: string;
  readonly key: Key;
  readonly place: Place;
  /** The workspace that the text around it selects, as `with workspace_context("alice")` does. */
  readonly workspace?: string;
  /** What the text says, where that is only a part of the name: this is what a rename changes. */
  readonly text?: string;
}

export interface RenameHow {
  readonly context: Context;
  readonly across: boolean;
}

/** All edits replace names, so that whoever makes them can tell that the text there is still the old name. */
export interface Rename {
  readonly edits: readonly RenameEdit[];
  /** The definitions that go by the new name afterwards: no other may win or lose by it. */
  readonly defines: readonly Fact[];
  /**
   * Names of other things that change along: uses of them in texts that are no facts change, too. Without
   * `to` there must be none.
   */
  readonly uses: readonly RenameUse[];
  readonly moves: readonly Move[];
}

export interface RenameUse {
  readonly key: string;
  readonly to?: string;
  /** As of an edit. */
  readonly withMove?: string;
}

/** What goes with a move of files. All edits replace what the texts say before it. */
export interface Moved {
  readonly edits: readonly RenameEdit[];
  /** Further files; none that is among those that move anyway. */
  readonly moves: readonly Move[];
}

/** Of a file or a folder; paths are relative to the root. */
export interface Move {
  readonly path: string;
  readonly to: string;
}

/** `from` is what the text says now. */
export interface RenameEdit {
  readonly at: Place;
  readonly from: string;
  readonly to: string;
  /** The path of the file that has to move for this to be right. */
  readonly withMove?: string;
}

/** Why something cannot be done: a sentence for the person who asked. */
export interface Refused {
  readonly refused: string;
}

export interface Description {
  /** Bold. */
  readonly title: string;
  /** After the title on the same line: what resolves here and why. */
  readonly lead: string;
  /** Short facts shown on one line, separated by dots. */
  readonly facts: readonly string[];
  readonly text?: string;
  readonly rows: readonly { readonly label: string; readonly links: readonly Link[]; readonly note: string }[];
  /** Sentences below; each may end in links. */
  readonly notes: readonly { readonly text: string; readonly links: readonly Link[] }[];
  /** The name to offer Explain Resolution for. */
  readonly explain?: string;
}

export interface Link {
  readonly text: string;
  /** Where it leads; a file's beginning when only `path` is given; plain text when neither is. */
  readonly at?: Place;
  readonly path?: string;
}

export interface Completion {
  /** What the typed text replaces: the whole content of the string. */
  readonly replace: Span;
  readonly items: readonly CompletionItem[];
}

export interface CompletionItem {
  readonly label: string;
  readonly kind: 'entry' | 'module' | 'class' | 'field' | 'value' | 'workspace' | 'path';
  /** Shown beside the label. */
  readonly detail?: string;
  readonly documentation?: string;
  /** What is inserted, if it is not the label; with `snippet`, in snippet syntax. */
  readonly insert?: string;
  readonly snippet?: boolean;
  /** Smaller sorts first. */
  readonly rank: number;
}

export interface SymbolItem {
  readonly name: string;
  readonly detail: string;
  readonly kind: 'table' | 'entry' | 'field';
  readonly place: Place;
  readonly children: readonly SymbolItem[];
}

export interface NamedPlace {
  readonly name: string;
  readonly kind: 'entry' | 'class';
  /** Whose it is: `core`, a workspace, a file. */
  readonly container: string;
  readonly place: Place;
}

/** `path` is relative to the root. */
export interface PathLink {
  readonly place: Place;
  readonly path: string;
}

/** One thing worth knowing about a definition, and where a click leads. */
export interface Lens {
  /** Absent for what is found out when it is shown. */
  readonly shown?: LensText;
  /** Nothing when there is nothing to say after all. */
  more?(lookup: Lookup): LensText | undefined;
}

export interface LensText {
  readonly title: string;
  /** Places to show; none for a text that leads nowhere. */
  readonly places: readonly Place[];
}

/** One end of a dependency. */
export interface Dependency {
  readonly name: string;
  /** Where the thing at this end is defined. */
  readonly place: Place;
  /** The texts that say so. */
  readonly stated: readonly Place[];
}

export interface ListItem {
  readonly kind: string;
  readonly name: string;
  /** `core`, `workspace` or `override`. */
  readonly scope: string;
  readonly workspace: string | undefined;
  /** The folder or file that it belongs to, for what belongs neither to core nor to a workspace. */
  readonly home?: string;
  readonly place: Place;
  /** Plain values as they would be in JSON. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly loaded: boolean;
  /** Why it is not loaded. */
  readonly reason?: string;
}

/** How `list` shows the definitions of a system. */
export interface Listing {
  /** Whether a definition is one of `--type`; absent where that makes no difference. */
  isOfType?(item: ListItem, type: string): boolean;
  /** One definition in JSON; `point` is where it begins. By default the same as `show` says. */
  json?(item: ListItem, point: { readonly line: number; readonly column: number }): object;
  /** All of them as lines of text, with a line that sums up. */
  table?(items: readonly ListItem[]): { readonly rows: readonly ListRow[]; readonly total: string };
}

export interface ListRow {
  readonly item: ListItem;
  /** What stands before it; by default, whether it is loaded. */
  readonly mark?: string;
  readonly cells: readonly string[];
  /** Its file stands behind the cells, whether somebody asks for sources or not. */
  readonly hasPath?: true;
  readonly note: string;
}

export interface WorkspaceItem {
  readonly id: string;
  /** The folder of the workspace, relative to the root. */
  readonly folder: string;
  readonly place?: Place;
}

import type { BlindSpot } from '../model/blind-spot';
import type { FactParts } from '../model/fact-parts';
import type { RunOption, CommandWording } from '../model/command-line';
import type { Context, Explanation, Outcome, TraceItem } from '../model/explanation';
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
 * One registry system: which files it reads, which facts are in them, under which keys these facts are indexed, and what the
 * system answers about them.
 *
 * To add a system, write a folder under `systems/`, add a line to `systems/index.ts`, and write rules; `test/toy-system/` is an
 * example. Nothing outside of `systems/` and `rules/` may know the name of a system: whatever the engine, the editor and the
 * command line have to know of one is a member of this interface. Members that a system has no use for are left out.
 *
 * Paths are relative to the root of the repository, with `/` between folders. Offsets and spans are in UTF-16 units and
 * 0-based, and the end of a span is exclusive. No member may throw, whatever the texts say.
 */
export interface System {
  /** The name under which the engine keeps the system's settings and configuration: `steps`. */
  readonly name: string;
  /**
   * The kinds of facts that decide how the other facts of their file are understood, such as the header that says which
   * workspace a registry belongs to. A file has at most one fact of each of these kinds. When one of them changes, all facts of its
   * file are checked again, so that rules need not look the header up under a key.
   */
  readonly headers: ReadonlySet<string>;
  /**
   * Whether the system reads the file at `path`. The host asks this about every path of the repository, so the answer must
   * be cheap and must follow from the path alone.
   */
  claims(path: string): boolean;
  /**
   * Whether a registry is expected at `path`, so that a file there that cannot be read gets a finding; other claimed files
   * that cannot be read are passed over. The answer must follow from the path alone. A system without this member has no such paths.
   */
  expectsRegistry?(path: string): boolean;
  /**
   * Whether it counts that there is something at `path`, whatever it is and says: then even an empty folder there is one of the
   * paths of the repository. The answer must follow from the path alone.
   */
  isMarker?(path: string): boolean;
  /** Adds the facts and problems of `source` to `out`. A damaged text gives the facts that can still be read. */
  readonly read: Reader;
  /**
   * Writes the keys under which `fact` is indexed to `index`. They must follow from the fact, its path and `configuration`
   * (what the system's own `configuration` returned), because the driver writes them again only when one of these changes.
   */
  keys(fact: Fact, index: KeyWriter, configuration: unknown): void;
  /**
   * Returns what the repository itself configures, as plain data; needed only by a system whose keys depend on what other files
   * say, such as where modules are discovered. It may read facts of the kinds in `configurationKinds` alone. When the
   * result differs from the one before, all facts of `configuredKinds` are indexed anew, so it should change rarely.
   */
  configuration?(lookup: Lookup): unknown;
  /** The kinds of facts that `configuration` reads. */
  readonly configurationKinds?: ReadonlySet<string>;
  /** The kinds of facts whose keys depend on the configuration. */
  readonly configuredKinds?: ReadonlySet<string>;
  /**
   * Whether the run time follows the symbolic link `link`. If so, this system alone reads the files at the link's target once more,
   * as files at the path of the link. The engine follows one link on the way to a file: of a folder that a link leads to it takes the
   * files, but nothing that is behind further links in that folder.
   */
  followsLink?(link: LinkFact, configuration: unknown): boolean;
  /** The rules whose warnings count as errors under `lint --strict`, as codes or families (`step/*`). */
  readonly strictRules?: readonly string[];
  /** The part of the project file that configures the system. */
  readonly settings?: SettingsPart<object>;
  /** The options of the command line that set one of these settings for one run. */
  readonly runOptions?: readonly RunOption[];
  /** The developer workspace whose view decides the findings of `file`. Returns undefined for a file of no workspace. */
  workspaceOf?(file: SourceFile): string | undefined;
  /** What the system answers about the things that it registers. Absent from a system that registers nothing. */
  readonly answers?: Answers;
  /** How to find names that are in texts but in no facts. */
  readonly textSearch?: TextSearch;
  /** What an editor shows in files that configure the system, such as the project file. */
  readonly schemaDocuments?: SchemaDocuments;
}

/** Completion and hover in files whose keys and values a JSON Schema describes. */
export interface SchemaDocuments {
  /** The keys or values that may be typed at `offset`. Returns undefined if no key or value can be there. */
  complete(source: Source, offset: number, lookup: Lookup): Completion | undefined;
  /** What the schema says of the key at `offset`. Returns undefined if there is no key. */
  describe(source: Source, offset: number): KeyDescription | undefined;
}

/** What is known of a key of a document. */
export interface KeyDescription {
  /** The key itself. */
  readonly span: Span;
  readonly description: Description;
}

/**
 * Finds occurrences of names that are no facts because there are too many of them, such as every use of a class in Python code.
 * Texts that hold the word are read and searched when somebody asks, which is slow: features that a person starts may do so,
 * rules may not.
 */
export interface TextSearch {
  /**
   * The word that a text must hold to name `key`, so that texts without it need not be read. Returns undefined for a key all of
   * whose occurrences are facts.
   */
  searchWord(key: string): string | undefined;
  /** The occurrences of `key` in one text, in its order. `searchWord(key)` must have returned a word. */
  spansOf(source: Source, key: string): readonly Span[];
  /**
   * The occurrences of all keys that `isWanted` accepts, found in one pass and in the order of the text: an index for code search
   * asks for every key that `Answers.symbolAt` knows.
   */
  spansOfAny(
    source: Source,
    isWanted: (key: string) => boolean,
  ): Iterable<{ readonly key: string; readonly span: Span }>;
}

/** Reads a text at once or, where that may take long, as a task that yields now and then. */
export type Reader = ((source: Source, out: FactWriter) => void) | ((source: Source, out: FactWriter) => Task);

/** A text to read. Its syntax trees are made when they are first asked for, and shared between the systems. */
export interface Source {
  readonly file: SourceFile;
  readonly text: string;
  /** The tree borrows buffers that the next text reuses, so a reader must not keep it after it has returned. */
  python(depth: PythonDepth): PythonTree;
  yaml(): YamlTree;
  /** The offsets at which the lines of the text start. */
  lineStarts(): Uint32Array;
  /** Whether somebody is editing the text, so that what Python takes by accident, such as a key above another one, may be half-typed. */
  readonly isUnsaved: boolean;
  /**
   * The first fact of a kind that the text had before an edit, if that touched nothing but lines that begin with a blank, before it and
   * after it: what the other lines say is still the same.
   */
  unlessOutdented(kind: string): Fact | undefined;
  /** The last fact of this kind and name that the file had before this text; undefined if it had none. */
  known(kind: string, name: string): Fact | undefined;
  /**
   * The fact of this kind and name whose whole text an edit has left as it was, and which is now from `start` to `end`; taking
   * it over saves reading that text again. Returns undefined if there is none. The reader has to check for itself
   * that whatever the fact owes to the text around it is the same as well.
   */
  unchanged(
    kind: string,
    name: string,
    start: number,
    end: number,
  ): { readonly fact: Fact; readonly spans: MovedSpans } | undefined;
}

/** The spans of an unchanged fact: the offsets at the indexes from `from` up to, but without, `to` in `previousSpans`, moved by `shift`. */
export interface MovedSpans {
  /** The starts and ends of all spans of the text before the edit. */
  readonly previousSpans: Uint32Array;
  readonly from: number;
  readonly to: number;
  /** How far the edit has moved the fact, in UTF-16 units; negative towards the beginning. */
  readonly shift: number;
}

/** Takes what a reader finds in one text. */
export interface FactWriter {
  /** Adds a fact with the places of its parts. If the file had an equal fact before, that object is kept instead. */
  fact(fact: Fact, parts: FactParts | MovedSpans): void;
  problem(problem: Problem): void;
}

/**
 * Takes the keys of one fact of type `F`. The type of a key says which facts provide and read it, so that a fact of another type
 * under it does not compile.
 */
export interface KeyWriter<F extends Fact = Fact> {
  /** The fact defines what `key` names. */
  provides<P extends Fact>(key: [F] extends [P] ? Key<P> : never): void;
  /** The fact names `key` without defining it. */
  reads<R extends Fact>(key: [F] extends [R] ? Key<Fact, R> : never): void;
  /** What the key `from` names depends on what the key `to` names; `Lookup.component` finds the cycles of such edges. */
  edge(from: Key, to: Key): void;
}

/** For each kind of fact that has keys, a function that writes the keys of such a fact. */
export type KeysByKind<F extends Fact, Configuration = unknown> = {
  readonly [K in F['kind']]?: WritesKeys<Extract<F, { readonly kind: K }>, Configuration>['write'];
};

/** A method rather than a function type, so that the functions of all kinds fit into one table: the kind vouches for the type. */
interface WritesKeys<F extends Fact, Configuration = unknown> {
  write(fact: F, index: KeyWriter<F>, configuration: Configuration): void;
}

/** Makes `System.keys` from a function for each kind of fact. Facts of other kinds get no keys. */
export function keysByKind<F extends Fact, Configuration = unknown>(
  table: KeysByKind<F, Configuration>,
): System['keys'] {
  const writers: Readonly<Record<string, WritesKeys<Fact>['write'] | undefined>> = table;
  return (fact, index, configuration) => writers[fact.kind]?.(fact, index, configuration);
}

/** The name that a text stands for, if there is one, and what was tried to find it. */
export interface Meaning {
  readonly name?: string;
  readonly tried: readonly TraceItem[];
}

/**
 * What a system answers about the things that it registers. Members are questions in the system's own words and return plain data;
 * `features/` turns that into what an editor or terminal shows. All of them answer from the index (`lookup`) alone. `context` says for
 * which workspace, profile and mode the question is asked.
 */
export interface Answers {
  /** The kind of thing that can be listed and explained: `step`. */
  readonly kind: string;
  /** The plural of `kind`, which is also the argument of the command `list`: `steps`. */
  readonly plural: string;
  /** The names of all things that can be explained, sorted. */
  names(lookup: Lookup): readonly string[];
  /** What the text at `place` names. Returns undefined if it names nothing of this system. */
  symbolAt(place: Place, lookup: Lookup): NamedSymbol | undefined;
  /**
   * The name at `offset` that no fact states, in a text that may or may not mean the thing. It can be described and followed; it is neither
   * found as a reference nor renamed.
   */
  mentionAt?(source: Source, offset: number, lookup: Lookup): Mention | undefined;
  /** The names of the things that a fact belongs to though it does not name them, such as the module of a companion. */
  subjectsOf?(fact: Fact, lookup: Lookup): readonly string[];
  /** What a hover shows. Returns undefined if there is nothing to say. */
  describe(named: NamedSymbol, context: Context, lookup: Lookup): Description | undefined;
  /** Where “go to definition” leads, the best target first. */
  definitions(named: NamedSymbol, context: Context, lookup: Lookup): readonly Place[];
  /**
   * Where “go to declaration” leads: to the original definition, also from an override that replaces it. If absent, the
   * same as `definitions`.
   */
  declarations?(named: NamedSymbol, context: Context, lookup: Lookup): readonly Place[];
  /** Where “go to implementation” leads: from a step to its builder class. If absent, the same as `definitions`. */
  implementations?(named: NamedSymbol, context: Context, lookup: Lookup): readonly Place[];
  /**
   * Further keys under which texts name the same thing, such as that of its former name. Everything that `symbolAt` finds
   * under one of its keys is a reference to the thing, so “find references” needs no other member.
   */
  synonymKeys?(named: NamedSymbol, lookup: Lookup): readonly Key[];
  /**
   * The edits that give a thing the name `to`. Returns `Refused` if they would break something, and undefined if the thing has no
   * name that could change.
   */
  rename?(named: NamedSymbol, to: string, options: RenameOptions, lookup: Lookup): Rename | Refused | undefined;
  /** The edits that keep texts right when somebody moves files or folders, and the files that have to move along. */
  editsForMoves?(moves: readonly Move[], lookup: Lookup): MoveEdits;
  /** Why a name resolves as it does. A name that nothing registers gets an explanation, too. */
  explain(name: string, context: Context, lookup: Lookup): Explanation;
  /** The thing that a text stands for which is no name of a thing, such as the name of a file or a class. */
  meaning?(text: string, context: Context, lookup: Lookup): Meaning;
  /** The outcome of `explain` without the rest, for questions about many contexts. If absent, `explain` is asked. */
  outcome?(name: string, context: Context, lookup: Lookup): Outcome;
  /** What may be typed at `offset`. Returns undefined if the text there is not the system's concern. */
  complete(source: Source, offset: number, context: Context, lookup: Lookup): Completion | undefined;
  /** The outline of a file, in the order of its text. */
  symbols(file: SourceFile): readonly SymbolItem[];
  /** Everything that “go to symbol” can find by name, in no particular order. May walk the whole index. */
  allSymbols?(lookup: Lookup): Iterable<SymbolLocation>;
  /** Texts of a file that are paths of other files, to be shown as links. */
  links?(file: SourceFile, lookup: Lookup): readonly PathLink[];
  /**
   * The code lenses above a definition. An editor asks for those of a whole file at once, so whatever is costly to find out
   * belongs into `Lens.resolve`.
   */
  lenses?(fact: Fact, lookup: Lookup): readonly Lens[];
  /** The inlay hint after a name in code: what it resolves to. Returns undefined if that is what every reader expects. */
  hint?(named: NamedSymbol, context: Context, lookup: Lookup): string | undefined;
  /** Refactorings: changes to a thing that somebody may want though nothing is wrong with it. */
  refactors?(named: NamedSymbol, lookup: Lookup): readonly Fix[];
  /** What the thing called `name` depends on, in the order in which the texts say so. */
  dependencies?(name: string, lookup: Lookup): readonly Dependency[];
  /** What depends on the thing called `name`, in the order in which the texts say so. */
  dependants?(name: string, lookup: Lookup): readonly Dependency[];
  /** Every definition, for `list` and `show`; if a workspace is given, only those that are in force there. */
  list(workspace: string | undefined, lookup: Lookup): readonly ListItem[];
  /**
   * What may define more than texts name, such as a table that code fills; with a workspace, as far as it is in force there. Whoever
   * shows the definitions as all that there are says so beside them.
   */
  openParts?(workspace: string | undefined, lookup: Lookup): readonly OpenPart[];
  /** Definitions that a name never means, since another registry is asked first. Absent where registries are not asked in turn. */
  hidden?(lookup: Lookup): readonly HiddenItem[];
  /** The type of a definition, by which figures are broken down. If absent, the things of the system have no types. */
  typeOf?(item: ListItem): string | undefined;
  /** How the help of the command line speaks of `kind`. If absent, the command line does not offer it. */
  readonly commandWording?: CommandWording;
  /** How `list` shows definitions. If absent, it shows name, owner, type and description. */
  readonly listing?: Listing;
  /** The developer workspaces that the system finds. Absent where one answer holds for the whole repository. */
  workspaces?(lookup: Lookup): readonly WorkspaceItem[];
  /** Which definitions policy packs may restrict. */
  readonly policySubjects?: PolicySubjects;
  /** The dictionaries that the run time derives from the registry, by their names on the command line (`export`). */
  readonly exportedTables?: Readonly<Record<string, (workspace: string | undefined, lookup: Lookup) => ExportedTable>>;
  /**
   * The edits that add a definition with these fields, in core or in a workspace. An `override` stands in for the definition of
   * core, and begins with its fields.
   */
  add?(
    name: string,
    fields: ReadonlyMap<string, Value>,
    where: { readonly workspace: string | undefined; readonly override?: boolean },
    lookup: Lookup,
  ): StagedEdits;
  /** How the editor helps a person to begin a definition. */
  readonly draft?: {
    /** The types that the definition may have, for the person to choose from. */
    readonly types: readonly string[];
    /** The edits that add the definition, and the files that implement it. */
    of(name: string, type: string, workspace: string | undefined, lookup: Lookup): StagedEdits;
  };
  /** The edits that move a definition from one workspace to another, into core or out of it: undefined is core. */
  move?(name: string, from: string | undefined, to: string | undefined, lookup: Lookup): StagedEdits;
  /** The path that a file of a developer workspace gets when the workspace is merged into core. Returns undefined if it stays. */
  pathInCore?(path: string, lookup: Lookup): string | undefined;
  /**
   * Everything that can be called, with its input and output schemas, for `export schemas`; sorted by name. Schemas are made of texts,
   * since facts hold no expressions: a person starts it, and it may be slow. `sourceOf` gives the text of a file that was read.
   */
  schemas?(lookup: Lookup, sourceOf: (path: string) => Source | undefined): readonly SchemaItem[];
  /** What keeps the system's rules from being certain. Shown to whoever would take their silence for health. */
  blindSpots?(lookup: Lookup): readonly BlindSpot[];
  /** The errors that make the run time load nothing at all. Empty if there are none. */
  aborts?(lookup: Lookup): readonly AbortItem[];
}

/** A definition that another one hides. */
export interface HiddenItem {
  /** The name that a query asks for: `stamper_node@2.0.0`. */
  readonly name: string;
  readonly place: Place;
  /** The registry that lists it. */
  readonly container: string;
  /** What the name means instead, its registry, and where it is listed. */
  readonly winner: { readonly name: string; readonly container: string; readonly place: Place };
}

/** A table that may hold definitions which no text names. */
export interface OpenPart {
  /** What the table is called: `STEP_OVERRIDES`. */
  readonly name: string;
  /** The scope of the definitions in it, as `ListItem` has it. */
  readonly scope: string;
  /** The developer workspace that it belongs to; undefined for core. */
  readonly workspace: string | undefined;
  /** Begins with `cannot tell: `. */
  readonly reason: string;
  readonly place: Place;
}

/** The definitions that policies restrict. */
export interface PolicySubjects {
  /** The kinds of facts that policies look at. */
  readonly kinds: readonly string[];
  /** The attributes of a definition that policies test. Returns undefined if the fact defines nothing. */
  entry(fact: Fact, lookup: Lookup): PolicyEntry | undefined;
  /** The policies that decide how a definition resolves. Absent where policies only allow and forbid. */
  decidingPolicies?(fact: Fact, lookup: Lookup): DecidingPolicies;
}

/** The policies that decide how one definition resolves; undefined where none does, or where the project file overrules them. */
export interface DecidingPolicies {
  /** The policy that says which version wins. */
  readonly versionPolicy: PolicyInForce | undefined;
  /** The policy that says which registry is asked first. */
  readonly precedence: PolicyInForce | undefined;
}

/** Something that can be called, as the run time would describe it. */
export interface SchemaItem {
  readonly name: string;
  readonly place: Place;
  /**
   * JSON Schemas. What cannot be told of one without running code is a `$comment` in its place that begins with "cannot tell". Undefined
   * if nothing can be told, or if the run time itself fails to make it.
   */
  readonly input: Value | undefined;
  readonly output: Value | undefined;
  /** `name`, `description`, `version`, `tags`, `annotations` and `examples`, those that are stated. */
  readonly fields: ReadonlyMap<string, Value>;
  /** What only running code could tell, and why a schema is missing: each a phrase for a person. */
  readonly uncertainties: readonly string[];
}

/** An error that makes the run time load nothing at all. */
export interface AbortItem {
  /** The error's name or code in the run time. */
  readonly code: string;
  readonly message: string;
  readonly place: Place;
  /** Present where it cannot be told whether it comes to that. */
  readonly certain?: false;
  /** Present where the run ends for certain, but cannot be told to end with this: why. */
  readonly unknown?: string;
}

/** A dictionary that the run time derives from the registry. */
export interface ExportedTable {
  /** The name of the run time's variable. */
  readonly name: string;
  readonly value: ReadonlyMap<string, Value>;
  /** What a reader might miss in the table, and why it is not there: each a phrase for a person. */
  readonly omissions: readonly string[];
}

/**
 * Edits to make in stages: those of a stage are resolved against the texts as the stage before has left them. Or a sentence that says
 * why they cannot be made.
 */
export type StagedEdits = { readonly stages: readonly (readonly FixEdit[])[] } | { readonly refused: string };

/** What a text names, and where it does. Texts whose symbols have equal keys name the same thing. */
export interface NamedSymbol {
  /** What a person calls the thing: `step`, `builder class`, `field`, … */
  readonly kind: string;
  /** The full name of the thing. */
  readonly name: string;
  /** The index key of the thing. */
  readonly key: Key;
  readonly place: Place;
  /** The workspace that the surrounding code selects, as `with workspace_context("alice")` does. */
  readonly workspace?: string;
  /** The text itself, if it is only a part of `name`: the part that a rename replaces. */
  readonly text?: string;
}

/** A name that no fact states, and where it stands. */
export interface Mention {
  readonly named: NamedSymbol;
  readonly span: Span;
}

/** How a rename is meant. */
export interface RenameOptions {
  readonly context: Context;
  /** Whether classes and files that are called after the thing by convention are renamed with it. */
  readonly withConventionalNames: boolean;
}

/** What a rename changes. */
export interface Rename {
  /** Each replaces a name, so that whoever makes the edits can check that the old name is still there. */
  readonly edits: readonly RenameEdit[];
  /** The definitions that have the new name afterwards. The rename is refused if it changes which definition of a name wins. */
  readonly renamedDefinitions: readonly Fact[];
  /** Further keys whose occurrences in texts, as `TextSearch` finds them, change along. */
  readonly keyRenames: readonly KeyRename[];
  /** The files that have to move. */
  readonly moves: readonly Move[];
}

/** What the occurrences of one key in texts become. */
export interface KeyRename {
  readonly key: string;
  /** The new word. If absent, the key must have no occurrences, or the rename is refused. */
  readonly to?: string;
  /** As in `RenameEdit`. */
  readonly requiredMove?: string;
}

/** What follows from a move of files. */
export interface MoveEdits {
  /** Each replaces what a text says before the move. */
  readonly edits: readonly RenameEdit[];
  /** Further files that have to move, without those that move anyway. */
  readonly moves: readonly Move[];
}

/** The move of a file or folder from `path` to `to`. */
export interface Move {
  readonly path: string;
  readonly to: string;
}

/** Replaces the text `from` at a place by `to`. */
export interface RenameEdit {
  readonly at: Place;
  readonly from: string;
  readonly to: string;
  /** The present path of a file that has to move, or the edit would be wrong. */
  readonly requiredMove?: string;
}

/** A refusal, with the reason as a sentence for the person who asked. */
export interface Refused {
  readonly refused: string;
}

/** What a hover shows, from top to bottom. Texts are plain; `features/text` formats them. */
export interface Description {
  /** In bold. */
  readonly title: string;
  /** Beside the title: what the name resolves to and why. */
  readonly lead: string;
  /** Phrases on one line, separated by dots. */
  readonly facts: readonly string[];
  /** A description that somebody wrote, such as a docstring. */
  readonly text?: string;
  /** A table: a label, links, and a remark. */
  readonly rows: readonly { readonly label: string; readonly links: readonly Link[]; readonly note: string }[];
  /** Sentences, each of which may end in links. */
  readonly notes: readonly { readonly text: string; readonly links: readonly Link[] }[];
  /** The name to explain, if the hover is to offer Explain Resolution. */
  readonly explain?: string;
}

/** A link to `at`, or to the beginning of the file at `path`; plain text if both are absent. */
export interface Link {
  readonly text: string;
  readonly at?: Place;
  readonly path?: string;
}

/** The items that can stand at a place. */
export interface Completion {
  /** The span that the chosen item replaces: the whole content of the string, not only what has been typed. */
  readonly replace: Span;
  readonly items: readonly CompletionItem[];
}

/** An item of a completion. */
export interface CompletionItem {
  readonly label: string;
  readonly kind: 'entry' | 'module' | 'class' | 'field' | 'value' | 'workspace' | 'path';
  /** Shown beside the label. */
  readonly detail?: string;
  /** Plain text. */
  readonly documentation?: string;
  /** The inserted text, if it is not the label. */
  readonly insert?: string;
  /** Whether `insert` is in the snippet syntax of LSP. */
  readonly snippet?: boolean;
  /** With it the caret stands where further suggestions are. */
  readonly suggestsNext?: boolean;
  /** Items are sorted by rank, the smallest first, and then by label. */
  readonly rank: number;
}

/** A symbol in the outline of a file. */
export interface SymbolItem {
  readonly name: string;
  readonly detail: string;
  readonly kind: 'table' | 'entry' | 'field';
  readonly place: Place;
  readonly children: readonly SymbolItem[];
}

/** A symbol that can be gone to from anywhere. */
export interface SymbolLocation {
  readonly name: string;
  readonly kind: 'entry' | 'class';
  /** What the symbol belongs to: `core`, a workspace, or a file. */
  readonly container: string;
  readonly place: Place;
}

/** A text that is the path of a file. */
export interface PathLink {
  readonly place: Place;
  readonly path: string;
}

/** A code lens: a remark above a definition, which leads somewhere when clicked. Has either `text` or `resolve`. */
export interface Lens {
  readonly text?: LensText;
  /** Finds the text when the lens comes into view. Returns undefined if there is nothing to say after all. */
  resolve?(lookup: Lookup): LensText | undefined;
}

/** What a lens says, and where it leads. */
export interface LensText {
  readonly title: string;
  /** The places that a click shows. Empty for a remark that leads nowhere. */
  readonly places: readonly Place[];
}

/** The thing at the other end of a dependency. */
export interface Dependency {
  readonly name: string;
  /** Where the thing is defined. */
  readonly place: Place;
  /** The texts that state the dependency. */
  readonly statedAt: readonly Place[];
  /** Present if the thing is one of those that may be used, so that nothing is wrong with a circle. */
  readonly isPossible?: true;
  /** What of it meets what the other needs, each in words; made for whoever asks. */
  readonly met?: () => readonly string[];
}

/** A definition as `list` and `show` see it. */
export interface ListItem {
  readonly kind: string;
  readonly name: string;
  /** `core`, `workspace` or `override`. */
  readonly scope: string;
  readonly workspace: string | undefined;
  /** The folder or file that the definition belongs to, if it belongs neither to core nor to a workspace. */
  readonly container?: string;
  /** The folder of the definition, if it has one of its own: what is found in the files there counts for its registry. */
  readonly folder?: string;
  readonly place: Place;
  /** Plain values, as JSON has them. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** The tags that the run time finds it by, where its system has tags. */
  readonly tags?: readonly string[];
  /** Whether the run time loads the definition; null if only running the code decides. */
  readonly loaded: boolean | null;
  /** Why the definition is not loaded; it begins with `cannot tell: ` if `loaded` is null. */
  readonly reason?: string;
  /** What the reason is about, if that is not the definition itself. */
  readonly reasonAt?: Place;
}

/** How `list` shows the definitions of a system. */
export interface Listing {
  /** Whether `--type` selects a definition. If absent, the option makes no difference. */
  isOfType?(item: ListItem, type: string): boolean;
  /** One definition in JSON; `point` is where it begins (1-based). If absent, `list` gives the same JSON as `show`. */
  json?(item: ListItem, point: { readonly line: number; readonly column: number }): object;
  /** All definitions as lines of text, and a last line that counts them. If absent, the common table is used. */
  table?(items: readonly ListItem[]): { readonly rows: readonly ListRow[]; readonly total: string };
}

/** A line of a list. */
export interface ListRow {
  readonly item: ListItem;
  /** The mark at the beginning of the line. If absent, a mark for whether the definition is loaded. */
  readonly mark?: string;
  readonly cells: readonly string[];
  /** Present if the path of the definition follows the cells even without `--include-source`. */
  readonly hasPath?: true;
  /** A remark at the end of the line. */
  readonly note: string;
}

/** A developer workspace. */
export interface WorkspaceItem {
  readonly id: string;
  readonly folder: string;
  /** The registry file of the workspace, if there is one. */
  readonly place?: Place;
  /** Whether the run time knows the workspace by this id; null if that cannot be told. */
  readonly loaded: boolean | null;
  /** Why it does not, or why that cannot be told, as the end of a sentence. */
  readonly reason?: string;
  /** Another id that it may have, where it cannot be told which. */
  readonly mayBe?: string;
}

/**
 * Our own requests, beside those of the Language Server Protocol: the words that the client in VS Code and the server
 * share. Plain names and plain data only, so that the client can import this file without the server's libraries, and
 * another editor's client can follow it. Positions are 0-based lines and 0-based UTF-16 columns; URIs are the client's.
 */

/** `ExplainParams` → `Explanation`, or null when there is nothing of ours at the position or under the name. */
export const EXPLAIN = 'registry/explain';

/**
 * `Scoped` → `WorkspaceSummary[]`, sorted by id: what "Set Active Workspace" offers; of all roots where none is meant.
 */
export const WORKSPACES = 'registry/workspaces';

/**
 * `Scoped` → `string[]`, sorted: every name that `registry/explain` knows, for a prompt; of all roots where none is
 * meant.
 */
export const NAMES = 'registry/names';

/** `{ uri?: string }` → `ExplainableName[]`: the same names by registry, with what they are. */
export const EXPLAINABLE = 'registry/explainable';

/** `{ code }` → `{ markdown }`, or null where no rule has that code: what is wrong, why, and what to do. */
export const RULE_PAGE = 'registry/rulePage';

/** No parameters → null once everything has been read afresh from disk. */
export const RELOAD = 'registry/reload';

/**
 * `RenameAcrossParams` → `RenameAcross`: what stands at the position and, given a new name, the edits that rename it
 * and whatever is called after it. An error, whose message says why, when some other definition would win or lose by
 * it.
 */
export const RENAME_ACROSS = 'registry/renameAcross';

/**
 * `NewWorkspaceParams` → `Edited`: the files of a new developer workspace. This and the requests below answer with an
 * error, whose message says why, when it cannot be done.
 */
export const NEW_WORKSPACE = 'registry/newWorkspace';

/** `Scoped` → `NewStepChoices`, or with `NewStepParams` `Edited`: a row with its builder and config. */
export const NEW_STEP = 'registry/newStep';

/** `Scoped` → `{ text }`: what the registries say and who wins, as the JSON of a snapshot. */
export const SNAPSHOT = 'registry/snapshot';

/** `CompareParams` → `{ markdown }`: what differs between two states. */
export const COMPARE = 'registry/compare';

/** `Scoped` → `string[]`: the branches and tags that there are to compare. */
export const COMMIT_NAMES = 'registry/commitNames';

/** `MergeParams` → `{ markdown }`: what happens if developer workspaces land in core. */
export const MERGE_PREVIEW = 'registry/mergePreview';

/** `Scoped` → `{ tables }`, or with `ExportParams` `Exported`: a dictionary that the run time derives. */
export const EXPORT = 'registry/export';

/** `TreeParams` → `TreeNode[]`: the nodes below one of a view, in their order. */
export const TREE = 'registry/tree';

/** `{ uri?: string }` → `Status`, or null without a registry: what holds for the file at `uri`. */
export const STATUS = 'registry/status';

/** `GraphParams` → `Graph`: what depends on what, in every root. */
export const GRAPH = 'registry/graph';

/** No parameters → `Latency[]`: how long the server has taken lately to answer. */
export const LATENCIES = 'registry/latencies';

/** No parameters → `Dashboard`: how each root with a registry is doing. */
export const DASHBOARD = 'registry/dashboard';

/** `CountedParams` → `Counted`: the things that a figure of the dashboard counts. */
export const COUNTED = 'registry/counted';

/**
 * From the server, where files are read through the client: `{ uri }` → `FolderEntry[]`, or null for what is no folder.
 */
export const LIST_FOLDER = 'registry/listFolder';

/** From the server as well: `{ uris }` → `FileText[]`, one for each URI, in their order. */
export const READ_FILES = 'registry/readFiles';

/** `ToolParams` → `ToolAnswer`: a question of an agent. What makes no sense is answered in words, since an agent reads them. */
export const TOOL = 'registry/tool';

/** `ReviewParams` → `Review`, or null where nothing is found in the root. */
export const REVIEW = 'registry/review';

/** Notification from the server, with `Changed`: answers given before this revision may be out of date. */
export const CHANGED = 'registry/changed';

/** Shown beside each finding, and the name of our diagnostics for a client that asks for them. */
export const DIAGNOSTIC_SOURCE = 'registry';

/** The kind of code action that makes fixes that are safe and no others, since people have it run on save. */
export const FIX_ALL_ACTION = 'source.fixAll.registry';

/** The kind of code action that explains and changes no text. Editors list it under a name of its own. */
export const EXPLAIN_ACTION = 'registry.explain';

/** The command of the client that hovers and code lenses may link to; its only argument is an `ExplainParams`. */
export const EXPLAIN_COMMAND = 'registryIntelligence.explainResolution';

/** The command of the client that shows the page of a rule; its only argument is the code of the rule. */
export const SHOW_RULE_COMMAND = 'registryIntelligence.showRule';

/** The command of the client that shows a finding with all that can be done about it; its only argument is a `ReviewParams`. */
export const REVIEW_COMMAND = 'registryIntelligence.reviewFindings';

/** The command of the client that makes a fix of the page of a finding; its only argument is the data of a code action. */
export const APPLY_FIX_COMMAND = 'registryIntelligence.applyFix';

/**
 * The commands that the server itself runs, for clients without ours, by `workspace/executeCommand`. The first takes an `ExplainParams` and
 * answers with the `Explanation`, the second what `SHOW_PLACES_COMMAND` takes, the third the code of a rule.
 */
export const SERVER_COMMANDS = {
  explain: 'registry.explain',
  showPlaces: 'registry.showPlaces',
  showRule: 'registry.showRule',
} as const;

/** The schemes of texts that a client may ask for (`workspace/textDocumentContent`): `registry-explain:/Name.md?{ExplainParams}`, `registry-rule:/step/conflict.md`. */
export const CONTENT_SCHEMES = { explain: 'registry-explain', rule: 'registry-rule' } as const;

/** The files whose contents matter: those that are read, and those that say what is left out. */
export const WATCHED_FILES =
  '**/{*.py,*.ts,*.js,*.yaml,*.yml,.gitignore,.onextree,.onexignore,*.onex.json,*.policy.json,pyproject.toml,setup.cfg,entry_points.txt}';

/**
 * The command of the client that code lenses call: a URI, a position, and `Location`s of the protocol to show there;
 * with a single one it may go there.
 */
export const SHOW_PLACES_COMMAND = 'registryIntelligence.showPlaces';

/** What `initializationOptions` may hold; every field may be absent (another editor's client sends none of them). */
export interface InitializationOptions {
  /**
   * The client sends `workspace/didChangeWatchedFiles` for the opened folders and for the repository roots above them
   * on its own; the server need not register watchers. A deleted or created folder arrives as one event of the folder.
   */
  readonly watchesFiles?: boolean;
  /** The client has `EXPLAIN_COMMAND`, so that hovers may link to it. */
  readonly explainCommand?: boolean;
  /** The client has `SHOW_RULE_COMMAND`, so that codes lead to pages that need no network. */
  readonly showRuleCommand?: boolean;
  /** The client has `SHOW_PLACES_COMMAND`, so that code lenses can be clicked. */
  readonly showPlacesCommand?: boolean;
  /** The client answers `LIST_FOLDER` and `READ_FILES`, so that folders that are on no disk can be read through it. */
  readonly readsFiles?: boolean;
  /** The client asks for findings (`textDocument/diagnostic`) instead of being sent them. */
  readonly pullDiagnostics?: boolean;
  /** The client has `editor.action.triggerSuggest`, so that a suggestion may lead to the next ones. */
  readonly suggestCommand?: boolean;
}

/**
 * Either a position in an open file or a name, asked in the light of `uri` if given. What is left out is filled in by
 * the server: from the position's surroundings, the file's own workspace, then the user's settings.
 */
export interface ExplainParams {
  readonly uri?: string;
  readonly position?: { readonly line: number; readonly character: number };
  readonly name?: string;
  /** What the name is of, as an `Explanation` says it. */
  readonly kind?: string;
  readonly workspace?: string;
  readonly profile?: ResolutionProfile;
  readonly framework?: string;
  readonly environment?: readonly string[];
  readonly mode?: 'automatic' | 'strict' | 'interactive';
}

/** One explanation in three renderings of the same data. */
export interface Explanation {
  readonly name: string;
  /** What the name is of, in the words of the system that knows it. */
  readonly kind: string;
  /** The workspace that the answer holds for; asked again with it, the answer is the same one, brought up to date. */
  readonly workspace?: string;
  /** What the user may choose between where the mode `interactive` leaves it to a person, in words, and what of it is chosen. */
  readonly choice?: { readonly of: string; readonly among: readonly string[]; readonly chosen?: string };
  readonly markdown: string;
  /** JSON, already written out and indented. */
  readonly json: string;
  readonly text: string;
}

/** A question of an agent: the name of a tool of the manifest, and what its schema asks for; it comes from a model and may be anything. */
export interface ToolParams {
  readonly tool: string;
  readonly input: unknown;
}

/** A text of at most some pages. */
export interface ToolAnswer {
  readonly text: string;
}

/** Asks for the finding at a place (no `step`), or for the one after or before it, which may be in another file. */
export interface ReviewParams {
  readonly uri?: string;
  readonly position?: { readonly line: number; readonly character: number };
  readonly step?: 1 | -1;
}

/** A finding as Markdown, with links to its fixes and its neighbours. Without a location nothing is found at the place, and the page says what is not judged. */
export interface Review {
  readonly title: string;
  readonly markdown: string;
  readonly location?: Location;
}

/** Without `newName`, only the present name is asked for. */
export interface RenameAcrossParams {
  readonly uri: string;
  readonly position: { readonly line: number; readonly character: number };
  readonly newName?: string;
}

/** What Rename Across Registry answers. */
export interface RenameAcross {
  /** The present name. */
  readonly name: string;
  /**
   * A `WorkspaceEdit`; each edit is to be confirmed. Files that are renamed are not part of one undo step with texts.
   */
  readonly edit?: object;
}

/** Which root is meant: that of a file or folder; without it, or where it is in none, the first one. */
export interface Scoped {
  readonly uri?: string;
}

/** Asks for the files of a new developer workspace. */
export interface NewWorkspaceParams extends Scoped {
  readonly id: string;
  readonly template: WorkspaceTemplate;
  /** Whose registry is taken over instead of the template's. */
  readonly copyFrom?: string;
}

/** How much the registry of a new workspace begins with. */
export type WorkspaceTemplate = 'minimal' | 'standard' | 'advanced';

/** What a person can choose from for a new step. */
export interface NewStepChoices {
  /** Developer workspaces that have a registry, by id. */
  readonly workspaces: readonly string[];
  readonly types: readonly string[];
}

/** Asks for the edits that add a step. */
export interface NewStepParams extends Scoped {
  readonly name: string;
  readonly type: string;
  /** Absent for core. */
  readonly workspace?: string;
}

/** Changes that the client makes: the server writes nothing. */
export interface Edited {
  /** Files that do not exist yet, with their texts. */
  readonly created: readonly { readonly uri: string; readonly text: string }[];
  /** A `WorkspaceEdit` of those that do. */
  readonly edit?: object;
  /** What is worth a look once it is made. */
  readonly open: string;
}

/** Asks what changes from one state of the registries to another. */
export interface CompareParams extends Scoped {
  readonly from: StateSource;
  readonly to: StateSource;
}

/** The files as they are now, a snapshot's text, or a branch, tag or commit of the repository. */
export type StateSource =
  | { readonly kind: 'files' }
  | { readonly kind: 'snapshot'; readonly label: string; readonly text: string }
  | { readonly kind: 'commit'; readonly ref: string };

/** Asks what would happen if workspaces landed in core. */
export interface MergeParams extends Scoped {
  /** The ids of the workspaces that land; all if absent. */
  readonly workspaces?: readonly string[];
}

/** Asks for one of the dictionaries that the run time makes of a registry. */
export interface ExportParams extends Scoped {
  readonly table: string;
  readonly format: ExportFormat;
  readonly workspace?: string;
}

/** The languages that a dictionary is exported in. */
export type ExportFormat = 'json' | 'yaml' | 'python';

/** A dictionary as a text. */
export interface Exported {
  readonly text: string;
  /** What is not in it though one might expect it, in words. */
  readonly lost: readonly string[];
}

/** Asks for one level of a tree view. */
export interface TreeParams {
  readonly view: 'registries' | 'conflicts' | 'dependencies';
  /** The `id` of the node whose children are asked for; absent for the top. */
  readonly id?: readonly string[];
}

/** A row of a tree view; see `features/overviews/tree.ts`. */
export interface TreeNode {
  readonly id: readonly string[];
  readonly label: string;
  readonly description: string;
  readonly kind: 'group' | 'workspace' | 'entry' | 'lost';
  readonly hasChildren: boolean;
  /** The worst of what is found in it, if that is an error or a warning. */
  readonly severity?: 'error' | 'warning';
  /** How many nodes are below that of a root. */
  readonly count?: number;
  readonly location?: Location;
  readonly explain?: ExplainParams;
}

/** A place in a file, as the Language Server Protocol writes it. */
export interface Location {
  readonly uri: string;
  readonly range: { readonly start: Position; readonly end: Position };
}

interface Position {
  readonly line: number;
  readonly character: number;
}

/** Where the person stands who wants to see the graph; without a place, the answer has no focus. */
export interface GraphParams {
  readonly from?: { readonly uri?: string; readonly position?: Position };
}

/** Places are kept aside, so that a picture need not know them: `at` is an index into `places`. */
export interface Graph {
  /** The node that belongs to the place in the question, or to the workspace that is active there. */
  readonly focus?: number;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly places: readonly Location[];
}

/** A name, with everything that defines it taken together. */
export interface GraphNode {
  readonly kind: string;
  readonly name: string;
  /** Who defines it: names of workspaces, after an empty one for core. */
  readonly owners: readonly string[];
  readonly isConflict: boolean;
  /** Whether no definition of it is loaded for certain, but one may be. */
  readonly isUndecided: boolean;
  /** A number that the nodes of one circle of dependencies share. */
  readonly cycle?: number;
  readonly at?: number;
  readonly explain: ExplainParams;
}

/** `from` and `to` are indices into the nodes: `from` depends on `to`, as the text at `at` says. */
export interface GraphEdge {
  readonly from: number;
  readonly to: number;
  /** Whether `from` only may use `to`; then a circle is no error. */
  readonly isPossible: boolean;
  /** What of `to` meets what `from` needs, each in words. */
  readonly met?: readonly string[];
  readonly at?: number;
}

/** As in a `Graph`, `at` is an index into `places`. */
export interface Dashboard {
  readonly roots: readonly DashboardRoot[];
  readonly places: readonly Location[];
  readonly latencies: readonly Latency[];
}

/** How long the server took to answer one kind of question, in milliseconds; `edit` counts from the text to its findings. */
export interface Latency {
  readonly what: string;
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
}

/** What the dashboard shows of one root. */
export interface DashboardRoot {
  readonly uri: string;
  /** The name of its folder. */
  readonly label: string;
  readonly figures: DashboardFigures;
  readonly findings: FindingCounts;
  readonly registries: readonly DashboardRegistry[];
  /** Findings in files of no registry. */
  readonly elsewhere: FindingCounts;
  readonly conflicts: readonly DashboardConflict[];
  readonly rules: readonly DashboardRule[];
}

/** What is counted of a whole root, as by the status item and the command line. */
export type DashboardFigures = Readonly<
  Record<'registries' | 'workspaces' | 'definitions' | 'names' | 'conflicts', number>
>;

/** How many findings there are of each severity. */
export type FindingCounts = Readonly<Record<'error' | 'warning' | 'info' | 'hint', number>>;

/** What the dashboard counts of one registry. */
export interface DashboardRegistry {
  readonly kind: string;
  /** Empty for core. */
  readonly owner: string;
  /** How many definitions stand in the files of the registry. */
  readonly definitions: number;
  readonly overrides: number;
  /** How many definitions are never loaded. */
  readonly lost: number;
  /** How many definitions are loaded or not as only running the code decides, tables that code fills among them. */
  readonly undecided: number;
  readonly conflicts: number;
  readonly findings: FindingCounts;
  readonly at?: number;
}

/** A number of the dashboard, by what it counts: of one registry (null for files of no registry), or of the whole root; of one rule, or of all. */
export interface DashboardFigure {
  readonly what: keyof DashboardFigures | 'findings' | 'overrides' | 'lost' | 'undecided' | keyof FindingCounts;
  readonly registry?: { readonly kind: string; readonly owner: string } | null;
  readonly rule?: string;
}

/** `uri` is that of the root. */
export interface CountedParams {
  readonly uri: string;
  readonly figure: DashboardFigure;
}

/** The things that a figure counts, each with its place if a text shows it; `total` of them, should that be more than can be looked through. */
export interface Counted {
  readonly items: readonly { readonly text: string; readonly detail: string; readonly location?: Location }[];
  readonly total: number;
}

/** A name that several workspaces define. */
export interface DashboardConflict {
  readonly name: string;
  /** Who has it; empty for core. */
  readonly definitions: readonly { readonly workspace: string; readonly at?: number }[];
  readonly explain: ExplainParams;
}

/** How many findings a rule has; `severity` is that of the most severe one. */
export interface DashboardRule {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  readonly count: number;
}

/** What the status item shows for the file in the active editor. */
export interface Status {
  /** The workspace that questions from the file are answered in; absent for core. */
  readonly workspace?: string;
  readonly profile: ResolutionProfile;
  readonly names: number;
  readonly workspaces: number;
  readonly conflicts: number;
  /** Definitions of which it cannot be told whether they are loaded (`names` counts theirs, too), and tables that code fills. */
  readonly undecided: number;
  /** The checks that are off, each a sentence in plain words, with the place of the reason if it stands in a file. */
  readonly blindSpots: readonly { readonly text: string; readonly location?: Location }[];
}

/** A name to be explained. `registry` says in words whose it is; names of one registry follow each other. */
export interface ExplainableName {
  readonly name: string;
  readonly kind: string;
  readonly registry: string;
  readonly workspace?: string;
  readonly description: string;
  /** The URI of its root. */
  readonly uri: string;
}

/** A developer workspace; `root` is the URI of its directory. */
export interface WorkspaceSummary {
  readonly id: string;
  readonly root: string;
}

/** An entry of a folder of a virtual workspace, which the client lists for the server. */
export interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
  /** A symbolic link to what `isFolder` says; where it leads is not told. */
  readonly isLink?: boolean;
}

/** Null for a file that is gone; a problem, in words for its reader, where its text cannot be had. */
export type FileText = { readonly text: string } | { readonly problem: string } | null;

/** The revision that the registries are at now. */
export interface Changed {
  readonly revision: number;
}

/** The order in which definitions are asked for a name (`Profile` of `model/settings.ts`). */
export type ResolutionProfile = 'isolated' | 'hybrid' | 'intelligent';

/**
 * Our own requests, beside those of the Language Server Protocol: the words that the client in VS Code and the server
 * share. Plain names and plain data only, so that the client can import this file without the server's libraries, and
 * another editor's client can follow it. Positions are 0-based lines and 0-based UTF-16 columns; URIs are the client's.
 */

/** `ExplainParams` → `Explanation`, or null when there is nothing of ours at the position or under the name. */
export const EXPLAIN = 'registry/explain';

/** No parameters → `WorkspaceSummary[]`, sorted by id: what "Set Active Workspace" offers. */
export const WORKSPACES = 'registry/workspaces';

/** No parameters → `string[]`, sorted: every name that `registry/explain` knows, for a prompt. */
export const NAMES = 'registry/names';

/** No parameters → null once everything has been read afresh from disk. */
export const RELOAD = 'registry/reload';

/** Notification from the server, with `Changed`: answers given before this revision may be out of date. */
export const CHANGED = 'registry/changed';

/** The command of the client that hovers and code lenses may link to; its only argument is an `ExplainParams`. */
export const EXPLAIN_COMMAND = 'registryIntelligence.explainResolution';

/** The files whose contents matter: those that are read, and those that say what is left out. */
export const READ_FILES =
  '**/{*.py,*.yaml,*.yml,.gitignore,.onextree,.onexignore,*.onex.json,pyproject.toml,setup.cfg,entry_points.txt}';

/** What `initializationOptions` may hold; every field may be absent (another editor's client sends none of them). */
export interface InitializationOptions {
  /**
   * The client sends `workspace/didChangeWatchedFiles` for the opened folders and for the repository roots above them
   * on its own; the server need not register watchers. A deleted or created folder arrives as one event of the folder.
   */
  readonly watchesFiles?: boolean;
  /** The client has `EXPLAIN_COMMAND`, so that hovers may link to it. */
  readonly explainCommand?: boolean;
  /** The client asks for findings (`textDocument/diagnostic`) instead of being sent them. */
  readonly pullDiagnostics?: boolean;
}

/**
 * Either a position in an open file or a name, asked in the light of `uri` if given. What is left out is filled in by
 * the server: from the position's surroundings, the file's own workspace, then the user's settings.
 */
export interface ExplainParams {
  readonly uri?: string;
  readonly position?: { readonly line: number; readonly character: number };
  readonly name?: string;
  readonly kind?: 'step' | 'module' | 'artifact';
  readonly workspace?: string;
  readonly profile?: ResolutionProfile;
  readonly framework?: string;
  readonly environment?: readonly string[];
  readonly mode?: 'automatic' | 'strict' | 'interactive';
}

/** One explanation in three renderings of the same data. */
export interface Explanation {
  readonly name: string;
  readonly kind?: 'step' | 'module' | 'artifact';
  /** The workspace that the answer holds for; asked again with it, the answer is the same one, brought up to date. */
  readonly workspace?: string;
  readonly markdown: string;
  /** JSON, already written out and indented. */
  readonly json: string;
  readonly text: string;
}

/** A developer workspace; `root` is the URI of its directory. */
export interface WorkspaceSummary {
  readonly id: string;
  readonly root: string;
}

export interface Changed {
  readonly revision: number;
}

export type ResolutionProfile = 'isolated' | 'hybrid' | 'intelligent';

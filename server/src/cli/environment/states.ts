import path from 'node:path';
import { compareStrings } from '../../base/collections';
import { escapeInvisible } from '../../base/message-text';
import { stateWithSchemas, type RegistryState } from '../../features/states/registry-state';
import { parseSnapshot, type Snapshot } from '../../features/states/snapshot';
import { openHistory, type History } from '../../host/git';
import { loadCommit, readAt } from '../../host/load-commit';
import { readText } from '../../host/read-text';
import { exists, isFolder, rootOf } from '../../host/roots';
import { Workspace } from '../../workspace';
import { openRepository, settingsFor, type RepositoryOptions } from './repository';
import type { Terminal } from './terminal';
import { WrongUse } from './wrong-use';

/** A state that a command line names. */
export interface NamedState {
  readonly label: string;
  readonly state: RegistryState;
  /** The commit of the state; absent for a snapshot and for files on disk. */
  readonly at?: { readonly history: History; readonly commit: string };
  /** The root of the files, if the state is one of files on disk. */
  readonly root?: string;
  /** The texts of its registry files by path, sorted. Resolves to undefined for a snapshot without files. */
  readonly files: () => Promise<ReadonlyMap<string, string> | undefined>;
}

/**
 * Opens a snapshot file, a folder, or else a branch, tag or commit of the repository at `--root` or around the current
 * folder.
 */
export async function openState(said: string, options: RepositoryOptions, terminal: Terminal): Promise<NamedState> {
  if (exists(said) && !isFolder(said)) {
    const { state, files } = readSnapshot(said);
    return { label: said, state, files: () => Promise.resolve(files) };
  }
  if (isFolder(said)) {
    const { root, workspace } = await openRepository([said], withoutRoot(options), terminal, {
      check: false,
      whole: true,
    });
    const files = (): Promise<Map<string, string>> => Promise.resolve(registryTexts(workspace));
    return { label: said === '.' ? 'working tree' : said, state: stateWithSchemas(workspace), root, files };
  }
  const root = historyRootOf(options);
  const at = await commitAt(root, said);
  // Schemas are made of texts, which are forgotten afterwards.
  const texts = new Map<string, string>();
  const workspace = new Workspace({ settings: settingsFor(root, options), readText: path => texts.get(path) });
  const tree = await loadCommit(workspace, at.history, at.commit, { check: false, texts });
  const state = stateWithSchemas(workspace);
  texts.clear();
  const files = async (): Promise<Map<string, string>> => {
    const texts = new Map<string, string>();
    for (const path of registryFiles(workspace)) {
      const reading = await readAt(at.history, tree, path);
      if (reading !== undefined) texts.set(path, reading.text);
    }
    return texts;
  };
  return { label: said, state, at, files };
}

/** The texts of the registry files of a repository on disk, by path. */
export function registryTexts(workspace: Workspace): Map<string, string> {
  return new Map(
    registryFiles(workspace).flatMap(path => {
      const text = workspace.text(path);
      return text === undefined ? [] : [[path, text] as const];
    }),
  );
}

function registryFiles(workspace: Workspace): string[] {
  return [...workspace.paths()].filter(path => workspace.expectsRegistry(path)).sort(compareStrings);
}

/** The history of a repository, and the commit that a ref names in it. */
export async function commitAt(root: string, ref: string): Promise<{ history: History; commit: string }> {
  const history = openHistory(root);
  const name = escapeInvisible(ref);
  if (history === undefined)
    throw new WrongUse(`There is no branch or commit '${name}': ${escapeInvisible(root)} is in no Git repository.`);
  const commit = await history.resolve(ref);
  if (commit === undefined) throw new WrongUse(`There is no branch, tag or commit '${name}'.`);
  return { history, commit };
}

/** The root in whose history branches and commits are looked for. */
export function historyRootOf({ root }: RepositoryOptions): string {
  return root === undefined ? rootOf(process.cwd()) : path.resolve(root);
}

/** The options for another root than the one that was said. */
export function withoutRoot(options: RepositoryOptions): RepositoryOptions {
  return Object.fromEntries(Object.entries(options).filter(([name]) => name !== 'root'));
}

function readSnapshot(file: string): Snapshot {
  const snapshot = parseSnapshot(readText(file)?.text ?? '');
  if (snapshot !== undefined) return snapshot;
  throw new WrongUse(`'${escapeInvisible(file)}' is no snapshot: registry-intel snapshot -o <file> writes one.`);
}

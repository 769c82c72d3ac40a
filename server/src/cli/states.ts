import path from 'node:path';
import { visible } from '../base/visible';
import { registryState, type RegistryState } from '../features/registry-state';
import type { History } from '../host/git';
import { loadCommit } from '../host/load-commit';
import { readText } from '../host/read-text';
import { exists, isFolder, rootOf } from '../host/roots';
import { Workspace } from '../workspace';
import { commitAt } from './commits';
import { stateOfSnapshot } from '../features/snapshot';
import { checkAllSeen, openRepository, settingsFor, type RepositoryOptions } from './repository';
import type { Terminal } from './terminal';
import { WrongUse } from './wrong-use';

/** A state that a command line names. */
export interface NamedState {
  readonly label: string;
  readonly state: RegistryState;
  /** Where it stands in a history; absent for a snapshot, and for files on disk. */
  readonly at?: { readonly history: History; readonly commit: string };
  /** The root, where it is that of files on disk. */
  readonly root?: string;
}

/** A snapshot file, a folder, or else a branch, tag or commit of the repository at `--root` or around. */
export async function openState(said: string, options: RepositoryOptions, terminal: Terminal): Promise<NamedState> {
  if (exists(said) && !isFolder(said)) return { label: said, state: readSnapshot(said) };
  if (isFolder(said)) {
    const { root, workspace } = await openRepository([said], withoutRoot(options), terminal, { check: false });
    checkAllSeen(workspace);
    return { label: said === '.' ? 'working tree' : said, state: registryState(workspace), root };
  }
  const root = hereOf(options);
  const at = await commitAt(root, said);
  const workspace = new Workspace({ settings: settingsFor(root, options) });
  await loadCommit(workspace, at.history, at.commit, { check: false });
  return { label: said, state: registryState(workspace), at };
}

/** The root in whose history branches and commits are looked for. */
export function hereOf({ root }: RepositoryOptions): string {
  return root === undefined ? rootOf(process.cwd()) : path.resolve(root);
}

/** The options for another root than the one that was said. */
export function withoutRoot(options: RepositoryOptions): RepositoryOptions {
  return Object.fromEntries(Object.entries(options).filter(([name]) => name !== 'root'));
}

function readSnapshot(file: string): RegistryState {
  const state = stateOfSnapshot(readText(file)?.text ?? '');
  if (state !== undefined) return state;
  throw new WrongUse(`'${visible(file)}' is no snapshot: registry-intel snapshot -o <file> writes one.`);
}

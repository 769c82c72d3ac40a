import path from 'node:path';
import { escapeInvisible } from '../../base/message-text';
import type { Preferences } from '../../features/context';
import { checkWorkspace, openRepository, type Repository, type RepositoryOptions } from './repository';
import type { Terminal } from './terminal';
import { WrongUse } from './wrong-use';

/** Options of commands that are asked about a place in a text. */
export interface PlaceOptions extends RepositoryOptions {
  readonly workspace?: string;
}

/** A place that the caller points at, in a repository that was read. */
export interface PlaceInRepository extends Repository {
  /** Of the file, relative to the root. */
  readonly path: string;
  /** In UTF-16 units from 0. */
  readonly offset: number;
  /** What the caller and the environment say of the context to ask in. */
  readonly preferences: Preferences;
}

/** Reads the repository around `file:line:column`; lines and columns count from 1, columns in UTF-16 units. */
export async function openPlace(
  said: string,
  options: PlaceOptions,
  terminal: Terminal,
  { writes = false }: { readonly writes?: boolean } = {},
): Promise<PlaceInRepository> {
  const parts = said.split(':');
  const [line = 0, column = 0] = parts.slice(-2).map(each => (/^[0-9]{1,9}$/.test(each) ? Number(each) : 0));
  if (parts.length < 3 || line === 0 || column === 0)
    throw new WrongUse(`'${escapeInvisible(said)}' is no place: say file:line:column, counted from 1.`);
  const file = parts.slice(0, -2).join(':');
  const repository = await openRepository([file], options, terminal, { check: false, writes });
  const { root, workspace } = repository;
  checkWorkspace(workspace, options.workspace);
  const at = path.relative(root, path.resolve(file)).split(path.sep).join('/');
  return {
    ...repository,
    path: at,
    offset: offsetAt(repository, at, line, column),
    preferences: {
      requested: { workspace: options.workspace },
      environmentWorkspace: process.env['CURSUS_WORKSPACE_ID'],
    },
  };
}

function offsetAt({ workspace, pathOf }: Repository, at: string, line: number, column: number): number {
  const text = workspace.text(at);
  const starts = workspace.lineStarts(at);
  const name = escapeInvisible(pathOf(at));
  if (text === undefined || starts === undefined) throw new WrongUse(`'${name}' is no file that holds registries.`);
  const start = starts[line - 1];
  if (start === undefined) throw new WrongUse(`'${name}' has ${starts.length} lines.`);
  const offset = start + column - 1;
  if (offset > (starts[line] ?? text.length)) throw new WrongUse(`Line ${line} of '${name}' has no column ${column}.`);
  return offset;
}

/** The line of a text that an offset is on, without what surrounds its words; for people. */
export function lineAt({ workspace }: Repository, at: string, line: number): string {
  const starts = workspace.lineStarts(at);
  const text = workspace.text(at);
  return escapeInvisible(text?.slice(starts?.[line - 1], starts?.[line]).trim() ?? '');
}

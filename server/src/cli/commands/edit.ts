import { compareStrings } from '../../base/collections';
import { pluralize } from '../../base/terminal-columns';
import { escapeInvisible } from '../../base/message-text';
import { applyStages } from '../../features/edit/stages';
import { writeAll, type FileChange } from '../../host/write';
import type { Value } from '../../model/value';
import type { Workspace } from '../../workspace';
import { patchOf } from '../output/patch-text';
import { checkWorkspace, openRepository, type Repository, type RepositoryOptions } from '../environment/repository';
import type { Terminal } from '../environment/terminal';
import { WrongUse } from '../environment/wrong-use';

/** Options of commands that write. Without `workspace`, core is meant. */
export interface EditOptions extends RepositoryOptions {
  readonly dryRun?: boolean;
  readonly workspace?: string;
}

export interface AddStepOptions extends EditOptions {
  /** `name=value`. */
  readonly field?: readonly string[];
}

/** Adds a definition to core or to a workspace. */
export async function addStep(name: string, options: AddStepOptions, terminal: Terminal): Promise<number> {
  const fields = new Map((options.field ?? []).map(fieldOf));
  const repository = await openRepository([], options, terminal, { check: false, writes: options.dryRun !== true });
  checkWorkspace(repository.workspace, options.workspace);
  return edit(repository, options, terminal, ({ answers, lookup }) =>
    answers.find(each => each.add !== undefined)?.add?.(name, fields, options.workspace, lookup),
  );
}

/** Moves a definition of a workspace into core. */
export async function promoteStep(name: string, options: EditOptions, terminal: Terminal): Promise<number> {
  const { workspace: id } = options;
  if (id === undefined) throw new WrongUse('Say whose it is: --workspace <id>');
  const repository = await openRepository([], options, terminal, { check: false, writes: options.dryRun !== true });
  checkWorkspace(repository.workspace, id);
  return edit(repository, options, terminal, ({ answers, lookup }) =>
    answers.find(each => each.promote !== undefined)?.promote?.(name, id, lookup),
  );
}

type PlannedStages = ReturnType<NonNullable<Workspace['answers'][number]['promote']>> | undefined;

function edit(
  { root, workspace, pathOf }: Repository,
  { dryRun }: EditOptions,
  terminal: Terminal,
  ask: (workspace: Workspace) => PlannedStages,
): number {
  const asked = ask(workspace);
  if (asked === undefined || 'refused' in asked) throw new WrongUse(asked?.refused ?? 'Nothing here takes that.');
  const before = applyStages(workspace, asked.stages);
  if (before === undefined) throw new WrongUse('The text there cannot be edited by itself.');
  const changes = changesSince(workspace, before);
  writeEdits(root, changes, dryRun === true, terminal, pathOf);
  return 0;
}

function changesSince(workspace: Workspace, before: ReadonlyMap<string, string | undefined>): FileChange[] {
  const changes = [...before].flatMap(([path, old]) => {
    const text = workspace.text(path);
    if (text === undefined || text === old) return [];
    return [{ path, text, ...(old === undefined ? {} : { before: old }) }];
  });
  return changes.sort((a, b) => compareStrings(a.path, b.path));
}

/** Writes all changes or none; with `dryRun` shows them as a patch, on standard output. */
export function writeEdits(
  root: string,
  changes: readonly FileChange[],
  dryRun: boolean,
  terminal: Terminal,
  pathOf: (path: string) => string,
): void {
  if (dryRun) terminal.write(changes.map(patchOf).join(''));
  else {
    writeAll(root, changes);
    for (const { path, before } of changes)
      terminal.write(`${before === undefined ? 'Made' : 'Changed'} ${escapeInvisible(pathOf(path))}\n`);
  }
  if (changes.length !== 1) terminal.note(`${pluralize(changes.length, 'file', 'files')}\n`);
}

/** A field as said on the command line: text, or a list with commas in brackets. */
function fieldOf(said: string): [string, Value] {
  const [, name, value] = /^([^=]+)=(.*)$/s.exec(said) ?? [];
  if (name === undefined || value === undefined) throw new WrongUse(`Say '${escapeInvisible(said)}' as name=value.`);
  if (!value.startsWith('[') || !value.endsWith(']')) return [name, value];
  const items = value
    .slice(1, -1)
    .split(',')
    .map(each => each.trim());
  return [name, items.filter(each => each !== '')];
}

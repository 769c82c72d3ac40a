import { compareStrings } from '../../base/collections';
import { pluralize } from '../../base/terminal-columns';
import { escapeInvisible } from '../../base/message-text';
import { applyStages } from '../../features/edit/stages';
import { writeAll, type FileChange } from '../../host/write';
import type { Value } from '../../model/value';
import type { Workspace } from '../../workspace';
import { backupOf } from '../environment/backup';
import { patchOf } from '../output/patch-text';
import { checkWorkspace, openRepository, type Repository, type RepositoryOptions } from '../environment/repository';
import type { Terminal } from '../environment/terminal';
import { WrongUse } from '../environment/wrong-use';

/** Options of commands that write. Without `workspace`, core is meant. */
export interface EditOptions extends RepositoryOptions {
  readonly dryRun?: boolean;
  readonly workspace?: string;
  /** What registries say before goes to a snapshot beside them, which `restore` takes. */
  readonly backup?: boolean;
}

/** The options of `move-step`: the workspaces that a row leaves and enters, core where one is absent. */
export interface MoveStepOptions extends EditOptions {
  readonly from?: string;
  readonly to?: string;
}

/** The options of `add-step`. */
export interface AddStepOptions extends EditOptions {
  /** Whether the row is an override of the definition of core. */
  readonly override?: boolean;
  /** `name=value`. */
  readonly field?: readonly string[];
}

/** Adds a definition to core or to a workspace. */
export async function addStep(name: string, options: AddStepOptions, terminal: Terminal): Promise<number> {
  const fields = new Map((options.field ?? []).map(fieldOf));
  const repository = await openRepository([], options, terminal, { check: false, writes: options.dryRun !== true });
  const { workspace, override = false } = options;
  checkWorkspace(repository.workspace, workspace);
  return edit(repository, options, terminal, ({ answers, lookup }) =>
    answers.find(each => each.add !== undefined)?.add?.(name, fields, { workspace, override }, lookup),
  );
}

/** Moves a definition of a workspace into core. */
export async function promoteStep(name: string, options: EditOptions, terminal: Terminal): Promise<number> {
  const { workspace: from } = options;
  if (from === undefined) throw new WrongUse('Say whose it is: --workspace <id>');
  return moveStep(name, { ...options, from, to: CORE }, terminal);
}

/** What core is called where a workspace could be named. */
const CORE = 'core';

/** Moves a definition from a workspace or core to another one, and says which of its files others will not see. */
export async function moveStep(name: string, options: MoveStepOptions, terminal: Terminal): Promise<number> {
  if (options.from === undefined || options.to === undefined)
    throw new WrongUse('Say between whom: --from <id> --to <id>; core is one of them, or both are workspaces.');
  const [from, to] = [options.from, options.to].map(id => (id === CORE ? undefined : id));
  const repository = await openRepository([], options, terminal, { check: false, writes: options.dryRun !== true });
  const { workspace } = repository;
  for (const id of [from, to]) checkWorkspace(workspace, id);
  const answers = workspace.answers.find(each => each.move !== undefined);
  const left = from === undefined ? [] : filesOf(name, from, answers, workspace);
  const code = edit(repository, options, terminal, ({ lookup }) => answers?.move?.(name, from, to, lookup));
  if (left.length > 0) terminal.note(`Left where they are, in workspace '${escapeInvisible(from ?? '')}':\n`);
  for (const path of left) {
    const place = to === undefined ? answers?.pathInCore?.(path, workspace.lookup) : undefined;
    const shown = escapeInvisible(repository.pathOf(path));
    terminal.note(
      `  ${shown}${place === undefined ? '' : ` (in core: ${escapeInvisible(repository.pathOf(place))})`}\n`,
    );
  }
  return code;
}

/** The files of a workspace that a definition of it runs with. */
function filesOf(
  name: string,
  owner: string,
  answers: Workspace['answers'][number] | undefined,
  { lookup }: Workspace,
): string[] {
  const context = { workspace: owner, profile: 'isolated', mode: 'automatic' } as const;
  const components = answers?.explain(name, context, lookup).components ?? [];
  const paths = components.flatMap(({ scope, status, at, path = at?.fact.file.path }) =>
    status === 'found' && scope === owner && path !== undefined ? [path] : [],
  );
  return [...new Set(paths)].sort(compareStrings);
}

type PlannedStages = ReturnType<NonNullable<Workspace['answers'][number]['move']>> | undefined;

function edit(
  { root, workspace, pathOf }: Repository,
  { dryRun, backup }: EditOptions,
  terminal: Terminal,
  ask: (workspace: Workspace) => PlannedStages,
): number {
  const asked = ask(workspace);
  if (asked === undefined || 'refused' in asked) throw new WrongUse(asked?.refused ?? 'Nothing here takes that.');
  const saved = backup === true && dryRun !== true ? [backupOf(root, workspace)] : [];
  const before = applyStages(workspace, asked.stages);
  if (before === undefined) throw new WrongUse('The text there cannot be edited by itself.');
  const changes = [...changesSince(workspace, before), ...saved].sort((a, b) => compareStrings(a.path, b.path));
  writeEdits(root, changes, dryRun === true, terminal, pathOf);
  return 0;
}

function changesSince(workspace: Workspace, before: ReadonlyMap<string, string | undefined>): FileChange[] {
  return [...before].flatMap(([path, old]) => {
    const text = workspace.text(path);
    if (text === undefined || text === old) return [];
    return [{ path, text, ...(old === undefined ? {} : { before: old }) }];
  });
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

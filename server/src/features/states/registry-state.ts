import { defined } from '../../base/defined';
import { compareStrings, groupBy } from '../../base/collections';
import type { Outcome } from '../../model/explanation';
import type { OpenPart } from '../../systems/system';
import type { Workspace } from '../../workspace';
import { contextOf } from '../context';
import { schemasOf, type StateSchemas } from './schema-breaks';

/**
 * The definitions and winners of a repository: plain data without lines, so that states can be compared and kept. It is
 * sorted, and equal for equal files.
 */
export interface RegistryState {
  readonly workspaces: readonly string[];
  readonly entries: readonly StateEntry[];
  /** For each name the winner outside of all workspaces, then the winners of the workspaces that have another one. */
  readonly winners: readonly StateWinner[];
  /** The tables that may hold definitions beside the entries, since code fills them; undefined in snapshots that earlier versions wrote, which do not say. */
  readonly open: readonly StateOpenTable[] | undefined;
  /** Absent where nobody asked for schemas, and in snapshots of older versions. */
  readonly schemas?: readonly StateSchemas[];
}

/** A table that may hold definitions which no text names. */
export interface StateOpenTable {
  /** What the definitions in it are, such as `step`. */
  readonly kind: string;
  /** What the table is called: `STEP_OVERRIDES`. */
  readonly name: string;
  /** The scope of the definitions in it. */
  readonly scope: string;
  readonly workspace: string | null;
  readonly path: string;
  /** Begins with `cannot tell: `. */
  readonly reason: string;
}

/** One definition, loaded or not. */
export interface StateEntry {
  /** `step`, `module` or `artifact`. */
  readonly kind: string;
  readonly name: string;
  readonly scope: string;
  readonly workspace: string | null;
  readonly path: string;
  /** Null if only running the code decides. */
  readonly loaded: boolean | null;
  readonly reason?: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Who wins a name, in one workspace or outside of all. */
export interface StateWinner {
  readonly kind: string;
  readonly name: string;
  /** The workspace in which it wins; null outside of all workspaces. */
  readonly workspace: string | null;
  /** In words; null if the name is not resolved, or if only running the code decides. */
  readonly winner: string | null;
  /** Present if only running the code decides: why; it begins with `cannot tell: `. */
  readonly reason?: string;
}

/** What wins, and why that cannot be told where it cannot. */
export type Win = Pick<StateWinner, 'winner' | 'reason'>;

/** What an outcome says of the winner. */
export function winOf({ resolved, winner, reason }: Outcome): Win {
  return resolved === null ? { winner: null, reason } : { winner: winner ?? null };
}

/** Whether two winners are the same; those that cannot be told are, whatever the reasons. */
export function sameWin(a: Win, b: Win): boolean {
  return a.winner === b.winner && (a.reason === undefined) === (b.reason === undefined);
}

/** The winner in words. */
export function winInWords({ winner, reason }: Win): string {
  return winner ?? (reason === undefined ? 'not resolved' : 'cannot tell');
}

/** Takes the definitions and winners that a workspace has now, in the profile and mode of its project file. */
export function registryState(workspace: Workspace): RegistryState {
  const { answers, lookup } = workspace;
  const workspaces = workspace.workspaceIds;
  const entries = answers.flatMap(each => each.list(undefined, lookup)).map(entryOf);
  const winners = [...groupBy(entries, ({ kind, name }) => `${kind}\0${name}`).values()].flatMap(group =>
    winnersOf(workspace, group, workspaces),
  );
  const open = answers.flatMap(each =>
    (each.openParts?.(undefined, lookup) ?? []).map(part => openTableOf(each.kind, part)),
  );
  return {
    workspaces,
    entries: entries.sort(compareEntries),
    winners: winners.sort(compareWinners),
    open: open.sort(compareEntries),
  };
}

/** The state of a workspace with the schemas of what can be called, for states that are compared or kept. */
export function stateWithSchemas(workspace: Workspace): RegistryState {
  return { ...registryState(workspace), schemas: schemasOf(workspace) };
}

/**
 * The winner of a name in the workspace `id`, or outside of all workspaces if `id` is null. Returns undefined if
 * definitions of this kind do not compete.
 */
export function winnerOf(
  workspace: Workspace,
  { kind, name }: { readonly kind: string; readonly name: string },
  id: string | null,
): Win | undefined {
  const answers = workspace.answers.find(each => each.kind === kind);
  if (answers?.outcome === undefined) return undefined;
  const context = contextOf(workspace, undefined, { requested: id === null ? {} : { workspace: id } });
  return winOf(answers.outcome(name, context, workspace.lookup));
}

/**
 * The winners of the name that a group of definitions has. Only workspaces that can have another winner are asked:
 * those that define the name; if two of them do, all workspaces, since metadata of any workspace may then decide.
 */
function winnersOf(workspace: Workspace, group: readonly StateEntry[], all: readonly string[]): StateWinner[] {
  const { kind, name } = defined(group[0], 'the first entry of a name');
  const outside = winnerOf(workspace, { kind, name }, null);
  if (outside === undefined) return [];
  const owners = new Set(group.flatMap(({ workspace: id }) => id ?? []));
  const asked = owners.size > 1 ? all : [...owners];
  const inside = asked.flatMap(id => {
    const own = winnerOf(workspace, { kind, name }, id);
    return own === undefined || sameWin(own, outside) ? [] : [{ kind, name, workspace: id, ...own }];
  });
  return [{ kind, name, workspace: null, ...outside }, ...inside];
}

function entryOf(item: ReturnType<Workspace['answers'][number]['list']>[number]): StateEntry {
  const { kind, name, scope, workspace, place, loaded, reason, fields } = item;
  return {
    kind,
    name,
    scope,
    workspace: workspace ?? null,
    path: place.fact.file.path,
    loaded,
    ...(reason === undefined ? {} : { reason }),
    fields,
  };
}

function openTableOf(kind: string, { name, scope, workspace, reason, place }: OpenPart): StateOpenTable {
  return { kind, name, scope, workspace: workspace ?? null, path: place.fact.file.path, reason };
}

type Identity = Pick<StateEntry, 'kind' | 'name' | 'workspace' | 'scope' | 'path'>;

function compareEntries(a: Identity, b: Identity): number {
  return (
    compareStrings(a.kind, b.kind) ||
    compareStrings(a.name, b.name) ||
    compareStrings(a.workspace ?? '', b.workspace ?? '') ||
    compareStrings(a.scope, b.scope) ||
    compareStrings(a.path, b.path)
  );
}

function compareWinners(a: StateWinner, b: StateWinner): number {
  return (
    compareStrings(a.kind, b.kind) ||
    compareStrings(a.name, b.name) ||
    compareStrings(a.workspace ?? '', b.workspace ?? '')
  );
}

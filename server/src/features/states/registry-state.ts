import { compareStrings, groupBy } from '../../base/collections';
import type { Workspace } from '../../workspace';
import { contextOf } from '../context';

/**
 * What a repository's registries say, and who wins: plain data without lines, so that two states can be compared and kept.
 * Sorted, and the same for the same files.
 */
export interface RegistryState {
  readonly workspaces: readonly string[];
  readonly entries: readonly StateEntry[];
  /** Of each name, the winner outside of all workspaces, then in those where it is another. */
  readonly winners: readonly StateWinner[];
}

/** One definition, loaded or not. */
export interface StateEntry {
  /** `step`, `module` or `artifact`. */
  readonly kind: string;
  readonly name: string;
  readonly scope: string;
  readonly workspace: string | null;
  readonly path: string;
  readonly loaded: boolean;
  readonly reason?: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface StateWinner {
  readonly kind: string;
  readonly name: string;
  /** In whose eyes; null outside of all workspaces. */
  readonly workspace: string | null;
  /** In words; null where nothing is resolved. */
  readonly winner: string | null;
}

export function registryState(workspace: Workspace): RegistryState {
  const { answers, lookup } = workspace;
  const workspaces = workspace.workspaceIds;
  const entries = answers.flatMap(each => each.list(undefined, lookup)).map(entryOf);
  const winners = [...groupBy(entries, ({ kind, name }) => `${kind}\0${name}`).values()].flatMap(group =>
    winnersOf(workspace, group, workspaces),
  );
  return { workspaces, entries: entries.sort(byEntry), winners: winners.sort(byWinner) };
}

/** Who wins a name in the eyes of a workspace; nothing for a kind of thing that has no winners. */
export function winnerOf(
  workspace: Workspace,
  { kind, name }: { readonly kind: string; readonly name: string },
  id: string | null,
): string | null | undefined {
  const answers = workspace.answers.find(each => each.kind === kind);
  if (answers?.outcome === undefined) return undefined;
  const context = contextOf(workspace, undefined, { asked: id === null ? {} : { workspace: id } });
  return answers.outcome(name, context, workspace.lookup).winner ?? null;
}

/**
 * Asks where the answer can be another one: in the workspaces that define the name, and in all of them where two do, since
 * their metadata may then decide.
 */
function winnersOf(workspace: Workspace, group: readonly StateEntry[], all: readonly string[]): StateWinner[] {
  const { kind, name } = group[0]!;
  const outside = winnerOf(workspace, group[0]!, null);
  if (outside === undefined) return [];
  const owners = new Set(group.flatMap(({ workspace: id }) => id ?? []));
  const asked = owners.size > 1 ? all : [...owners];
  const inside = asked.flatMap(id => {
    const winner = winnerOf(workspace, group[0]!, id) ?? null;
    return winner === outside ? [] : [{ kind, name, workspace: id, winner }];
  });
  return [{ kind, name, workspace: null, winner: outside }, ...inside];
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

function byEntry(a: StateEntry, b: StateEntry): number {
  return (
    compareStrings(a.kind, b.kind) ||
    compareStrings(a.name, b.name) ||
    compareStrings(a.workspace ?? '', b.workspace ?? '') ||
    compareStrings(a.scope, b.scope) ||
    compareStrings(a.path, b.path)
  );
}

function byWinner(a: StateWinner, b: StateWinner): number {
  return (
    compareStrings(a.kind, b.kind) ||
    compareStrings(a.name, b.name) ||
    compareStrings(a.workspace ?? '', b.workspace ?? '')
  );
}

import { compareStrings, groupBy } from '../../base/collections';
import type { RegistryState, StateEntry, StateWinner } from './registry-state';

/** The differences between two states. Each list is sorted by kind, name and workspace. */
export interface StateDiff {
  readonly added: readonly StateEntry[];
  readonly removed: readonly StateEntry[];
  readonly changed: readonly ChangedField[];
  readonly winners: readonly ChangedWinner[];
}

/** A field with different values of a definition that both states have; absent values are null. */
export interface ChangedField {
  readonly kind: string;
  readonly name: string;
  readonly scope: string;
  readonly workspace: string | null;
  readonly path: string;
  /** The name of a field, or `path`, `loaded`, `reason`. */
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** A name that has another winner. Names that only one state has are not among these. */
export interface ChangedWinner {
  readonly kind: string;
  readonly name: string;
  readonly workspace: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * What has to change in state `a` for it to be state `b`. A definition that only moved to another file has a changed
 * `path`; one in another scope or workspace is removed and added.
 */
export function diffStates(a: RegistryState, b: RegistryState): StateDiff {
  const [before, after] = [byIdentity(a.entries), byIdentity(b.entries)];
  const added = [...after].filter(([key]) => !before.has(key)).map(([, entry]) => entry);
  const removed = [...before].filter(([key]) => !after.has(key)).map(([, entry]) => entry);
  const changed = [...after].flatMap(([key, entry]) => {
    const old = before.get(key);
    return old === undefined ? [] : changedFields(old, entry);
  });
  return { added, removed, changed, winners: changedWinners(a.winners, b.winners) };
}

/** Whether two states say the same. */
export function isEmptyDiff({ added, removed, changed, winners }: StateDiff): boolean {
  return added.length + removed.length + changed.length + winners.length === 0;
}

/** Entries by their identity across states: kind, name, workspace and scope; entries that share these are numbered. */
function byIdentity(entries: readonly StateEntry[]): Map<string, StateEntry> {
  const found = new Map<string, StateEntry>();
  for (const entry of entries) {
    const base = JSON.stringify([entry.kind, entry.name, entry.workspace, entry.scope]);
    let key = base;
    for (let i = 1; found.has(key); i++) key = `${base} ${i}`;
    found.set(key, entry);
  }
  return found;
}

function changedFields(before: StateEntry, after: StateEntry): ChangedField[] {
  const { kind, name, scope, workspace, path } = after;
  const [old, now] = [flatFields(before), flatFields(after)];
  const fields = [...new Set([...old.keys(), ...now.keys()])];
  return fields
    .filter(field => JSON.stringify(old.get(field)) !== JSON.stringify(now.get(field)))
    .map(field => {
      const [from, to] = [old.get(field) ?? null, now.get(field) ?? null];
      return { kind, name, scope, workspace, path, field, before: from, after: to };
    });
}

function flatFields({ path, loaded, reason, fields }: StateEntry): Map<string, unknown> {
  return new Map<string, unknown>([...Object.entries(fields), ['path', path], ['loaded', loaded], ['reason', reason]]);
}

function changedWinners(a: readonly StateWinner[], b: readonly StateWinner[]): ChangedWinner[] {
  const keyOf = ({ kind, name }: StateWinner): string => `${kind}\0${name}`;
  const [before, after] = [groupBy(a, keyOf), groupBy(b, keyOf)];
  const found: ChangedWinner[] = [];
  for (const [key, now] of after) {
    const then = before.get(key);
    if (then === undefined) continue;
    const [was, is] = [winnersByWorkspace(then), winnersByWorkspace(now)];
    const { kind, name } = now[0];
    for (const workspace of [...new Set([...is.keys(), ...was.keys()])].sort(compareIds)) {
      const change = { before: winnerIn(was, workspace), after: winnerIn(is, workspace) };
      if (change.before !== change.after) found.push({ kind, name, workspace, ...change });
    }
  }
  return found;
}

function winnersByWorkspace(winners: readonly StateWinner[]): Map<string | null, string | null> {
  return new Map(winners.map(({ workspace, winner }) => [workspace, winner]));
}

/** The winner in a workspace. One that is not listed has the winner of outside. */
function winnerIn(winners: ReadonlyMap<string | null, string | null>, workspace: string | null): string | null {
  return winners.get(winners.has(workspace) ? workspace : null) ?? null;
}

function compareIds(a: string | null, b: string | null): number {
  return compareStrings(a ?? '', b ?? '');
}

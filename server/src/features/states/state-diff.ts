import { compareStrings, groupBy } from '../../base/collections';
import { sameWin, type RegistryState, type StateEntry, type StateWinner, type Win } from './registry-state';

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
  /** Why `before` cannot be told, where it cannot; it begins with `cannot tell: `. */
  readonly before_reason?: string;
  /** The same of `after`. */
  readonly after_reason?: string;
}

export function winBefore({ before, before_reason: reason }: ChangedWinner): Win {
  return { winner: before, ...(reason === undefined ? {} : { reason }) };
}

export function winAfter({ after, after_reason: reason }: ChangedWinner): Win {
  return { winner: after, ...(reason === undefined ? {} : { reason }) };
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

function changedWinners(then: readonly StateWinner[], now: readonly StateWinner[]): ChangedWinner[] {
  const keyOf = ({ kind, name }: StateWinner): string => `${kind}\0${name}`;
  const [before, after] = [groupBy(then, keyOf), groupBy(now, keyOf)];
  const found: ChangedWinner[] = [];
  for (const [key, later] of after) {
    const earlier = before.get(key);
    if (earlier === undefined) continue;
    const [was, is] = [winnersByWorkspace(earlier), winnersByWorkspace(later)];
    const { kind, name } = later[0];
    for (const workspace of [...new Set([...is.keys(), ...was.keys()])].sort(compareIds)) {
      const [a, b] = [winnerIn(was, workspace), winnerIn(is, workspace)];
      if (sameWin(a, b)) continue;
      const reasons = {
        ...(a.reason === undefined ? {} : { before_reason: a.reason }),
        ...(b.reason === undefined ? {} : { after_reason: b.reason }),
      };
      found.push({ kind, name, workspace, before: a.winner, after: b.winner, ...reasons });
    }
  }
  return found;
}

function winnersByWorkspace(winners: readonly StateWinner[]): Map<string | null, Win> {
  return new Map(winners.map(each => [each.workspace, each]));
}

/** The winner in a workspace. One that is not listed has the winner of outside. */
function winnerIn(winners: ReadonlyMap<string | null, Win>, workspace: string | null): Win {
  return winners.get(workspace) ?? winners.get(null) ?? { winner: null };
}

function compareIds(a: string | null, b: string | null): number {
  return compareStrings(a ?? '', b ?? '');
}

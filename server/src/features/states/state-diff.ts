import { compareStrings, groupBy } from '../../base/collections';
import {
  sameWin,
  type RegistryState,
  type StateEntry,
  type StateOpenTable,
  type StateWinner,
  type Win,
} from './registry-state';
import { brokenFields, type BrokenField } from './schema-breaks';

/** The differences between two states. Each list is sorted by kind, name and workspace. */
export interface StateDiff {
  readonly added: readonly StateEntry[];
  readonly removed: readonly StateEntry[];
  readonly changed: readonly ChangedField[];
  readonly winners: readonly ChangedWinner[];
  /** What one state has, and what may be in a table of the other one that code fills: nobody can say that it was added or removed. */
  readonly undecided: readonly UndecidedEntry[];
  /** The tables that code fills in either state. */
  readonly open: readonly OpenInStates[];
  /** Fields of schemas by whose change consumers can break. */
  readonly broken: readonly BrokenField[];
}

/** A definition of which one state says that it is there, and of which the other state cannot tell. */
export interface UndecidedEntry {
  readonly kind: string;
  readonly name: string;
  readonly scope: string;
  readonly workspace: string | null;
  readonly path: string;
  /** Null in the state that cannot tell. */
  readonly before: true | null;
  readonly after: true | null;
  /** Begins with `cannot tell: `. */
  readonly reason: string;
}

/** A table, and in which of two states code fills it. */
export interface OpenInStates extends StateOpenTable {
  readonly before: boolean;
  readonly after: boolean;
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
  /** Why `after` cannot be told, where it cannot; it begins with `cannot tell: `. */
  readonly after_reason?: string;
}

/** The winner of a name in the earlier state, and why. */
export function winBefore({ before, before_reason: reason }: ChangedWinner): Win {
  return { winner: before, ...(reason === undefined ? {} : { reason }) };
}

/** The winner of a name in the later state, and why. */
export function winAfter({ after, after_reason: reason }: ChangedWinner): Win {
  return { winner: after, ...(reason === undefined ? {} : { reason }) };
}

/**
 * What has to change in state `a` for it to be state `b`. A definition that only moved to another file has a changed
 * `path`; one in another scope or workspace is removed and added.
 */
export function diffStates(a: RegistryState, b: RegistryState): StateDiff {
  const [before, after] = [byIdentity(a.entries), byIdentity(b.entries)];
  // What a state does not say of its tables is taken to be what the other one says: nothing can be told of a difference.
  const [openBefore, openAfter] = [a.open ?? b.open ?? [], b.open ?? a.open ?? []];
  const added = partedBy(entriesOnlyIn(after, before), openBefore);
  const removed = partedBy(entriesOnlyIn(before, after), openAfter);
  const changed = [...after].flatMap(([key, entry]) => {
    const old = before.get(key);
    return old === undefined ? [] : changedFields(old, entry);
  });
  return {
    added: added.certain,
    removed: removed.certain,
    changed,
    winners: changedWinners(a.winners, b.winners),
    broken: brokenFields(a.schemas, b.schemas),
    undecided: [
      ...added.undecided.map(each => ({ ...each, before: null, after: true as const })),
      ...removed.undecided.map(each => ({ ...each, before: true as const, after: null })),
    ],
    open: openInStates(openBefore, openAfter),
  };
}

function entriesOnlyIn(some: ReadonlyMap<string, StateEntry>, other: ReadonlyMap<string, StateEntry>): StateEntry[] {
  return [...some].filter(([key]) => !other.has(key)).map(([, entry]) => entry);
}

/** Entries that the other state lacks, apart from those that one of its open tables may hold. */
function partedBy(
  entries: readonly StateEntry[],
  open: readonly StateOpenTable[],
): { certain: StateEntry[]; undecided: Omit<UndecidedEntry, 'before' | 'after'>[] } {
  const keyOf = ({ kind, scope, workspace }: Pick<StateEntry, 'kind' | 'scope' | 'workspace'>): string =>
    JSON.stringify([kind, scope, workspace]);
  const reasons = new Map(open.map(table => [keyOf(table), table.reason]));
  const certain: StateEntry[] = [];
  const undecided: Omit<UndecidedEntry, 'before' | 'after'>[] = [];
  for (const entry of entries) {
    const reason = reasons.get(keyOf(entry));
    const { kind, name, scope, workspace, path } = entry;
    if (reason === undefined) certain.push(entry);
    else undecided.push({ kind, name, scope, workspace, path, reason });
  }
  return { certain, undecided };
}

function openInStates(before: readonly StateOpenTable[], after: readonly StateOpenTable[]): OpenInStates[] {
  const isIn = (some: readonly StateOpenTable[], { kind, name, workspace }: StateOpenTable): boolean =>
    some.some(each => each.kind === kind && each.name === name && each.workspace === workspace);
  return [
    ...after.map(table => ({ ...table, before: isIn(before, table), after: true })),
    ...before.filter(table => !isIn(after, table)).map(table => ({ ...table, before: true, after: false })),
  ];
}

/** Whether two states say the same, as far as they can be told. */
export function isEmptyDiff(diff: StateDiff): boolean {
  const { added, removed, changed, winners, undecided, broken } = diff;
  return [added, removed, changed, winners, undecided, broken, openedIn(diff)].every(each => each.length === 0);
}

/** The tables that code fills in one of the states alone. */
export function openedIn({ open }: StateDiff): readonly OpenInStates[] {
  return open.filter(({ before, after }) => before !== after);
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

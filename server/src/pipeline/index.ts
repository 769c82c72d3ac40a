import type { Fact } from '../model/fact';
import { kindOf, type Subject } from './subject';

/**
 * Everything known, by key: who defines and who names it, and which subjects looked it up, so that a change of the key
 * finds them again. It is updated in place and by key: the cost of a change follows the change.
 *
 * Keys without a name, such as `core:`, stand for the whole repository: nearly every subject looks them up and they
 * hardly ever change, so of those it is only noted which kinds of subjects do.
 */
export class KeyedIndex {
  private readonly cells = new Map<string, Cell>();
  /** What each subject looked up. */
  private readonly lookedUp = new Map<Subject, Cell[]>();
  private readonly kindsReading = new Map<string, Set<string>>();

  /** The keys that some fact defines or names. */
  *keys(): Iterable<string> {
    for (const [key, cell] of this.cells) if (hasFacts(cell)) yield key;
  }

  providers(key: string): readonly Fact[] {
    return ordered(this.cells.get(key), 'providers');
  }

  readers(key: string): readonly Fact[] {
    return ordered(this.cells.get(key), 'readers');
  }

  /** As `providers` and `readers`, with a note that `subject` looked the key up. */
  lookUp(key: string, role: Role, subject: Subject): readonly Fact[] {
    return ordered(this.note(key, subject), role);
  }

  /** How many facts define and how many name a key. */
  counts(key: string): Counts {
    const cell = this.cells.get(key);
    return { providers: cell?.providers.length ?? 0, readers: cell?.readers.length ?? 0 };
  }

  add(key: string, role: Role, fact: Fact): void {
    const cell = this.cell(key);
    const facts = cell[role];
    if (facts === NONE) cell[role] = [fact];
    else if (cell.wasAsked && !cell.unsorted) facts.splice(placeFor(fact, facts), 0, fact);
    else {
      facts.push(fact);
      cell.unsorted = true;
    }
  }

  remove(key: string, role: Role, fact: Fact): void {
    const cell = this.cells.get(key);
    const at = cell?.[role].indexOf(fact) ?? -1;
    if (cell === undefined || at < 0) return;
    if (cell[role].length === 1) cell[role] = NONE;
    else cell[role].splice(at, 1);
    this.dropIfEmpty(cell);
  }

  /** To be called for the keys of facts that changed places within their file. */
  reorder(key: string): void {
    const cell = this.cells.get(key);
    if (cell !== undefined) cell.unsorted = cell.providers.length > 1 || cell.readers.length > 1;
  }

  /** Notes that `subject` looked `key` up, which may hold nothing. A key that is the subject itself needs no note. */
  note(key: string, subject: Subject): Cell | undefined {
    if (key === subject) return this.cells.get(key);
    if (key.endsWith(':')) {
      const kinds = this.kindsReading.get(key);
      if (kinds === undefined) this.kindsReading.set(key, new Set([kindOf(subject)]));
      else kinds.add(kindOf(subject));
      return this.cells.get(key);
    }
    const cell = this.cell(key);
    if (!addDependant(cell, subject)) return cell;
    const cells = this.lookedUp.get(subject);
    if (cells === undefined) this.lookedUp.set(subject, [cell]);
    else cells.push(cell);
    return cell;
  }

  /** Forgets what a subject looked up, before it is checked again. */
  forget(subject: Subject): void {
    const cells = this.lookedUp.get(subject);
    if (cells === undefined) return;
    for (const cell of cells) {
      if (cell.dependants instanceof Set) cell.dependants.delete(subject);
      else cell.dependants = undefined;
      this.dropIfEmpty(cell);
    }
    this.lookedUp.delete(subject);
  }

  /** The subjects that looked `key` up. */
  dependants(key: string): Iterable<Subject> {
    const dependants = this.cells.get(key)?.dependants;
    if (dependants === undefined) return [];
    return dependants instanceof Set ? dependants : [dependants];
  }

  /** The kinds of subjects that looked up a key without a name. */
  dependantKinds(key: string): ReadonlySet<string> | undefined {
    return this.kindsReading.get(key);
  }

  private cell(key: string): Cell {
    let cell = this.cells.get(key);
    if (cell === undefined) {
      cell = { key, providers: NONE, readers: NONE, unsorted: false, wasAsked: false, dependants: undefined };
      this.cells.set(key, cell);
    }
    return cell;
  }

  private dropIfEmpty(cell: Cell): void {
    const { dependants } = cell;
    const isWanted = dependants instanceof Set ? dependants.size > 0 : dependants !== undefined;
    if (!isWanted && !hasFacts(cell)) this.cells.delete(cell.key);
  }
}

export type Role = 'providers' | 'readers';
export type Counts = Readonly<Record<Role, number>>;

interface Cell {
  readonly key: string;
  providers: Fact[];
  readers: Fact[];
  unsorted: boolean;
  /** Then single facts are put where they belong; before, while everything is being read, sorting once is faster. */
  wasAsked: boolean;
  /** One is kept as it is: most keys have no more, and a set for each would take most of the memory. */
  dependants: Subject | Set<Subject> | undefined;
}

/** Shared by all cells that have nothing in a role; never written to. */
const NONE: Fact[] = [];

function hasFacts(cell: Cell): boolean {
  return cell.providers !== NONE || cell.readers !== NONE;
}

/** Whether that is news. */
function addDependant(cell: Cell, subject: Subject): boolean {
  const { dependants } = cell;
  if (dependants === subject) return false;
  if (dependants instanceof Set) {
    const before = dependants.size;
    return dependants.add(subject).size > before;
  }
  cell.dependants = dependants === undefined ? subject : new Set([dependants, subject]);
  return true;
}

function ordered(cell: Cell | undefined, role: Role): readonly Fact[] {
  if (cell === undefined) return NONE;
  cell.wasAsked = true;
  if (cell.unsorted) {
    cell.providers.sort(byPathThenPlace);
    cell.readers.sort(byPathThenPlace);
    cell.unsorted = false;
  }
  return cell[role];
}

/** The index in facts that are in order, found by halving. */
function placeFor(fact: Fact, facts: readonly Fact[]): number {
  let [low, high] = [0, facts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (byPathThenPlace(facts[middle]!, fact) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function byPathThenPlace(a: Fact, b: Fact): number {
  if (a.file !== b.file) return a.file.path < b.file.path ? -1 : 1;
  return a.file.facts.indexOf(a) - a.file.facts.indexOf(b);
}

import { defined } from '../base/defined';
import { compareStrings, firstNotBefore } from '../base/collections';
import type { Fact, SourceFile } from '../model/fact';
import type { BareKey, Key } from '../model/lookup';
import { contentsOf } from './files';
import { placesInFile } from './places-in-file';
import { kindOf, type Subject } from './subject';

/**
 * Everything known, by key: who defines and who names it, and which subjects looked it up, so that a change of the key
 * finds them again. It is updated in place and by key: the cost of a change follows the change.
 *
 * Keys without a name, such as `core:`, stand for the whole repository: nearly every subject looks them up and they
 * hardly ever change, so of those it is only noted which kinds of subjects do.
 */
export class KeyedIndex {
  private readonly cells = new Map<Key, Cell>();
  /** What each subject looked up; a single key is kept as it is. */
  private readonly lookupsBySubject = new Map<Subject, Cell | readonly Cell[]>();
  private readonly dependantKindsByKey = new Map<string, Set<string>>();
  /** The subject being checked, and the cells it has looked up so far; those of checks around it stand before them. */
  private subject: Subject = NOTHING;
  private readonly recorded: Cell[] = [];

  /** The keys that some fact defines or names. */
  *keys(): Iterable<Key> {
    for (const [key, cell] of this.cells) if (hasFacts(cell)) yield key;
  }

  providers(key: Key): readonly Fact[] {
    return factsOf(this.cells.get(key)?.providers);
  }

  readers(key: Key): readonly Fact[] {
    return factsOf(this.cells.get(key)?.readers);
  }

  /** Gives the providers or readers of a key, and notes that the subject being checked looked the key up: a change there has it checked again. */
  lookUp(key: Key, role: Role): readonly Fact[] {
    return factsOf(this.recordLookup(key)?.[role]);
  }

  /** How many facts define and how many name a key. */
  counts(key: Key): Counts {
    const cell = this.cells.get(key);
    return { providers: countOf(cell?.providers), readers: countOf(cell?.readers) };
  }

  /** Whether a fact of a file defines or names a key. */
  hasFactOfFile(key: Key, file: SourceFile): boolean {
    const isOfFile = (fact: Fact): boolean => fact.file === file;
    return this.providers(key).some(isOfFile) || this.readers(key).some(isOfFile);
  }

  /** Puts a fact under a key. Returns the subjects that looked the key up: they have to be checked again. */
  add(key: Key, role: Role, fact: Fact): Iterable<Subject> {
    const cell = this.cell(key);
    const there = cell[role];
    if (there === undefined) cell[role] = isNameless(key) ? new FactList(fact) : fact;
    else if (there instanceof FactList) there.add(fact);
    else if (there !== fact) cell[role] = new FactList(there, fact);
    return dependantsOf(cell);
  }

  remove(key: Key, role: Role, fact: Fact): void {
    const cell = this.cells.get(key);
    if (cell === undefined) return;
    const there = cell[role];
    if (there instanceof FactList) there.remove(fact);
    if (there === fact || (there instanceof FactList && there.count === 0)) cell[role] = undefined;
    this.dropIfEmpty(cell);
  }

  /** Forgets the order of the facts under a key. The caller does so when facts change places within their file. */
  reorder(key: Key): void {
    const cell = this.cells.get(key);
    if (cell?.providers instanceof FactList) cell.providers.reorder();
    if (cell?.readers instanceof FactList) cell.readers.reorder();
  }

  /**
   * Runs the check of a subject; what it looks up takes the place of what the subject looked up before. A check within a check
   * notes for itself.
   */
  recordLookups<T>(subject: Subject, check: () => T): T {
    this.forget(subject);
    return this.recordMoreLookups(subject, check);
  }

  /** Runs a further part of a check: what it looks up is added to what the subject looked up before. */
  recordMoreLookups<T>(subject: Subject, check: () => T): T {
    const { recorded: noted, subject: outer } = this;
    const start = noted.length;
    this.subject = subject;
    try {
      return check();
    } finally {
      if (noted.length > start) this.noteLookups(subject, noted, start);
      noted.length = start;
      this.subject = outer;
    }
  }

  /** Adds what was recorded from `start` on to what the subject looked up before. Most checks look one key up, which is kept as it is. */
  private noteLookups(subject: Subject, recorded: readonly Cell[], start: number): void {
    const before = this.lookupsBySubject.get(subject);
    const more =
      recorded.length === start + 1 ? defined(recorded[start], 'the only recorded cell') : recorded.slice(start);
    this.lookupsBySubject.set(subject, before === undefined ? more : [before, more].flat());
  }

  /** Notes that the subject being checked looked `key` up, which may hold nothing. Its own key needs no note. */
  recordLookup(key: Key): Cell | undefined {
    const { subject } = this;
    if (key === subject) return this.cells.get(key);
    if (isNameless(key)) {
      const kinds = this.dependantKindsByKey.get(key);
      if (kinds === undefined) this.dependantKindsByKey.set(key, new Set([kindOf(subject)]));
      else kinds.add(kindOf(subject));
      return this.cells.get(key);
    }
    const cell = this.cell(key);
    if (addDependant(cell, subject)) this.recorded.push(cell);
    return cell;
  }

  /** Forgets what a subject looked up. */
  forget(subject: Subject): void {
    const cells = this.lookupsBySubject.get(subject);
    if (cells === undefined) return;
    for (const cell of Array.isArray(cells) ? (cells as readonly Cell[]) : [cells as Cell]) {
      if (isSet(cell.dependants)) cell.dependants.delete(subject);
      else cell.dependants = undefined;
      this.dropIfEmpty(cell);
    }
    this.lookupsBySubject.delete(subject);
  }

  /** The subjects that looked `key` up. */
  dependants(key: Key): Iterable<Subject> {
    return dependantsOf(this.cells.get(key));
  }

  /** The kinds of subjects that looked up a key without a name. */
  dependantKinds(key: Key): ReadonlySet<string> | undefined {
    return this.dependantKindsByKey.get(key);
  }

  private cell(key: Key): Cell {
    let cell = this.cells.get(key);
    if (cell === undefined) {
      cell = { key, providers: undefined, readers: undefined, dependants: undefined };
      this.cells.set(key, cell);
    }
    return cell;
  }

  private dropIfEmpty(cell: Cell): void {
    const { dependants } = cell;
    const isWanted = isSet(dependants) ? dependants.size > 0 : dependants !== undefined;
    if (!isWanted && !hasFacts(cell)) this.cells.delete(cell.key);
  }
}

/** The subject while nothing is being checked. */
const NOTHING = '' as BareKey;

/** What a fact can be to a key. */
export type Role = 'providers' | 'readers';
/** How many facts a key has in each role. */
export type Counts = Readonly<Record<Role, number>>;

/**
 * One of anything is kept as it is: most keys have no more, and lists and sets would take most of the memory. But not of what stands
 * for the whole repository: nearly every check asks for that, and remembers what follows from the list.
 */
interface Cell {
  readonly key: Key;
  providers: Fact | FactList | undefined;
  readers: Fact | FactList | undefined;
  dependants: Subject | Set<Subject> | undefined;
}

/**
 * Several facts under one key, each once, by path and place once somebody asks for them. There may be a hundred thousand: what comes and
 * goes is only noted until then. A list that was given out never changes.
 */
class FactList {
  /** By path. What was given out last, but for what has come and gone since. */
  private facts: readonly Fact[];
  private added: Set<Fact> | undefined;
  private removed: Set<Fact> | undefined;
  /** Whether facts of one file may stand in another order than their text has by now. */
  private isOrderStale = true;

  constructor(...facts: Fact[]) {
    this.facts = facts.sort((a, b) => compareStrings(a.file.path, b.file.path));
  }

  get count(): number {
    return this.facts.length - (this.removed?.size ?? 0) + (this.added?.size ?? 0);
  }

  ordered(): readonly Fact[] {
    const { facts, added, removed, isOrderStale } = this;
    if (added === undefined && removed === undefined && !isOrderStale) return facts;
    const kept = removed === undefined ? facts : facts.filter(fact => !removed.has(fact));
    this.facts = merged(kept, [...(added ?? [])], isOrderStale);
    this.added = this.removed = undefined;
    this.isOrderStale = false;
    return this.facts;
  }

  add(fact: Fact): void {
    if (!this.contains(fact) || this.removed?.has(fact) === true) {
      this.added ??= new Set();
      this.added.add(fact);
    }
  }

  remove(fact: Fact): void {
    if (this.added?.delete(fact) === true) {
      if (this.added.size === 0) this.added = undefined;
    } else if (this.contains(fact)) {
      this.removed ??= new Set();
      this.removed.add(fact);
    }
  }

  reorder(): void {
    this.isOrderStale = true;
  }

  private contains(fact: Fact): boolean {
    const { facts } = this;
    const { file } = fact;
    const first = firstNotBefore(facts, each => each.file.path < file.path);
    for (let i = first; facts[i]?.file === file; i++) if (facts[i] === fact) return true;
    return false;
  }
}

/** Puts some facts among others that are in order, unless they have moved. Few are put where they belong; with many, sorting is faster. */
function merged(kept: readonly Fact[], come: readonly Fact[], isMoved: boolean): readonly Fact[] {
  if (isMoved || come.length > MAX_INSERTIONS) return sorted([...kept, ...come]);
  const all = kept.slice();
  for (const fact of come) {
    const { file } = fact;
    const { facts } = contentsOf(file);
    const place = facts.indexOf(fact);
    const isBefore = (each: Fact): boolean =>
      each.file === file ? facts.indexOf(each) < place : each.file.path < file.path;
    all.splice(firstNotBefore(all, isBefore), 0, fact);
  }
  return all;
}

const MAX_INSERTIONS = 16;

/** Shared by all that have nothing; never written to. */
const NO_FACTS: readonly Fact[] = [];

function factsOf(there: Fact | FactList | undefined): readonly Fact[] {
  if (there === undefined) return NO_FACTS;
  return there instanceof FactList ? there.ordered() : [there];
}

function dependantsOf(cell: Cell | undefined): Iterable<Subject> {
  const dependants = cell?.dependants;
  if (dependants === undefined) return NO_SUBJECTS;
  return isSet(dependants) ? dependants : [dependants];
}

const NO_SUBJECTS: readonly Subject[] = [];

function countOf(there: Fact | FactList | undefined): number {
  if (there === undefined) return 0;
  return there instanceof FactList ? there.count : 1;
}

function isNameless(key: Key): boolean {
  return key.endsWith(':');
}

function hasFacts(cell: Cell): boolean {
  return cell.providers !== undefined || cell.readers !== undefined;
}

function isSet(dependants: Cell['dependants']): dependants is Set<Subject> {
  return dependants instanceof Set;
}

/** Notes that a subject looked up the key of a cell. Returns whether it had not been noted before. */
function addDependant(cell: Cell, subject: Subject): boolean {
  const { dependants } = cell;
  if (dependants === subject) return false;
  if (isSet(dependants)) {
    const before = dependants.size;
    return dependants.add(subject).size > before;
  }
  cell.dependants = dependants === undefined ? subject : new Set([dependants, subject]);
  return true;
}

/** By path, then place; of a file that has many of the facts, places are looked up at once. Most have one. */
function sorted(facts: Fact[]): readonly Fact[] {
  facts.sort((a, b) => compareStrings(a.file.path, b.file.path));
  let from = 0;
  for (let first = facts[from]; first !== undefined; first = facts[from]) {
    const { file } = first;
    let to = from + 1;
    while (facts[to]?.file === file) to++;
    if (to - from > 1)
      sortedByPlaceInFile(facts.slice(from, to), contentsOf(file).facts).forEach((fact, i) => (facts[from + i] = fact));
    from = to;
  }
  return facts;
}

/** In the order that they have among all of their file; one that the file has no longer comes last. */
function sortedByPlaceInFile(facts: Fact[], all: readonly Fact[]): readonly Fact[] {
  const places = placesInFile(all);
  const placeOf = (fact: Fact): number => places.get(fact) ?? Infinity;
  return facts.sort((a, b) => placeOf(a) - placeOf(b) || 0);
}

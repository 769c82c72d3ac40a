import type { Fact } from '../model/fact';

/** Everything known, by key. It is updated in place and by key: the cost of a change follows the change. */
export class KeyedIndex {
  private readonly cells = new Map<string, Cell>();

  keys(): Iterable<string> {
    return this.cells.keys();
  }

  providers(key: string): readonly Fact[] {
    return ordered(this.cells.get(key)?.providers);
  }

  readers(key: string): readonly Fact[] {
    return ordered(this.cells.get(key)?.readers);
  }

  /** How many facts define and how many name a key. */
  counts(key: string): Counts {
    const cell = this.cells.get(key);
    return { providers: cell?.providers.facts.length ?? 0, readers: cell?.readers.facts.length ?? 0 };
  }

  add(key: string, role: Role, fact: Fact): void {
    let cell = this.cells.get(key);
    if (cell === undefined) this.cells.set(key, (cell = { providers: NONE, readers: NONE }));
    if (cell[role] === NONE) cell[role] = { facts: [fact], sorted: true };
    else {
      cell[role].facts.push(fact);
      cell[role].sorted = false;
    }
  }

  remove(key: string, role: Role, fact: Fact): void {
    const cell = this.cells.get(key);
    if (cell === undefined) return;
    const at = cell[role].facts.indexOf(fact);
    if (at < 0) return;
    cell[role].facts.splice(at, 1);
    if (cell.providers.facts.length === 0 && cell.readers.facts.length === 0) this.cells.delete(key);
  }

  /** To be called for the keys of facts that changed places within their file. */
  reorder(key: string): void {
    const cell = this.cells.get(key);
    if (cell === undefined) return;
    for (const list of [cell.providers, cell.readers]) list.sorted = list.facts.length < 2;
  }
}

export type Role = 'providers' | 'readers';
export type Counts = Readonly<Record<Role, number>>;

interface FactList {
  facts: Fact[];
  sorted: boolean;
}

interface Cell {
  providers: FactList;
  readers: FactList;
}

/** Shared by all cells that have nothing in a role; never written to. */
const NONE: FactList = { facts: [], sorted: true };

function ordered(list: FactList | undefined): readonly Fact[] {
  if (list === undefined) return NONE.facts;
  if (!list.sorted) {
    list.facts.sort(byPathThenPlace);
    list.sorted = true;
  }
  return list.facts;
}

function byPathThenPlace(a: Fact, b: Fact): number {
  if (a.file !== b.file) return a.file.path < b.file.path ? -1 : 1;
  return a.file.facts.indexOf(a) - a.file.facts.indexOf(b);
}

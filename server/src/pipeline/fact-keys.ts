import type { Fact } from '../model/fact';
import type { Key } from '../model/lookup';
import type { KeyWriter, System } from '../systems/system';
import type { Components } from './dependency-components';
import { stateOf, type ConfigurationValues, type FileState } from './files';
import type { KeyedIndex, Role } from './keyed-index';
import type { Schedule } from './schedule';

/** Puts facts under the keys that their systems name, and has everything checked again that depends on these keys. */
export class FactKeys {
  private readonly systems: readonly System[];
  private readonly index: KeyedIndex;
  private readonly components: Components;
  private readonly schedule: Schedule;

  constructor(
    systems: readonly System[],
    { index, components, schedule }: { index: KeyedIndex; components: Components; schedule: Schedule },
  ) {
    this.systems = systems;
    this.index = index;
    this.components = components;
    this.schedule = schedule;
  }

  /** Puts a fact under its keys and invalidates them. */
  add(fact: Fact, systems = this.systems): void {
    const edge = (from: Key, to: Key) => this.components.add(from, to);
    this.forEachKey(fact, (key, role) => this.schedule.invalidate(key, this.index.add(key, role, fact)), systems, edge);
  }

  /** Takes a fact from under its keys; `invalidate` is for when all facts are in their place. */
  remove(fact: Fact, systems = this.systems): void {
    const edge = (from: Key, to: Key) => this.components.remove(from, to);
    this.forEachKey(fact, (key, role) => this.index.remove(key, role, fact), systems, edge);
  }

  /** Invalidates the keys of a fact. */
  invalidate(fact: Fact, systems = this.systems): void {
    this.forEachKey(fact, key => this.schedule.invalidate(key), systems);
  }

  /** Has facts checked again that say the same but are judged otherwise: they stand elsewhere, or their file has another header. */
  checkAgain(facts: readonly Fact[]): void {
    for (const fact of facts) {
      this.schedule.enqueue(fact);
      this.forEachKey(fact, key => {
        this.index.reorder(key);
        this.schedule.invalidate(key);
      });
    }
  }

  /** Puts those facts of a file under other keys that are indexed by the configuration of a system. */
  reindex(state: FileState, system: System, configured: ConfigurationValues): void {
    const only = [system];
    const facts = state.facts.filter(({ kind }) => system.configuredKinds?.has(kind) === true);
    for (const fact of facts) this.remove(fact, only);
    for (const fact of facts) this.invalidate(fact, only);
    state.indexedBy = configured;
    for (const fact of facts) this.add(fact, only);
  }

  /** Calls `use` with each key that systems name for a fact. */
  forEachKey(
    fact: Fact,
    use: (key: Key, role: Role) => void,
    systems = this.systems,
    edge: KeyWriter['edge'] = () => undefined,
  ): void {
    const writer: KeyWriter = { provides: key => use(key, 'providers'), reads: key => use(key, 'readers'), edge };
    const { indexedBy } = stateOf(fact);
    for (const system of systems) system.keys(fact, writer, indexedBy.get(system.name));
  }
}

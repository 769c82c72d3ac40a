import { forEachYielding, type Task } from '../base/cooperative-task';
import { sameData } from '../base/structural-equality';
import type { Fact } from '../model/fact';
import { configurationKey, type Lookup } from '../model/lookup';
import type { System } from '../systems/system';
import type { FactKeys } from './fact-keys';
import type { ConfigurationValues, Files } from './files';
import type { Schedule } from './schedule';

/** What each system has made of the repository's configuration, and which of that may be out of date. */
export class Configurations {
  private readonly values = new Map<string, unknown>();
  private readonly configurable: readonly System[];
  private readonly stale: Set<System>;
  /** What the facts of a file that comes next are indexed by. */
  private latest: ConfigurationValues = new Map();

  constructor(systems: readonly System[]) {
    this.configurable = systems.filter(system => system.configuration !== undefined);
    this.stale = new Set(this.configurable);
  }

  /** What the facts of a file that comes next are indexed by. */
  get current(): ConfigurationValues {
    return this.latest;
  }

  get isStale(): boolean {
    return this.stale.size > 0;
  }

  get(system: string): unknown {
    return this.values.get(system);
  }

  /** Has those systems look at their configuration again that are configured by any of these facts. */
  markStale(facts: readonly Fact[]): void {
    for (const system of this.configurable)
      if (facts.some(({ kind }) => system.configurationKinds?.has(kind) === true)) this.stale.add(system);
  }

  markAllStale(): void {
    for (const system of this.configurable) this.stale.add(system);
  }

  /**
   * Has stale systems read their configuration; where it differs, indexes file after file by it. Returns the systems whose configuration
   * differs. A file that changes wherever this yields is in its place before or after.
   */
  *refresh(lookup: Lookup, index: { files: Files; facts: FactKeys; schedule: Schedule }): Task<readonly System[]> {
    const stale = [...this.stale];
    this.stale.clear();
    const changed: System[] = [];
    for (const system of stale) if (yield* this.refreshOne(system, lookup, index)) changed.push(system);
    return changed;
  }

  private *refreshOne(
    system: System,
    lookup: Lookup,
    { files, facts, schedule }: { files: Files; facts: FactKeys; schedule: Schedule },
  ): Task<boolean> {
    if (system.configuration === undefined) return false;
    const now = system.configuration(lookup);
    if (sameData(this.values.get(system.name), now)) return false;
    this.values.set(system.name, now);
    const configured = (this.latest = new Map(this.values));
    schedule.invalidate(configurationKey(system.name));
    yield* forEachYielding(files.all(), state => {
      if (state.indexedBy !== configured) facts.reindex(state, system, configured);
    });
    return true;
  }
}

import { compareStrings } from '../../../base/collections';
import { Part, type Place } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import type { Dependency } from '../../system';
import { type ArtifactEntry, type MetadataFact } from '../facts';
import { neededKey } from '../keys';
import { entriesOf, loadingOf } from '../define/loading';
import { sharedAdapterOf, sharedAdapters } from '../components/adapters';
import { bareName, needsOf, type Need } from '../define/needs';
import { fullName } from '../define/identity';
import { resolve } from '../resolve/resolve';

/**
 * The artifacts that the metadata of one names among its dependencies, and those in whose folders its adapter stands; what no registry
 * has is left out.
 */
export function dependencies(name: string, lookup: Lookup): readonly Dependency[] {
  const ends = new Ends(lookup);
  for (const entry of entriesNamed(name, lookup)) {
    const { metadata } = loadingOf(entry, lookup);
    if (metadata === undefined) continue;
    for (const need of needsOf(metadata))
      for (const target of entriesNamed(need.text, lookup).slice(0, 1))
        ends.add(target, { fact: metadata, part: Part.fieldValue(need.index) });
    const adapter = sharedAdapterOf(metadata, lookup);
    if (adapter !== undefined) for (const owner of adapter.owners) ends.add(owner, adapter.target.at);
  }
  return ends.sorted();
}

/** The artifacts whose metadata names one, or an adapter in its folder. */
export function dependants(name: string, lookup: Lookup): readonly Dependency[] {
  const ends = new Ends(lookup);
  const entries = entriesNamed(name, lookup);
  for (const { metadata, need } of needsFor(entries, lookup))
    for (const entry of entriesOf(metadata, lookup))
      ends.add(entry, { fact: metadata, part: Part.fieldValue(need.index) });
  for (const { metadata, target, owners } of sharedAdapters(lookup))
    if (owners.some(owner => entries.includes(owner)))
      for (const entry of entriesOf(metadata, lookup)) ends.add(entry, target.at);
  return ends.sorted();
}

/** The entries that a name means: every version, unless it names one. */
function entriesNamed(text: string, lookup: Lookup): ArtifactEntry[] {
  return resolve(text, lookup).inQuestion.map(({ entry }) => entry);
}

/** Where metadata names one of these entries as something that it needs. */
export function needsFor(
  entries: readonly ArtifactEntry[],
  lookup: Lookup,
): { readonly metadata: MetadataFact; readonly need: Need }[] {
  const names = new Set(entries.map(({ name }) => bareName(name)));
  return [...names]
    .flatMap(name => lookup.providers(neededKey(name)))
    .flatMap(metadata => needsOf(metadata).map(need => ({ metadata, need })))
    .filter(({ need }) => names.has(bareName(need.text)))
    .filter(({ need }) => entriesNamed(need.text, lookup).some(each => entries.includes(each)));
}

class Ends {
  private readonly lookup: Lookup;
  private readonly found = new Map<string, { readonly place: Place; readonly statedAt: Place[] }>();

  constructor(lookup: Lookup) {
    this.lookup = lookup;
  }

  /** Stands where an artifact says what it needs: in its metadata, else where it is registered. */
  add(entry: ArtifactEntry, stated: Place): void {
    const name = fullName(entry, this.lookup);
    const found = this.found.get(name);
    if (found !== undefined) {
      found.statedAt.push(stated);
      return;
    }
    const fact = loadingOf(entry, this.lookup).metadata ?? entry;
    this.found.set(name, { place: { fact, part: Part.name }, statedAt: [stated] });
  }

  sorted(): Dependency[] {
    return [...this.found].sort(([a], [b]) => compareStrings(a, b)).map(([name, found]) => ({ name, ...found }));
  }
}

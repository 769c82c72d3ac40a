import { compareStrings, pushTo } from '../../../base/collections';
import { Part, type Place } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import type { Dependency } from '../../system';
import { type ArtifactEntry, type MetadataFact } from '../facts';
import { neededKey } from '../keys';
import { entriesOf, loadingOf } from '../define/loading';
import { bareName, needsOf, type Need } from '../define/needs';
import { fullName } from '../define/identity';
import { resolve } from '../resolve/resolve';

/** The artifacts that the metadata of one names among its dependencies; those that no registry has are left out. */
export function dependencies(name: string, lookup: Lookup): readonly Dependency[] {
  const ends = new Ends(lookup);
  for (const entry of entriesNamed(name, lookup)) {
    const { metadata } = loadingOf(entry, lookup);
    for (const need of metadata === undefined ? [] : needsOf(metadata))
      for (const target of entriesNamed(need.text, lookup).slice(0, 1)) ends.add(target, metadata!, need);
  }
  return ends.sorted();
}

/** The artifacts whose metadata names one. */
export function dependants(name: string, lookup: Lookup): readonly Dependency[] {
  const ends = new Ends(lookup);
  for (const { metadata, need } of needsFor(entriesNamed(name, lookup), lookup))
    for (const entry of entriesOf(metadata, lookup)) ends.add(entry, metadata, need);
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
  private readonly places = new Map<string, Place>();
  private readonly stated = new Map<string, Place[]>();

  constructor(lookup: Lookup) {
    this.lookup = lookup;
  }

  /** Stands where an artifact says what it needs: in its metadata, else where it is registered. */
  add(entry: ArtifactEntry, metadata: MetadataFact, { index }: Need): void {
    const name = fullName(entry, this.lookup);
    const fact = loadingOf(entry, this.lookup).metadata ?? entry;
    if (!this.places.has(name)) this.places.set(name, { fact, part: Part.name });
    pushTo(this.stated, name, { fact: metadata, part: Part.fieldValue(index) });
  }

  sorted(): Dependency[] {
    return [...this.places]
      .sort(([a], [b]) => compareStrings(a, b))
      .map(([name, place]) => ({ name, place, statedAt: this.stated.get(name)! }));
  }
}

import { Part, type Fact } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import type { Lens, LensText } from '../../system';
import { dependants } from './dependencies';
import { isArtifact, isItem, type ArtifactEntry, type ItemFact } from '../facts';
import { fullName } from '../define/identity';
import { resolve } from '../resolve/resolve';

/** Above an artifact in its registry: which version a lookup by its name gives, and what needs it. */
export function lenses(fact: Fact): readonly Lens[] {
  if (!isItem(fact) || fact.name === '') return [];
  return [{ resolve: lookup => winnerText(fact, lookup) }, { resolve: lookup => dependantsText(fact, lookup) }];
}

function winnerText(item: ItemFact, lookup: Lookup): LensText | undefined {
  const name = nameOf(item, lookup);
  if (name === undefined) return undefined;
  const { winner, strategy, reason } = resolve(name, lookup);
  if (winner?.entry.type !== item.type) return winner === undefined ? { title: reason, places: [] } : undefined;
  const at = { fact: winner.loading.metadata ?? winner.entry, part: Part.name };
  return { title: `${strategy ?? 'latest'}: ${winner.version}`, places: [at] };
}

function dependantsText(item: ItemFact, lookup: Lookup): LensText | undefined {
  const name = nameOf(item, lookup);
  const users = name === undefined ? [] : dependants(name, lookup);
  return users.length === 0
    ? undefined
    : { title: `needed by ${users.length}`, places: users.map(({ place }) => place) };
}

function nameOf({ file, name, type }: ItemFact, lookup: Lookup): string | undefined {
  const isOwn = (each: Fact): each is ArtifactEntry => isArtifact(each) && each.name === name && each.type === type;
  const entry = lookup.contents(file).facts.find(isOwn);
  return entry && fullName(entry, lookup);
}

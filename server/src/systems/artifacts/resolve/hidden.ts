import { joinPath } from '../../../base/paths';
import { groupBy } from '../../../base/collections';
import type { Lookup } from '../../../model/lookup';
import { isArtifact } from '../facts';
import { namespaceOf } from '../define/identity';
import { nameKey } from '../keys';
import { isSamplePath } from '../layout';
import { compareVersions } from '../versions';
import { resolve, type Candidate } from './resolve';

/** A version that a lower one goes before, because of the registry that lists it. */
export interface HiddenVersion {
  readonly hidden: Candidate;
  readonly winner: Candidate;
}

/**
 * The loaded versions called `name` that are higher than the one which the name means, since their registry is asked later (document 004,
 * conflict resolution). What a pin or a named version decides is hidden by nobody, and equal versions are duplicates.
 */
export function hiddenVersions(name: string, lookup: Lookup): readonly HiddenVersion[] {
  const entries = lookup.providers(nameKey(name)).filter(entry => isArtifact(entry) && !isSamplePath(entry.file.path));
  const artifacts = groupBy(entries.filter(isArtifact), entry => joinPath(namespaceOf(entry, lookup), entry.type));
  return [...artifacts.keys()].flatMap(prefix => {
    const { winner, strategy, inQuestion } = resolve(joinPath(prefix, name), lookup);
    if (winner === undefined || (strategy !== 'latest' && strategy !== 'highest_trust')) return [];
    // A registry that does not parse may list a version that is higher still.
    if (winner.registry.header.file.incomplete) return [];
    const own = inQuestion.filter(({ registry }) => registry.path === winner.registry.path);
    return inQuestion
      .filter(
        ({ registry, loading, version }) =>
          registry.path !== winner.registry.path &&
          loading.status === 'valid' &&
          own.every(each => compareVersions(version, each.version) > 0),
      )
      .map(hidden => ({ hidden, winner }));
  });
}

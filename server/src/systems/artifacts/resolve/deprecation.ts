import { defined } from '../../../base/defined';
import type { Place } from '../../../model/fact';
import { fieldOf, valuePlace } from '../../../model/fields';
import type { Lookup } from '../../../model/lookup';
import { isArtifact, textOf, type ArtifactEntry } from '../facts';
import { nameKey } from '../keys';
import { loadingOf, type Loading } from '../define/loading';
import { isArchived } from '../layout';
import { namespaceOf } from '../define/identity';
import { compareVersions, normalVersion } from '../versions';

const WORDS = new Set(['deprecated', 'archived']);

/** What says that a version should not be used any more, and the highest version that may be used instead. */
export function deprecationOf(
  entry: ArtifactEntry,
  loading: Loading,
  lookup: Lookup,
): { readonly at: Place; readonly instead?: string } | undefined {
  const at = deprecationPlace(entry, loading);
  if (at === undefined) return undefined;
  const others = lookup
    .providers(nameKey(entry.name))
    .filter(isArtifact)
    .filter(each => each.type === entry.type && namespaceOf(each, lookup) === namespaceOf(entry, lookup))
    .filter(each => each !== entry && isInUse(each, lookup))
    .map(each => normalVersion(defined(textOf(each, 'version'), 'the version of a valid entry')))
    .sort(compareVersions);
  const instead = others.at(-1);
  return { at, ...(instead === undefined ? {} : { instead }) };
}

function isInUse(entry: ArtifactEntry, lookup: Lookup): boolean {
  const loading = loadingOf(entry, lookup);
  return loading.status === 'valid' && deprecationPlace(entry, loading) === undefined;
}

function deprecationPlace(entry: ArtifactEntry, { metadata }: Loading): Place | undefined {
  if (WORDS.has(textOf(entry, 'status') ?? '')) return valuePlace(entry, 'status');
  if (isArchived(textOf(entry, 'path') ?? '')) return valuePlace(entry, 'path');
  if (metadata === undefined) return undefined;
  if (fieldOf(metadata, 'deprecated') === true) return valuePlace(metadata, 'deprecated');
  return WORDS.has(textOf(metadata, 'lifecycle') ?? '') ? valuePlace(metadata, 'lifecycle') : undefined;
}

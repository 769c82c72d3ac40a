import { folderOf } from '../../../base/paths';
import type { Lookup } from '../../../model/lookup';
import { classInModule, targetsOf, type Target } from './targets';
import type { ArtifactEntry, MetadataFact } from '../facts';
import { ADAPTED_KEY, homeKey } from '../keys';
import { entriesOf, folderFor } from '../define/loading';

/** An adapter that metadata names and that lies in the folder of other artifacts (document 004, 5: adapters may be shared). */
export interface SharedAdapter {
  readonly metadata: MetadataFact;
  readonly target: Target;
  /** The entries in whose folder the class stands: of a version that two registries list, both. */
  readonly owners: readonly ArtifactEntry[];
}

/** The adapter of an artifact, if the class stands in the folder of another one; nothing where the class is not in sight. */
export function sharedAdapterOf(metadata: MetadataFact, lookup: Lookup): SharedAdapter | undefined {
  const target = targetsOf(metadata).find(({ kind }) => kind === 'adapter');
  const found = target === undefined ? undefined : classInModule(target, lookup);
  if (target === undefined || found === undefined) return undefined;
  const owners = ownersOf(found.file.path, lookup);
  const own = entriesOf(metadata, lookup);
  if (owners.length === 0 || owners.some(each => own.includes(each))) return undefined;
  return { metadata, target, owners };
}

/** All adapters that artifacts borrow from others. */
export function sharedAdapters(lookup: Lookup): readonly SharedAdapter[] {
  return lookup.remember('artifact adapters:shared', inner =>
    inner.providers(ADAPTED_KEY).flatMap(metadata => sharedAdapterOf(metadata, inner) ?? []),
  );
}

/** The entries of the nearest folder around a file that is the folder of some. */
function ownersOf(path: string, lookup: Lookup): readonly ArtifactEntry[] {
  for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) {
    const entries = lookup.providers(homeKey(folder)).filter(entry => folderFor(entry, lookup) === folder);
    if (entries.length > 0) return entries;
  }
  return [];
}

import { folderOf, joinPath } from '../../../base/paths';
import { Part, type SourceFile } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import type { PathLink } from '../../system';
import { isArtifact, isMetadata, type ArtifactEntry, type MetadataFact } from '../facts';
import { loadingOf, ownHome } from '../define/loading';
import { targetsOf } from '../components/targets';

/** The metadata files that a registry names; in these, the files that metadata names: entry points, contracts, components. */
export function links(file: SourceFile, lookup: Lookup): readonly PathLink[] {
  return file.facts.flatMap(fact => {
    if (isArtifact(fact)) return entryLinks(fact, lookup);
    return isMetadata(fact) && ownHome(fact, lookup) !== undefined ? targetLinks(fact, lookup) : [];
  });
}

/** The folder of a version leads to the metadata in it: editors open no folders. */
function entryLinks(entry: ArtifactEntry, lookup: Lookup): PathLink[] {
  const { file } = loadingOf(entry, lookup);
  if (file === undefined) return [];
  return entry.fields.flatMap(({ name }, i) =>
    name === 'path' || name === 'metadata_file'
      ? [{ place: { fact: entry, part: Part.fieldValue(i) }, path: file }]
      : [],
  );
}

function targetLinks(metadata: MetadataFact, lookup: Lookup): PathLink[] {
  const folder = folderOf(metadata.file.path);
  return targetsOf(metadata).flatMap(({ kind, name, at }) => {
    const path = kind === 'adapter' ? undefined : [joinPath(folder, name), name].find(each => lookup.hasFile(each));
    return path === undefined ? [] : [{ place: at, path }];
  });
}

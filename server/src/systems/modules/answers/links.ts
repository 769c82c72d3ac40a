import { Part, type SourceFile } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import type { PathLink } from '../../system';
import { configurationOf } from '../define/configuration';
import { isConfig, isIdMapping, MAPPING, type ConfigFact, type MappingFact } from '../facts';
import { resolvePath } from '../layout';
import { idMapField } from '../read/config';

/** The files that an ID map names, and the ID map that `apcore.yaml` does. */
export function links(file: SourceFile, lookup: Lookup): readonly PathLink[] {
  return file.facts.flatMap(fact => {
    if (isIdMapping(fact)) return mappedFile(fact, lookup);
    return isConfig(fact) ? idMapOf(fact, lookup) : [];
  });
}

function mappedFile(fact: MappingFact, lookup: Lookup): PathLink[] {
  const stated = fact.path;
  const { discoveries } = configurationOf(lookup);
  const discovery = discoveries.find(({ idMap }) => idMap === fact.file.path);
  if (discovery === undefined || stated === undefined) return [];
  const paths = discovery.roots.map(({ path }) => resolvePath(path, stated));
  const path = paths.find(each => each !== undefined && lookup.hasFile(each));
  return path === undefined ? [] : [{ place: { fact, part: Part.fieldValue(MAPPING.file) }, path }];
}

function idMapOf(fact: ConfigFact, lookup: Lookup): PathLink[] {
  const path = fact.idMap === undefined ? undefined : resolvePath(fact.name, fact.idMap);
  if (path === undefined || !lookup.hasFile(path)) return [];
  return [{ place: { fact, part: Part.fieldValue(idMapField(fact)) }, path }];
}

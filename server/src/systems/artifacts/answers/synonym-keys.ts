import { folderOf } from '../../../base/paths';
import type { Key, Lookup } from '../../../model/lookup';
import type { NamedSymbol } from '../../system';
import { isArtifact } from '../facts';
import { adapterKey, homeKey, neededKey } from '../keys';
import { folderFor } from '../define/loading';
import { bareName } from '../define/needs';
import { treeFolderKeys } from '../components/tree-names';

/** An artifact is also named by the metadata in its folders, by what needs it, and by trees; an adapter by metadata. */
export function synonymKeys({ kind, name, key }: NamedSymbol, lookup: Lookup): readonly Key[] {
  if (kind === 'class') return [adapterKey(name)];
  const prefix = 'artifact-name:';
  if (!key.startsWith(prefix)) return [];
  const folders = lookup
    .providers(key)
    .filter(isArtifact)
    .flatMap(entry => folderFor(entry, lookup) ?? []);
  const homes = folders.map(homeKey);
  const above = new Set(folders.flatMap(folder => [folderOf(folder), folderOf(folderOf(folder))]));
  return [neededKey(bareName(key.slice(prefix.length))), ...homes, ...[...above].flatMap(treeFolderKeys)];
}

import { fileName, folderOf, joinPath } from '../../../base/paths';
import { Part, type Place } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import { isTree, type ArtifactEntry, type TreeFolder } from '../facts';
import { homeKey, parentKey, treePathKey } from '../keys';
import { folderFor } from '../define/loading';
import { rootOf } from './trees';

/** Trees name artifacts and versions by their folders. */

/** The path on disk of what a place in a tree names; nothing where it is no name, or the tree lies nowhere. */
export function pathInTree({ fact, part }: Place & { fact: TreeFolder }, lookup: Lookup): string | undefined {
  const child = fact.children[(part - Part.fieldName(1)) / 2];
  const tree = fact.file.headers.find(isTree);
  if (child === undefined || tree === undefined) return undefined;
  const root = rootOf(tree, lookup);
  return root === undefined ? undefined : joinPath(joinPath(root, fact.name), child.name);
}

/** The version that a folder is. */
export function versionIn(folder: string, lookup: Lookup): ArtifactEntry | undefined {
  return lookup.providers(homeKey(folder)).find(entry => folderFor(entry, lookup) === folder);
}

/** A version of the artifact whose versions lie in a folder, if the folder is called after it. */
export function artifactIn(folder: string, lookup: Lookup): ArtifactEntry | undefined {
  const isHere = (entry: ArtifactEntry): boolean => folderOf(folderFor(entry, lookup) ?? '') === folder;
  return lookup.providers(parentKey(folder)).find(isHere);
}

/** Where trees name what lies at a path on disk. */
export function placesInTrees(path: string, lookup: Lookup): Place[] {
  return treeFolderKeys(folderOf(path)).flatMap(key =>
    lookup.providers(key).flatMap(fact => {
      const name = fileName(path);
      const index = fact.children.findIndex(child => child.name === name);
      const place = { fact, part: Part.fieldName(1 + index) };
      return index >= 0 && pathInTree(place, lookup) === path ? [place] : [];
    }),
  );
}

/** The keys under which trees may have a folder of the disk: where they begin is theirs to say. */
export function treeFolderKeys(folder: string): ReturnType<typeof treePathKey>[] {
  const keys = [treePathKey('')];
  for (let at = folder; at !== ''; at = at.includes('/') ? at.slice(at.indexOf('/') + 1) : '')
    keys.push(treePathKey(at));
  return keys;
}

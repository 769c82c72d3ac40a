import { groupBy } from '../../../base/collections';
import { fileName, folderOf, joinPath, movedPath, pathBelow } from '../../../base/paths';
import { Part } from '../../../model/fact';
import { valuePlace } from '../../../model/fields';
import type { Lookup } from '../../../model/lookup';
import type { Move, MoveEdits, RenameEdit } from '../../system';
import { textOf, type ArtifactEntry, type MetadataFact } from '../facts';
import { folderFor, loadingOf } from '../define/loading';
import { bareName } from '../define/needs';
import { isVersionFolder, normalizedPath } from '../layout';
import { fullName } from '../define/identity';
import { entriesIn, registriesOf } from '../define/registries';
import { nameEdits, versionEdits } from './rename';
import { targetsOf } from '../components/targets';
import { placesInTrees } from '../components/tree-names';
import { normalVersion } from '../versions';

/**
 * What texts say otherwise when the folders of artifacts move: paths in registries, files in metadata, names in trees; and with a
 * folder that is called after an artifact or a version, the name or the version itself.
 */
export function editsForMoves(moves: readonly Move[], lookup: Lookup): MoveEdits {
  const entries = registriesOf(lookup).flatMap(({ header }) => entriesIn(header, lookup));
  const placed = entries.flatMap((entry): Placed[] => {
    const folder = folderFor(entry, lookup);
    return folder === undefined ? [] : [{ entry, folder, to: movedPath(folder, moves) ?? folder }];
  });
  const edits = [
    ...placed.flatMap(each => [...pathEdits(each), ...versionEditsOf(each, lookup), ...fileEdits(each, moves, lookup)]),
    ...renamedArtifacts(placed, lookup),
    ...moves.flatMap(move => treeEdits(move, lookup)),
  ];
  return { edits, moves: [] };
}

interface Placed {
  readonly entry: ArtifactEntry;
  readonly folder: string;
  /** The folder it moves to; `folder` itself where it stays. */
  readonly to: string;
}

function pathEdits({ entry, folder, to }: Placed): RenameEdit[] {
  const text = textOf(entry, 'path');
  if (text === undefined) return [];
  const path = normalizedPath(text);
  const moved = path === undefined || folder === to ? undefined : pathAfter(path, folder, to);
  return moved === undefined ? [] : [{ at: valuePlace(entry, 'path'), from: text, to: moved }];
}

/** A registry's path for the folder, counted from where it counted from before. */
function pathAfter(path: string, folder: string, to: string): string | undefined {
  if (path.endsWith(folder)) return path.slice(0, path.length - folder.length) + to;
  return pathBelow(folder.slice(0, folder.length - path.length - 1), to);
}

function versionEditsOf({ entry, folder, to }: Placed, lookup: Lookup): RenameEdit[] {
  const [from, name] = [fileName(folder), fileName(to)];
  const isCalledSo = isVersionFolder(from) && normalVersion(from) === normalVersion(textOf(entry, 'version') ?? '');
  return isCalledSo && isVersionFolder(name) && name !== from ? versionEdits([entry], name, lookup) : [];
}

/** Artifacts all of whose folders get another name, and were called after them. */
function renamedArtifacts(placed: readonly Placed[], lookup: Lookup): RenameEdit[] {
  const artifacts = groupBy(placed, ({ entry }) => `${entry.type} ${fullName(entry, lookup)}`);
  return [...artifacts.values()].flatMap(all => {
    const { name } = all[0].entry;
    const names = new Set(all.map(({ to }) => fileName(folderOf(to))));
    const [to] = names;
    const isCalledSo = all.every(({ folder }) => fileName(folderOf(folder)) === bareName(name));
    if (!isCalledSo || names.size > 1 || to === undefined || to === bareName(name)) return [];
    return nameEdits(
      all.map(({ entry }) => entry),
      name.slice(0, -bareName(name).length) + to,
      lookup,
    );
  });
}

/** The metadata file of an entry, and the files that metadata names, where they move by themselves. */
function fileEdits({ entry, folder, to }: Placed, moves: readonly Move[], lookup: Lookup): RenameEdit[] {
  const { file, metadata } = loadingOf(entry, lookup);
  const stated = textOf(entry, 'metadata_file');
  const moved = file === undefined ? undefined : movedPath(file, moves);
  const name = moved === undefined ? undefined : pathBelow(to, moved);
  const own: RenameEdit[] =
    stated === undefined || !name || name === normalizedPath(stated)
      ? []
      : [{ at: valuePlace(entry, 'metadata_file'), from: stated, to: name }];
  return metadata === undefined ? own : [...own, ...targetEdits(metadata, { folder, to }, moves)];
}

function targetEdits(
  metadata: MetadataFact,
  { folder, to }: Pick<Placed, 'folder' | 'to'>,
  moves: readonly Move[],
): RenameEdit[] {
  return targetsOf(metadata).flatMap(({ kind, name, at }): RenameEdit[] => {
    const text = metadata.fields[(at.part - Part.fieldValue(0)) / 2]?.value;
    if (kind === 'adapter' || typeof text !== 'string' || !text.endsWith(name)) return [];
    const near = movedPath(joinPath(folder, name), moves);
    const after = near === undefined ? movedPath(name, moves) : pathBelow(to, near);
    return after === undefined || after === name
      ? []
      : [{ at, from: text, to: text.slice(0, text.length - name.length) + after }];
  });
}

/** Names in trees; what goes to another folder is for the rules of trees, whose fixes take it out and put it in. */
function treeEdits({ path, to }: Move, lookup: Lookup): RenameEdit[] {
  if (folderOf(path) !== folderOf(to)) return [];
  return placesInTrees(path, lookup).map(at => ({ at, from: fileName(path), to: fileName(to) }));
}

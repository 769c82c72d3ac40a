import { fileName, folderOf, joinPath, pathBelow } from '../../../base/paths';
import { truncateName } from '../../../base/message-text';
import { Part, type SourceFile } from '../../../model/fact';
import type { Fix, FixEdit } from '../../../model/fix';
import { amongFile, type Lookup } from '../../../model/lookup';
import type { Value } from '../../../model/value';
import { isArtifact, isItem, textOf, type ArtifactEntry, type ItemFact, type ListFact, type TreeFact } from '../facts';
import { folderFor } from '../define/loading';
import { normalizedPath, type Home } from '../layout';
import { registriesOf } from '../define/registries';
import { folderIn } from './trees';
import { normalVersion } from '../versions';
import { wordFor, type ArtifactType } from '../vocabulary';
import { labelOf } from '../define/labels';
import { nameKey } from '../keys';

/** The item of the list that an entry is a version of. */
function itemOf(entry: ArtifactEntry, lookup: Lookup): ItemFact | undefined {
  const called = amongFile(lookup.providers(nameKey(entry.name)), entry.file).filter(isItem);
  return called.findLast(item => item.type === entry.type && lookup.isBefore(item, entry));
}

/** Takes an entry out of its registry; the whole artifact, if it has no other version. */
export function removeEntry(entry: ArtifactEntry, lookup: Lookup): Fix {
  const item = entry.lone ? itemOf(entry, lookup) : undefined;
  const at = { fact: item ?? entry, part: Part.whole };
  return { title: `Remove '${labelOf(entry)}' from the registry`, safe: false, edits: [{ do: 'remove-item', at }] };
}

/** Adds a version on disk to the registry that is asked first. */
export function addToRegistry(home: Home, file: string, lookup: Lookup): Fix | undefined {
  const [registry] = registriesOf(lookup);
  const read = registry && lookup.file(registry.path);
  const header = read?.facts[0];
  if (registry === undefined || read === undefined || header === undefined) return undefined;
  const entry = newEntry(home, file, read, lookup);
  const item = read.facts
    .filter(isItem)
    .find(({ name, type, versions }) => name === home.name && type === home.type && versions > 0);
  const list = read.facts.find((fact): fact is ListFact => fact.kind === 'artifact-list' && fact.name === home.type);
  const whole = new Map<string, Value>([
    ['name', home.name],
    ['versions', [entry]],
  ]);
  const edit: FixEdit =
    item !== undefined
      ? { do: 'add-item', fact: item, value: entry }
      : list !== undefined
        ? { do: 'add-item', fact: list, value: whole }
        : { do: 'add-field', fact: header, name: home.type, value: [whole] };
  return {
    title: `Add '${truncateName(home.name)} ${normalVersion(home.version)}' to ${truncateName(registry.path)}`,
    safe: false,
    edits: [edit],
  };
}

/** Versions and paths are written as the registry writes the others. */
function newEntry(home: Home, file: string, registry: SourceFile, lookup: Lookup): Value {
  const others = registry.facts.filter(isArtifact);
  const spelled = (others[0] && textOf(others[0], 'version')) ?? '';
  const path = others.map(other => pathLike(other, home.folder, lookup)).find(each => each !== undefined);
  return new Map<string, Value>([
    ['version', spelled.startsWith('v') ? home.version : normalVersion(home.version)],
    ['path', path ?? home.folder],
    ['metadata_file', file],
    ['status', 'active'],
  ]);
}

/** The path of a folder, counted from where that of another entry counts from; nothing where that leads nowhere. */
function pathLike(other: ArtifactEntry, folder: string, lookup: Lookup): string | undefined {
  const path = normalizedPath(textOf(other, 'path') ?? '');
  const found = folderFor(other, lookup);
  if (path === undefined || found === undefined) return undefined;
  if (path.endsWith(found)) return path.slice(0, path.length - found.length) + folder;
  return pathBelow(found.slice(0, found.length - path.length - 1), folder);
}

/** How many entries are added to a tree at once. */
const MOST_ADDED = 200;

/** Adds what lies at a path below the tree's root to the tree, with the folders above that it lacks. */
export function addToTree(tree: TreeFact, root: string, path: string, lookup: Lookup): Fix | undefined {
  let parent = folderOf(path);
  let top = path;
  while (parent !== '' && folderIn(tree, parent, lookup) === undefined) {
    top = parent;
    parent = folderOf(parent);
  }
  const folder = folderIn(tree, parent, lookup);
  const budget = { left: MOST_ADDED };
  const value = nodeFor(joinPath(root, top), lookup, budget);
  if (folder === undefined || budget.left < 0) return undefined;
  return {
    title: `Add '${truncateName(top)}' to ${truncateName(tree.file.path)}`,
    safe: true,
    edits: [{ do: 'add-item', fact: folder, value }],
  };
}

function nodeFor(path: string, lookup: Lookup, budget: { left: number }): Value {
  budget.left--;
  const name = fileName(path);
  if (lookup.hasFile(path) || budget.left < 0)
    return new Map<string, Value>([
      ['name', name],
      ['type', 'file'],
    ]);
  const children = lookup
    .entries(path)
    .map(each => each.replace(/\/$/, ''))
    .filter(each => !each.startsWith('.') || each === '.wip' || each === '.onexignore')
    .map(each => nodeFor(joinPath(path, each), lookup, budget));
  return new Map<string, Value>([
    ['name', name],
    ['type', 'directory'],
    ['children', children],
  ]);
}

/** A metadata file to start from, with what loaders ask for. */
export function metadataStub(name: string, version: string, type: ArtifactType): string {
  return `schema_version: "0.1.0"
name: ${JSON.stringify(name)}
version: ${JSON.stringify(normalVersion(version))}
description: ${JSON.stringify(`The ${wordFor(type)} ${name}`)}
`;
}

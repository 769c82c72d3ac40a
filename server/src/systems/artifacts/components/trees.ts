import { defined } from '../../../base/defined';
import { pathBelow, fileName, folderOf, foldersUpwards, joinPath } from '../../../base/paths';
import type { Fact } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import { unseenAt } from '../../../model/unseen';
import { EXCLUDED_FOLDER_NAMES } from '../../../base/excluded-folders';
import { matchesGlob } from '../../../base/glob';
import { isIgnore, type TreeFact, type TreeFolder } from '../facts';
import { treeKey, treePathKey } from '../keys';
import { TREE } from '../read/read';

/** The tree that a folder is compared with: that of the topmost folder above it that has one. */
export function treeAbove(folder: string, lookup: Lookup): TreeFact | undefined {
  for (const at of [...foldersUpwards(folder)].reverse()) {
    const path = joinPath(at, TREE);
    if (lookup.hasFile(path)) return lookup.providers(treeKey(path))[0];
  }
  return undefined;
}

/** Whether another tree stands in a folder above: that one is authoritative, this one a copy. */
export function isCopy(tree: TreeFact, lookup: Lookup): boolean {
  return originalOf(tree, lookup) !== undefined;
}

/** The path of the nearest tree in a folder above, of which this one is a copy. */
export function originalOf(tree: TreeFact, lookup: Lookup): string | undefined {
  const own = folderOf(tree.file.path);
  for (const folder of foldersUpwards(own))
    if (folder !== own && lookup.hasFile(joinPath(folder, TREE))) return joinPath(folder, TREE);
  return undefined;
}

/**
 * The folder on disk that the root of a tree is: of those it can be, the one with the most matching children, since its name
 * may be anything (formats 3.3). Nothing where none has any.
 */
export function rootOf({ name, file, sample }: TreeFact, lookup: Lookup): string | undefined {
  const own = folderOf(file.path);
  const named = /^\.*$/.test(name) ? [] : [joinPath(own, name), joinPath(own, `src/${name}`)];
  const isOwn = named.length === 0 || fileName(own) === name;
  const candidates = isOwn ? [own, ...named] : [...named, own];
  let best: { readonly folder: string; readonly matches: number } | undefined;
  for (const folder of [...candidates, joinPath(own, 'src')]) {
    if (folder !== '' && !lookup.hasFolder(folder)) continue;
    const matches = sample.filter(child => exists(joinPath(folder, child.name), child.type, lookup)).length;
    if (matches > (best?.matches ?? 0)) best = { folder, matches };
    if (matches === sample.length && best !== undefined) break;
  }
  return best?.folder;
}

function exists(path: string, type: 'file' | 'directory', lookup: Lookup): boolean {
  return type === 'file' ? lookup.hasFile(path) : lookup.hasFolder(path);
}

/** The folder of a tree at a path below the tree's root. */
export function folderIn(tree: TreeFact, path: string, lookup: Lookup): TreeFolder | undefined {
  return lookup.providers(treePathKey(path)).find(fact => fact.file === tree.file);
}

/** What a tree says about a folder on disk: nothing where it does not reach so far. */
export function treeEntryAt(
  folder: string,
  lookup: Lookup,
):
  | { readonly tree: TreeFact; readonly root: string; readonly path: string; readonly node: TreeFolder | undefined }
  | undefined {
  const tree = treeAbove(folder, lookup);
  const root = tree && rootOf(tree, lookup);
  if (tree === undefined || root === undefined) return undefined;
  const path = pathBelow(root, folder);
  return path === undefined ? undefined : { tree, root, path, node: folderIn(tree, path, lookup) };
}

interface Stale {
  readonly index: number;
  readonly child: TreeFolder['children'][number];
  /** The disk has a file of that name where the tree has a folder, or the other way round. */
  readonly isOther: boolean;
}

/** What lies in a folder of a tree and on disk. */
export interface Comparison {
  /** Children that are not on disk as what the tree says, with their indices. */
  readonly stale: readonly Stale[];
  /** Names on disk that the tree does not have; folders with a `/` at their end. */
  readonly untracked: readonly string[];
}

/** Compares one folder. Nothing where it is not on disk: then the folder above says so. */
export function compareFolder(tree: TreeFact, node: TreeFolder, root: string, lookup: Lookup): Comparison | undefined {
  const folder = joinPath(root, node.name);
  const names = lookup.entries(folder);
  if (names.length === 0) return undefined;
  const present = new Set(names);
  const stale: Stale[] = [];
  let matching = 0;
  for (const [index, child] of node.children.entries()) {
    const { name, type } = child;
    if (present.has(type === 'directory' ? `${name}/` : name)) {
      matching++;
      continue;
    }
    if (EXCLUDED_FOLDER_NAMES.has(name) || unseenAt(joinPath(folder, name), lookup) !== undefined) continue;
    const isOther = present.has(type === 'directory' ? name : `${name}/`);
    if (isOther || type === 'file' || holdsFiles(tree, joinPath(node.name, name), lookup))
      stale.push({ index, child, isOther });
  }
  if (matching === names.length) return { stale, untracked: [] };
  const listed = new Set(node.children.map(({ name }) => name));
  const untracked = names.filter(each => !listed.has(bare(each)) && isMeant(bare(each)));
  return { stale, untracked: untracked.filter(each => !isIgnored(joinPath(folder, bare(each)), lookup)) };
}

/** How many differences of a copy are named; the comparison ends with the folder that reaches it. */
const ENOUGH = 3;

/** The first differences between a whole tree and the disk, as paths below the tree's root: for copies. */
export function treeDifferences(
  tree: TreeFact,
  root: string,
  lookup: Lookup,
): { readonly stale: readonly string[]; readonly untracked: readonly string[] } {
  const stale: string[] = [];
  const untracked: string[] = [];
  // Any change of the tree can change the answer, so the whole file is asked for.
  for (const node of (lookup.file(tree.file.path)?.facts ?? []).filter(isFolder)) {
    const found = compareFolder(tree, node, root, lookup);
    for (const { child } of found?.stale ?? []) stale.push(joinPath(node.name, child.name));
    for (const name of found?.untracked ?? []) untracked.push(joinPath(node.name, bare(name)));
    if (stale.length > ENOUGH) break;
  }
  return { stale, untracked };
}

function isFolder(fact: Fact): fact is TreeFolder {
  return fact.kind === 'tree-folder';
}

/** A folder without any file is nothing that can be seen: Git does not keep it either. */
function holdsFiles(tree: TreeFact, path: string, lookup: Lookup): boolean {
  const waiting = [path];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const node = folderIn(tree, at, lookup);
    for (const { name, type } of node?.children ?? []) {
      if (type === 'file') return true;
      waiting.push(joinPath(at, name));
    }
  }
  return false;
}

/** Generators leave out hidden files but two. */
function isMeant(name: string): boolean {
  return !name.startsWith('.') || name === '.onexignore' || name === '.wip';
}

/** Whether a `.onexignore` of a folder above leaves a path out of trees. */
export function isIgnored(path: string, lookup: Lookup): boolean {
  for (const folder of foldersUpwards(folderOf(path))) {
    const at = joinPath(folder, '.onexignore');
    if (lookup.unseen().some(each => each.path === at)) return true;
    const fact = lookup.hasFile(at) ? lookup.file(at)?.facts.find(isIgnore) : undefined;
    const patterns = fact?.patterns ?? [];
    const relative = defined(pathBelow(folder, path), 'the path below a folder above it');
    if (patterns.some(pattern => fits(pattern, relative))) return true;
  }
  return false;
}

/** As in `.gitignore`: a pattern with a slash counts from the folder of its file, one without in any folder. */
function fits(pattern: string, path: string): boolean {
  const plain = pattern.replace(/^\//, '').replace(/\/$/, '');
  if (plain === '' || plain.startsWith('!')) return false;
  const glob = plain.includes('/') || pattern.startsWith('/') ? plain : `**/${plain}`;
  return matchesGlob(glob, path) || matchesGlob(`${glob}/**`, path);
}

function bare(name: string): string {
  return name.endsWith('/') ? name.slice(0, -1) : name;
}

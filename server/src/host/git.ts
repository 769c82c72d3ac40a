import path from 'node:path';
import { soleCheckpoint, type Checkpoint } from '../base/cancellation';
import { truncateName } from '../base/message-text';
import { decode } from './decode';
import { gitFolders, type GitFolders } from './git-files';
import { commitNames, idNamed } from './git-names';
import { GitObjects } from './git-objects';
import { isIgnored, isNeverEntered, withRules, type IgnoreScope } from './ignore-rules';
import { unread, type Reading } from './file-source';
import { SIZE_LIMIT } from './read-text';
import { isSetApart } from './root-marks';
import { exists } from './roots';
import { UnreadableHistory } from './unreadable-history';

/** The data of a commit that is shown to people. */
export interface Commit {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  /** Seconds since 1970. */
  readonly time: number;
  readonly parents: readonly string[];
}

/** A file in a commit. Files with the same content have the same `id`. */
export interface TreeFile {
  readonly id: string;
  readonly isLink: boolean;
}

/**
 * The history of the Git repository that a root lies in, read from its objects. Git itself is never run: a repository's
 * settings can name programs for it to start. Nothing is ever written.
 */
export interface History {
  /**
   * The id of the commit that a branch, tag, id or an expression such as `HEAD~2` names. Undefined if there is none.
   */
  resolve(ref: string): Promise<string | undefined>;
  /** The branches and tags that there are to choose from: a thousand at most. */
  names(): readonly string[];
  commit(id: string): Promise<Commit>;
  /** The nearest common ancestor of two commits. */
  mergeBase(a: string, b: string): Promise<string | undefined>;
  /**
   * Every file below the root, as a walk on disk would list them: without ignored files, inner roots and what tools
   * left.
   */
  files(commit: string): Promise<ReadonlyMap<string, TreeFile>>;
  read(file: TreeFile, path: string): Promise<Reading>;
}

/**
 * The history of the repository around `root`, an absolute path. Returns undefined if there is none. Whatever is asked of it gives way, and
 * ends as `checkpoint` says; what is damaged, or too much, throws `UnreadableHistory`.
 */
export function openHistory(root: string, checkpoint: Checkpoint = soleCheckpoint()): History | undefined {
  const top = topOf(root);
  const folders = top === undefined ? undefined : gitFolders(path.join(top, '.git'));
  if (top === undefined || folders === undefined) return undefined;
  const below = path
    .relative(top, root)
    .split(path.sep)
    .filter(segment => segment !== '');
  const git: Git = { folders, objects: new GitObjects(folders.stores), checkpoint, text: { left: MAX_TEXT } };
  return {
    resolve: ref => resolve(git, ref),
    names: () => commitNames(folders),
    commit: async id => {
      await checkpoint.pass();
      return commitOf(git, id);
    },
    mergeBase: (a, b) => mergeBase(git, a, b),
    files: id => list(git, id, below),
    read: async (file, at) => {
      await checkpoint.pass();
      return read(git, file, at);
    },
  };
}

interface Git {
  readonly folders: GitFolders;
  readonly objects: GitObjects;
  readonly checkpoint: Checkpoint;
  /** How much of texts may still be read. In bytes. */
  readonly text: { left: number };
}

/** How much of texts is read of one commit, in bytes: the same text may stand at a million paths. */
const MAX_TEXT = 1024 * 1024 * 1024;
/** Files, folders and whatever else a commit lists, and folders in each other. */
const MAX_ENTRIES = 1_000_000;
const MAX_DEPTH = 100;
/** How many commits are gone through for the one that two have in common. */
const MAX_COMMITS = 1_000_000;
/** How many tags are followed from one to the next. */
const MAX_TAGS = 10;

function topOf(root: string): string | undefined {
  for (let folder = root; ; folder = path.dirname(folder)) {
    if (exists(path.join(folder, '.git'))) return folder;
    if (folder === path.dirname(folder)) return undefined;
  }
}

/** Resolves a name that any number of `~`, `~n`, `^` and `^n` may follow. */
async function resolve(git: Git, ref: string): Promise<string | undefined> {
  const [name, ancestry] = [ref.replace(/[~^].*/s, ''), /[~^].*/s.exec(ref)?.[0] ?? ''];
  if (!/^[~^\d]*$/.test(ancestry)) return undefined;
  let id = commitNamed(git, name);
  for (const [, mark, digits] of ancestry.matchAll(/([~^])(\d*)/g)) {
    const count = digits === '' ? 1 : Number(digits);
    for (let i = 0; id !== undefined && i < (mark === '~' ? count : Math.min(count, 1)); i++) {
      await git.checkpoint.pass();
      id = commitOf(git, id).parents[mark === '~' ? 0 : count - 1];
    }
  }
  return id;
}

function commitNamed({ folders, objects }: Git, name: string): string | undefined {
  const named = idNamed(name, folders);
  const begun = named === undefined && /^[0-9a-f]{4,40}$/.test(name) ? objects.idsFrom(name) : [];
  let id = named ?? (begun.length === 1 ? begun[0] : undefined);
  for (let tags = 0; id !== undefined && tags <= MAX_TAGS; tags++) {
    const object = objects.read(id);
    if (object?.type !== 'tag') return object?.type === 'commit' ? id : undefined;
    id = /^object ([0-9a-f]{40})$/m.exec(object.data.toString('latin1'))?.[1];
  }
  return undefined;
}

function commitOf({ objects }: Git, id: string): Commit {
  const text = objects.readExpected(id, 'commit').toString('utf8');
  const end = text.indexOf('\n\n');
  const [header, message] = end < 0 ? [text, ''] : [text.slice(0, end), text.slice(end + 2)];
  const line = header.split('\n').find(each => each.startsWith('author ')) ?? '';
  const [, author = '', time = '0'] = /^author ([^<]*)<[^>]*> (\d+) [+-]\d{4}$/.exec(line) ?? [];
  return {
    id,
    title: message
      .trimStart()
      .replace(/\n[^]*/, '')
      .trimEnd(),
    author: author.trimEnd(),
    time: Number(time),
    parents: Array.from(header.matchAll(/^parent ([0-9a-f]{40})$/gm), ([, parent = '']) => parent),
  };
}

/** Goes back from both commits at once, one generation after the other, until one is met from both. */
async function mergeBase(git: Git, a: string, b: string): Promise<string | undefined> {
  const met = [new Set([a]), new Set([b])] as const;
  let open: readonly (readonly [string, 0 | 1])[] = [[a, 0], [b, 1]]; // prettier-ignore
  while (open.length > 0) {
    const common = open.map(([id]) => id).filter(id => met[0].has(id) && met[1].has(id));
    if (common.length > 0) return common.sort()[0];
    const next: (readonly [string, 0 | 1])[] = [];
    for (const [id, side] of open) {
      await git.checkpoint.pass();
      for (const parent of commitOf(git, id).parents)
        if (!met[side].has(parent)) {
          met[side].add(parent);
          next.push([parent, side]);
        }
    }
    if (met[0].size + met[1].size > MAX_COMMITS)
      throw new UnreadableHistory('What two commits have in common is not among the last million commits.');
    open = next;
  }
  return undefined;
}

async function list(git: Git, commit: string, below: readonly string[]): Promise<Map<string, TreeFile>> {
  const found = new Map<string, TreeFile>();
  let tree = /^tree ([0-9a-f]{40})$/m.exec(git.objects.readExpected(commit, 'commit').toString('latin1'))?.[1];
  for (const segment of below)
    if (tree !== undefined) tree = entriesOf(git, tree).find(({ name, isFolder }) => name === segment && isFolder)?.id;
  if (tree !== undefined) await enter({ git, found, entries: 0 }, tree, '', undefined);
  return found;
}

interface Listing {
  readonly git: Git;
  readonly found: Map<string, TreeFile>;
  /** How many entries have been met, those that are left out among them. */
  entries: number;
}

async function enter(listing: Listing, tree: string, folder: string, above: IgnoreScope | undefined): Promise<void> {
  const { git, found } = listing;
  await git.checkpoint.pass();
  const entries = entriesOf(git, tree);
  listing.entries += entries.length + 1;
  if (listing.entries > MAX_ENTRIES)
    throw new UnreadableHistory(`A commit lists more than ${MAX_ENTRIES.toLocaleString('en')} files and folders.`);
  if (folder.split('/').length > MAX_DEPTH)
    throw new UnreadableHistory(`A commit has more than ${MAX_DEPTH} folders in each other.`);
  const names = new Set(entries.map(({ name }) => name));
  if (isSetApart(folder.slice(0, -1), names)) return;
  const rules = entries.find(({ name, isLink, isFile }) => name === '.gitignore' && isFile && !isLink);
  const text = rules === undefined ? undefined : read(git, { id: rules.id, isLink: false }, '.gitignore');
  const scope = text === undefined ? above : withRules(above, text.text, folder);
  for (const { name, id, isFolder, isFile, isLink } of entries) {
    const at = folder + name;
    if (isIgnored(scope, at, isFolder)) continue;
    if (isFile) found.set(at, { id, isLink });
    else if (isFolder && !isNeverEntered(at)) await enter(listing, id, `${at}/`, scope);
  }
}

interface TreeEntry {
  readonly name: string;
  readonly id: string;
  readonly isFolder: boolean;
  /** Whether the entry is a file or a link. The commit of a submodule is neither a file nor a folder. */
  readonly isFile: boolean;
  readonly isLink: boolean;
}

/** What a tree lists: for each entry its mode and name as text, a zero, and the twenty bytes of an id. */
function entriesOf({ objects }: Git, tree: string): TreeEntry[] {
  const data = objects.readExpected(tree, 'tree');
  const entries: TreeEntry[] = [];
  for (let at = 0; at < data.length;) {
    const space = data.indexOf(0x20, at);
    const end = data.indexOf(0, space);
    if (space < 0 || end < 0 || end + 21 > data.length) throw new UnreadableHistory(`The tree ${tree} is damaged.`);
    const mode = data.toString('latin1', at, space).padStart(6, '0');
    const name = data.toString('utf8', space + 1, end);
    if (name === '' || name === '.' || name === '..' || name.includes('/'))
      throw new UnreadableHistory(`The tree ${tree} lists '${truncateName(name)}', which no file can be called.`);
    const isLink = mode === '120000';
    entries.push({
      name,
      id: data.toString('hex', end + 1, end + 21),
      isFolder: mode === '040000',
      isFile: isLink || mode.startsWith('100'),
      isLink,
    });
    at = end + 21;
  }
  return entries;
}

function read({ objects, text }: Git, { id }: TreeFile, at: string): Reading {
  const blob = objects.readExpected(id, 'blob');
  text.left -= blob.length;
  if (text.left < 0) throw new UnreadableHistory('A commit has more than 1 GB of texts that registries are read from.');
  return blob.length > SIZE_LIMIT ? unread('This file is too large to read') : decode(at, blob);
}

import path from 'node:path';
import {
  expandOid,
  findMergeBase,
  readBlob,
  readCommit,
  readTree,
  resolveRef,
  type PromiseFsClient,
  type ReadCommitResult,
} from 'isomorphic-git';
import { decode } from './decode';
import { objectFiles } from './git-files';
import { isIgnored, isNeverEntered, withRules, type IgnoreScope } from './ignore-rules';
import { unread, type Reading } from './file-source';
import { SIZE_LIMIT } from './read-text';
import { isSetApart } from './root-marks';
import { exists } from './roots';

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

/** The history of the repository around `root`, an absolute path. Returns undefined if there is none. */
export function openHistory(root: string): History | undefined {
  const top = topOf(root);
  const files = top === undefined ? undefined : objectFiles(path.join(top, '.git'));
  if (top === undefined || files === undefined) return undefined;
  const below = path
    .relative(top, root)
    .split(path.sep)
    .filter(segment => segment !== '');
  const git: Objects = { fs: files, gitdir: '/git', cache: {} };
  return {
    resolve: ref => resolve(git, ref),
    commit: async id => commitOf(await readCommit({ ...git, oid: id })),
    mergeBase: async (a, b) => ((await findMergeBase({ ...git, oids: [a, b] })) as string[]).sort()[0],
    files: id => list(git, id, below),
    read: (file, at) => read(git, file, at),
  };
}

interface Objects {
  readonly fs: PromiseFsClient;
  readonly gitdir: string;
  readonly cache: object;
}

function topOf(root: string): string | undefined {
  for (let folder = root; ; folder = path.dirname(folder)) {
    if (exists(path.join(folder, '.git'))) return folder;
    if (folder === path.dirname(folder)) return undefined;
  }
}

/** Resolves a name that any number of `~`, `~n`, `^` and `^n` may follow. */
async function resolve(git: Objects, ref: string): Promise<string | undefined> {
  const [name, ancestry] = [ref.replace(/[~^].*/s, ''), /[~^].*/s.exec(ref)?.[0] ?? ''];
  if (!/^[~^\d]*$/.test(ancestry)) return undefined;
  let id = await commitNamed(git, name);
  for (const [, mark, digits] of ancestry.matchAll(/([~^])(\d*)/g)) {
    const count = digits === '' ? 1 : Number(digits);
    for (let i = 0; id !== undefined && i < (mark === '~' ? count : Math.min(count, 1)); i++) {
      const { parents }: Commit = commitOf(await readCommit({ ...git, oid: id }));
      id = parents[mark === '~' ? 0 : count - 1];
    }
  }
  return id;
}

async function commitNamed(git: Objects, name: string): Promise<string | undefined> {
  const isPlain = name !== '' && name.split('/').every(segment => segment !== '' && !segment.startsWith('.'));
  const tries = [
    ...(isPlain ? [() => resolveRef({ ...git, ref: name })] : []),
    ...(/^[0-9a-f]{4,40}$/.test(name) ? [() => expandOid({ ...git, oid: name })] : []),
  ];
  for (const attempt of tries)
    try {
      // A tag may stand between the name and the commit.
      return (await readCommit({ ...git, oid: await attempt() })).oid;
    } catch {
      // Not this one.
    }
  return undefined;
}

function commitOf({ oid, commit }: ReadCommitResult): Commit {
  const { message, author, parent } = commit;
  return {
    id: oid,
    title: message
      .trimStart()
      .replace(/\n[^]*/, '')
      .trimEnd(),
    author: author.name,
    time: author.timestamp,
    parents: parent,
  };
}

async function list(git: Objects, commit: string, below: readonly string[]): Promise<Map<string, TreeFile>> {
  const found = new Map<string, TreeFile>();
  let tree: string | undefined = commit;
  for (const segment of below) {
    const { tree: entries } = await readTree({ ...git, oid: tree });
    tree = entries.find(({ path: name, type }) => name === segment && type === 'tree')?.oid;
    if (tree === undefined) return found;
  }
  await enter(git, tree, '', undefined, found);
  return found;
}

async function enter(
  git: Objects,
  tree: string,
  folder: string,
  above: IgnoreScope | undefined,
  found: Map<string, TreeFile>,
): Promise<void> {
  const { tree: entries } = await readTree({ ...git, oid: tree });
  const names = new Set(entries.map(entry => entry.path));
  if (isSetApart(folder.slice(0, -1), names)) return;
  const rules = entries.find(entry => entry.path === '.gitignore' && entry.mode !== LINK);
  const text = rules === undefined ? undefined : await read(git, { id: rules.oid, isLink: false }, '.gitignore');
  const scope = text === undefined ? above : withRules(above, text.text, folder);
  for (const { path: name, type, mode, oid } of entries) {
    const at = folder + name;
    if (isIgnored(scope, at, type === 'tree')) continue;
    if (type === 'blob') found.set(at, { id: oid, isLink: mode === LINK });
    else if (type === 'tree' && !isNeverEntered(at)) await enter(git, oid, `${at}/`, scope, found);
  }
}

const LINK = '120000';

async function read(git: Objects, { id }: TreeFile, at: string): Promise<Reading> {
  const { blob } = await readBlob({ ...git, oid: id });
  if (blob.length > SIZE_LIMIT) return unread('This file is too large to read');
  return decode(at, Buffer.from(blob.buffer, blob.byteOffset, blob.byteLength));
}

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
import { refused, type Reading } from './file-source';
import { SIZE_LIMIT } from './read-text';
import { marksRoot } from './root-marks';
import { exists } from './roots';

/** A commit, as far as people are told about it. */
export interface Commit {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  /** Seconds since 1970. */
  readonly time: number;
  readonly parents: readonly string[];
}

/** A file in a commit; `id` is equal where its content is. */
export interface TreeFile {
  readonly id: string;
  readonly isLink: boolean;
}

/**
 * The history of the Git repository that a root lies in, read from its objects. Git itself is never run: a repository's
 * settings can name programs for it to start. Nothing is ever written.
 */
export interface History {
  /** The commit that a branch, tag, id or `HEAD~2` names; nothing when there is none. */
  resolve(ref: string): Promise<string | undefined>;
  commit(id: string): Promise<Commit>;
  /** The nearest commit that both come from. */
  mergeBase(a: string, b: string): Promise<string | undefined>;
  /**
   * Every file below the root, as a walk on disk would list them: without ignored files, inner roots and what tools
   * left.
   */
  files(commit: string): Promise<ReadonlyMap<string, TreeFile>>;
  read(file: TreeFile): Promise<Reading>;
}

/** Nothing when the root lies in no Git repository. `root` is absolute. */
export function openHistory(root: string): History | undefined {
  const top = topOf(root);
  const files = top === undefined ? undefined : objectFiles(path.join(top, '.git'));
  if (top === undefined || files === undefined) return undefined;
  const below = path
    .relative(top, root)
    .split(path.sep)
    .filter(step => step !== '');
  const git: Objects = { fs: files, gitdir: '/git', cache: {} };
  return {
    resolve: ref => resolve(git, ref),
    commit: async id => commitOf(await readCommit({ ...git, oid: id })),
    mergeBase: async (a, b) => ((await findMergeBase({ ...git, oids: [a, b] })) as string[]).sort()[0],
    files: id => list(git, id, below),
    read: file => read(git, file),
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

/** A name, then any number of `~`, `~n`, `^` and `^n`. */
async function resolve(git: Objects, ref: string): Promise<string | undefined> {
  const [name, steps] = [ref.replace(/[~^].*/s, ''), /[~^].*/s.exec(ref)?.[0] ?? ''];
  if (!/^[~^\d]*$/.test(steps)) return undefined;
  let id = await named(git, name);
  for (const [, mark, digits] of steps.matchAll(/([~^])(\d*)/g)) {
    const count = digits === '' ? 1 : Number(digits);
    for (let i = 0; id !== undefined && i < (mark === '~' ? count : Math.min(count, 1)); i++) {
      const { parents }: Commit = commitOf(await readCommit({ ...git, oid: id }));
      id = parents[mark === '~' ? 0 : count - 1];
    }
  }
  return id;
}

async function named(git: Objects, name: string): Promise<string | undefined> {
  const isPlain = name !== '' && name.split('/').every(step => step !== '' && !step.startsWith('.'));
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
    title: message.trimStart().split('\n', 1)[0]!.trimEnd(),
    author: author.name,
    time: author.timestamp,
    parents: parent,
  };
}

async function list(git: Objects, commit: string, below: readonly string[]): Promise<Map<string, TreeFile>> {
  const found = new Map<string, TreeFile>();
  let tree: string | undefined = commit;
  for (const step of below) {
    const { tree: entries } = await readTree({ ...git, oid: tree });
    tree = entries.find(({ path: name, type }) => name === step && type === 'tree')?.oid;
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
  if ((folder !== '' && marksRoot(names)) || names.has('pyvenv.cfg')) return;
  const rules = entries.find(entry => entry.path === '.gitignore' && entry.mode !== LINK);
  const text = rules === undefined ? undefined : await read(git, { id: rules.oid, isLink: false });
  const scope = text === undefined ? above : withRules(above, text.text, folder);
  for (const { path: name, type, mode, oid } of entries) {
    const at = folder + name;
    if (isIgnored(scope, at, type === 'tree')) continue;
    if (type === 'blob') found.set(at, { id: oid, isLink: mode === LINK });
    else if (type === 'tree' && !isNeverEntered(name)) await enter(git, oid, `${at}/`, scope, found);
  }
}

const LINK = '120000';

async function read(git: Objects, { id }: TreeFile): Promise<Reading> {
  const { blob } = await readBlob({ ...git, oid: id });
  if (blob.length > SIZE_LIMIT) return refused('This file is too large to read');
  return decode(Buffer.from(blob.buffer, blob.byteOffset, blob.byteLength));
}

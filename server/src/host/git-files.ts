import fs from 'node:fs';
import path from 'node:path';
import type { PromiseFsClient } from 'isomorphic-git';

/**
 * The files of a Git folder, readable below the path `/git`. The files of a worktree take precedence over those that it
 * shares, and objects of alternates are included. `dotGit` is the `.git` of a repository: a folder, or a file that
 * names the folder. Returns undefined if there is no such folder.
 */
export function objectFiles(dotGit: string): PromiseFsClient | undefined {
  const own = gitFolder(dotGit);
  if (own === undefined) return undefined;
  const shared = lineOf(path.join(own, 'commondir'));
  const common = shared === undefined ? own : path.resolve(own, shared);
  const folders = own === common ? [own] : [own, common];
  const stores = objectFolders(path.join(common, 'objects'), new Set());

  /** Where a file of `/git` may be on disk, the nearest first. */
  const candidates = (at: string): string[] => {
    const below = path.posix.relative('/git', at);
    if (below === '..' || below.startsWith('../')) return [];
    const [first, ...rest] = below.split('/');
    return first === 'objects'
      ? stores.map(store => path.join(store, ...rest))
      : folders.map(folder => path.join(folder, below));
  };
  const nearest = async <T>(at: string, ask: (file: string) => Promise<T>): Promise<T> => {
    for (const file of candidates(at))
      try {
        return await ask(file);
      } catch {
        // Perhaps the next one.
      }
    throw Object.assign(new Error(`There is no ${at}`), { code: 'ENOENT' });
  };
  const readFile = (at: string, how?: BufferEncoding | { encoding?: BufferEncoding }) =>
    nearest(at, file => fs.promises.readFile(file, how));
  const readdir = async (at: string): Promise<string[]> => {
    const lists = await Promise.all(candidates(at).map(folder => fs.promises.readdir(folder).catch(() => [])));
    return [...new Set(lists.flat())];
  };
  const refuse = (): Promise<never> => Promise.reject(new Error('The history is only read'));
  return {
    promises: {
      readFile,
      readdir,
      stat: (at: string) => nearest(at, file => fs.promises.stat(file)),
      lstat: (at: string) => nearest(at, file => fs.promises.lstat(file)),
      readlink: (at: string) => nearest(at, file => fs.promises.readlink(file)),
      writeFile: refuse,
      unlink: refuse,
      mkdir: refuse,
      rmdir: refuse,
      symlink: refuse,
    },
  };
}

function gitFolder(dotGit: string): string | undefined {
  try {
    if (fs.statSync(dotGit).isDirectory()) return dotGit;
  } catch {
    return undefined;
  }
  const [, folder] = /^gitdir: (.+)$/.exec(lineOf(dotGit) ?? '') ?? [];
  return folder === undefined ? undefined : path.resolve(path.dirname(dotGit), folder);
}

/** A store of objects and the alternates that it names, each once. */
function objectFolders(folder: string, known: Set<string>): string[] {
  if (known.has(folder) || known.size >= MAX_STORES) return [];
  known.add(folder);
  const alternates = textOf(path.join(folder, 'info', 'alternates')) ?? '';
  const others = alternates.split('\n').filter(line => line !== '' && !line.startsWith('#'));
  return [folder, ...others.flatMap(other => objectFolders(path.resolve(folder, other), known))];
}

const MAX_STORES = 20;

function lineOf(file: string): string | undefined {
  return textOf(file)
    ?.replace(/\n[^]*/, '')
    .trimEnd();
}

function textOf(file: string): string | undefined {
  try {
    const stat = fs.statSync(file);
    return stat.isFile() && stat.size < 100_000 ? fs.readFileSync(file, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}

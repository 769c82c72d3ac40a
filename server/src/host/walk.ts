import fs from 'node:fs';
import path from 'node:path';
import { soleCheckpoint, type Checkpoint } from '../base/cancellation';
import { addAll } from '../base/collections';
import type { LinkTarget } from '../base/symlink-target';
import { asked, type Asking } from './batched-io';
import { isIgnored, isNeverEntered, type IgnoreScope } from './ignore-rules';
import { withIgnoreFile } from './ignores';
import { kindOf } from './read-text';
import { marksRoot } from './root-marks';
import { isShortage, patiently } from './retry';

/** What lies below a folder. Paths are relative to the root, with `/`; in no particular order. */
export interface Found {
  readonly files: string[];
  readonly folders: string[];
  /** Links to files and folders of the same root. */
  readonly links: Link[];
  /** What must not be opened, and why: pipes, devices, broken links, links that lead out of the root. */
  readonly odd: Refused[];
  /** Folders that are roots of their own, and so are left out. */
  readonly innerRoots: string[];
  /** Folders that could not be listed, and links to folders out of the root, which are `odd` as well: they may hold anything. */
  readonly closed: Refused[];
}

export interface Link {
  readonly path: string;
  readonly target: string;
  readonly isFolder: boolean;
}

export interface Refused {
  readonly path: string;
  readonly message: string;
  /** For a link that leads out of the root, or nowhere. */
  readonly link?: LinkTarget;
  /** It holds something all the same, which the run time would read. */
  readonly holds?: true;
}

/** A folder to walk: its path below the root (empty for the root itself), and the ignore rules in force above it. */
export interface Start {
  readonly folder: string;
  readonly scope: IgnoreScope | undefined;
}

/**
 * Lists everything below a folder, except what git ignores, what tools left behind, and inner roots. Links are resolved
 * and never followed, so no loop can catch it. Adds to `found`, when that is given. Throws `Cancelled` when the work is stale.
 */
export async function walk(
  root: string,
  start: Start,
  { found = noFinds(), checkpoint = soleCheckpoint() }: { found?: Found; checkpoint?: Checkpoint } = {},
): Promise<Found> {
  const pending: Level[] = [{ ...start, depth: 0 }];
  const next = (most: number): readonly Level[] => pending.splice(Math.max(0, pending.length - most));
  for await (const batch of asked(next, listing(root)))
    for (const [{ folder, scope, depth }, listed] of batch) {
      await checkpoint.pass();
      if ('error' in listed) {
        if (listed.error.code !== 'ENOENT') found.closed.push({ path: folder, message: reasonOf(listed.error) });
        continue;
      }
      for (const inner of list(root, { folder, scope }, listed.entries, found))
        if (depth + 1 < DEEPEST) pending.push({ ...inner, depth: depth + 1 });
        else found.closed.push({ path: inner.folder, message: 'too many folders inside each other' });
    }
  return found;
}

interface Level extends Start {
  readonly depth: number;
}

type Listed = { readonly entries: readonly fs.Dirent[] } | { readonly error: NodeJS.ErrnoException };

function listing(root: string): Asking<Level, Listed> {
  const isShort = (listed: Listed): boolean => 'error' in listed && isShortage(listed.error);
  const at = ({ folder }: Level): string => path.join(root, folder);
  const listLater = (folder: string): Promise<Listed> =>
    new Promise(resolve => {
      fs.readdir(folder, { withFileTypes: true }, (error, entries) =>
        resolve(error === null ? { entries } : { error }),
      );
    });
  return {
    now(level) {
      try {
        return { entries: fs.readdirSync(at(level), { withFileTypes: true }) };
      } catch (error) {
        return { error: error as NodeJS.ErrnoException };
      }
    },
    later: level => patiently(() => listLater(at(level)), isShort),
    mayPass: isShort,
  };
}

export function noFinds(): Found {
  return { files: [], folders: [], links: [], odd: [], innerRoots: [], closed: [] };
}

/** Adds to `found` what another walk has found. */
export function addFinds(more: Found, found: Found): void {
  for (const key of Object.keys(more) as (keyof Found)[]) addAll(found[key] as unknown[], more[key]);
}

/** Puts what is no folder where it belongs in `found`. */
export function sort(root: string, at: string, type: fs.Dirent | fs.Stats, found: Found): void {
  if (type.isFile()) found.files.push(at);
  else if (type.isSymbolicLink()) follow(root, at, found);
  else found.odd.push({ path: at, message: `This is ${kindOf(type)}, not a file, so it is not read` });
}

/** Deeper folders are left out; real repositories have a dozen levels. */
const DEEPEST = 100;

/** Sorts the entries of one folder into `found`; gives the folders to enter. */
function list(root: string, { folder, scope: above }: Start, entries: readonly fs.Dirent[], found: Found): Start[] {
  const names = new Set(entries.map(entry => entry.name));
  if (folder !== '' && marksRoot(names)) {
    found.innerRoots.push(folder);
    return [];
  }
  if (names.has('pyvenv.cfg')) return [];
  const prefix = folder === '' ? '' : `${folder}/`;
  const scope = names.has('.gitignore') ? withIgnoreFile(above, path.join(root, folder, '.gitignore'), prefix) : above;
  if (folder !== '') found.folders.push(folder);
  const inner: Start[] = [];
  for (const entry of entries) {
    const at = prefix + entry.name;
    const type = known(entry) ? entry : statOf(`${root}/${at}`);
    if (type === undefined) continue;
    if (type.isDirectory()) {
      if (!isNeverEntered(entry.name) && !isIgnored(scope, at, true)) inner.push({ folder: at, scope });
    } else if (!isIgnored(scope, at, false)) sort(root, at, type, found);
  }
  return inner;
}

/** Some file systems do not say what an entry is. */
function known(entry: fs.Dirent): boolean {
  return entry.isFile() || entry.isDirectory() || entry.isSymbolicLink();
}

/** Nothing for what is gone by now, or can't be told. */
function statOf(at: string): fs.Stats | undefined {
  try {
    return fs.lstatSync(at);
  } catch {
    return undefined;
  }
}

function follow(root: string, at: string, found: Found): void {
  const real = realPath(path.join(root, at));
  if (real === undefined) {
    const link = { isFolder: false, broken: true } as const;
    found.odd.push({ path: at, message: 'This link leads nowhere or in a circle, so nothing is read', link });
    return;
  }
  const target = path
    .relative(realPath(root) ?? root, real)
    .split(path.sep)
    .join('/');
  if (target === '..' || target.startsWith('../') || path.isAbsolute(target)) {
    const link = { isFolder: statOf(real)?.isDirectory() === true, outside: true } as const;
    const message = 'This link leads out of the repository, so it is not followed';
    found.odd.push({ path: at, message, link, holds: true });
    if (link.isFolder) found.closed.push({ path: at, message: 'it is a link out of the repository' });
    return;
  }
  const stat = statOf(real);
  if (stat?.isDirectory() === true || stat?.isFile() === true)
    found.links.push({ path: at, target, isFolder: stat.isDirectory() });
  else if (stat !== undefined)
    found.odd.push({ path: at, message: `This link leads to ${kindOf(stat)}, not to a file, so it is not read` });
}

function realPath(at: string): string | undefined {
  try {
    return fs.realpathSync.native(at);
  } catch {
    return undefined;
  }
}

/** Why something cannot be looked at, in a word or two. */
export function reasonOf(error: NodeJS.ErrnoException): string {
  return error.code === 'EACCES' || error.code === 'EPERM' ? 'permission denied' : (error.code ?? error.message);
}

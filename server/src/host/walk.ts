import { soleCheckpoint, type Checkpoint } from '../base/cancellation';
import { addAll } from '../base/collections';
import { fileName, folderOf } from '../base/paths';
import { answersInBatches } from './batched-io';
import type { Entry, FileSource, Folder, WalkResult } from './file-source';
import { isIgnored, isNeverEntered, withRules, type IgnoreScope } from './ignore-rules';
import { isRootMark, isSetApart, marksRoot } from './root-marks';

/** A folder to walk: its path below the root (empty for the root itself), and the ignore rules in force above it. */
export interface Start {
  readonly folder: string;
  readonly scope: IgnoreScope | undefined;
  /**
   * Set for a link that is listed like a folder, and for folders behind it: no further such link is entered, so that
   * circles end.
   */
  readonly isLinked?: boolean;
}

/**
 * Lists everything below a folder, except what git ignores, what tools left behind, and inner roots. No loop of links
 * can catch it. Adds to `found`, when that is given. Throws `Cancelled` when the work is stale.
 */
export async function walk(
  source: FileSource,
  start: Start,
  { found = emptyResult(), checkpoint = soleCheckpoint() }: { found?: WalkResult; checkpoint?: Checkpoint } = {},
): Promise<WalkResult> {
  const pending: Level[] = [{ ...start, depth: 0 }];
  const next = (most: number): readonly Level[] => pending.splice(Math.max(0, pending.length - most));
  for await (const batch of answersInBatches(next, source.listing))
    for (const [level, listed] of batch) {
      await checkpoint.pass();
      const { folder, depth } = level;
      if (listed === undefined) continue;
      if ('message' in listed) found.unlistable.push({ path: folder, message: listed.message });
      else
        for (const inner of enter(source, level, listed, found))
          if (depth + 1 < MAX_DEPTH) pending.push({ ...inner, depth: depth + 1 });
          else found.unlistable.push({ path: inner.folder, message: 'too many folders inside each other' });
    }
  return found;
}

interface Level extends Start {
  readonly depth: number;
}

/** Deeper folders are left out; real repositories have a dozen levels. */
const MAX_DEPTH = 100;

/** Sorts the entries of one folder into `found`; gives the folders to enter. */
function enter(
  source: FileSource,
  { folder, scope: above, isLinked = false }: Start,
  { entries, ignoreText }: Folder,
  found: WalkResult,
): Start[] {
  const names = new Set(entries.map(entry => entry.name));
  if (isSetApart(folder, names)) {
    if (marksRoot(names)) found.innerRoots.push(folder);
    return [];
  }
  const prefix = folder === '' ? '' : `${folder}/`;
  const scope = ignoreText === undefined ? above : withRules(above, ignoreText, prefix);
  source.entered(folder, scope, found);
  const inner: Start[] = [];
  for (const entry of entries) {
    const at = prefix + entry.name;
    const { isFolder, isLink = false } = entry;
    if (isIgnored(scope, at, isFolder)) continue;
    if (!isFolder || isLink) addEntry(source, at, entry, found);
    if (isFolder && !isNeverEntered(at) && !(isLink && isLinked))
      inner.push({ folder: at, scope, isLinked: isLinked || isLink });
  }
  return inner;
}

/** Puts a file, a link or something odd where it belongs in `found`. */
export function addEntry(source: FileSource, at: string, entry: Entry, found: WalkResult): void {
  if (entry.isLink === true) source.follow(at, entry, found);
  else if (entry.specialKind === undefined) found.files.push(at);
  else found.unread.push({ path: at, message: `This is ${entry.specialKind}, not a file, so it is not read` });
}

/** A result that nothing has been found for yet. */
export function emptyResult(): WalkResult {
  return { files: [], folders: [], links: [], unread: [], innerRoots: [], unlistable: [] };
}

/** The path to walk again after a change at a path: for a file that decides what is left out, its folder. */
export function subjectOf(at: string): string {
  if (at === EXCLUDE_FILE) return '';
  const decides = DECIDING_FILES.has(fileName(at)) || (isRootMark(at) && at.includes('/'));
  return decides ? folderOf(at) : at;
}

const EXCLUDE_FILE = '.git/info/exclude';
const DECIDING_FILES = new Set(['.gitignore', 'pyvenv.cfg']);

/** Adds to `found` what another walk has found. */
export function addResult(more: WalkResult, found: WalkResult): void {
  for (const key of Object.keys(more) as (keyof WalkResult)[]) addAll(found[key] as unknown[], more[key]);
}

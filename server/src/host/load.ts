import { soleCheckpoint, type Checkpoint } from '../base/cancellation';
import type { LinkTarget } from '../base/symlink-target';
import type { Unreadable } from './decode';
import { answersInBatches } from './batched-io';
import { unread, type FileSource, type WalkResult, type Reading } from './file-source';
import type { IgnoreScope } from './ignore-rules';
import { filesThrough, linksByTarget, MAX_LINKED_FILES, type LinkedFile } from './through-links';
import { walk } from './walk';

/** The part of the engine that loading needs; `Workspace` implements it. Paths are relative to the root, with `/`. */
export interface Engine {
  claims(path: string): boolean;
  expectsRegistry(path: string): boolean;
  /** Whether something at a path counts whatever it is, so that a folder there is to be noted like a file. */
  isMarker(path: string): boolean;
  addPath(path: string, link?: LinkTarget): void;
  /** Says that a folder cannot be listed, or that it can again. */
  setFolderUnlistable(folder: string, isClosed: boolean): void;
  takeChanges(changes: ReadonlyMap<string, TextChange | undefined>): void;
  /** Takes one change in parts: the returned function is to be called until it returns true. */
  takeTextInParts(path: string, change: TextChange): (mayGoOn: () => boolean) => boolean;
  /** Says that all changes have been taken; to be called until it returns true. */
  connect(mayGoOn: () => boolean): boolean;
  /** Says that this was everything. */
  complete(): void;
  check(mayGoOn: () => boolean): boolean;
}

/** What a file says now. `open` is whether an editor shows it. */
export interface TextChange {
  readonly text: string;
  readonly open: boolean;
  readonly unreadable?: Unreadable;
  readonly link?: LinkTarget;
}

/** What else a caller of `load` wants; without any of these, everything is read and checked at once. */
export interface LoadOptions {
  /** Lets other work in between, and gives up when stale (then this throws `Cancelled`). */
  readonly checkpoint?: Checkpoint;
  /** Whether an editor shows the file, so that its text on disk does not count. Asked right before it is taken. */
  readonly isOpen?: (path: string) => boolean;
  /** Whether a file is known beside those that the walk found: the target of links is read only once. */
  readonly isThere?: (path: string) => boolean;
  /** False if no findings are wanted: checking, which takes longest, is then left out. */
  readonly check?: boolean;
  /** Called after each slice with how many files have been read, of how many. */
  readonly progress?: (done: number, total: number) => void;
}

/**
 * Fills an engine with everything that a source has, and checks it. Files that an editor shows are to be applied
 * before, so that they have their findings first. `scope` are the ignore rules in force above the root.
 */
export async function load(
  engine: Engine,
  source: FileSource,
  { scope, ...options }: LoadOptions & { readonly scope: IgnoreScope | undefined },
): Promise<WalkResult> {
  const { checkpoint = soleCheckpoint() } = options;
  const found = await walk(source, { folder: '', scope }, { checkpoint });
  let room = MAX_LINKED_FILES;
  const links = linksByTarget(
    found.links.flatMap(({ path, target, isFolder }) => (isFolder && target !== undefined ? [[path, target]] : [])),
  );
  const linked = filesThrough(found.files, links, { mayAdd: () => room-- > 0, checkpoint });
  const isAll = await takeFound(engine, source, { ...found, linked }, { ...options, checkpoint });
  await checkpoint.untilDone(mayGoOn => engine.connect(mayGoOn));
  if (isAll) engine.complete();
  if (options.check === false) return found;
  await checkpoint.untilDone(mayGoOn => engine.check(mayGoOn));
  return found;
}

/**
 * Reads the files of a walk that the engine claims, files behind links to folders among them, and notes the others.
 * Returns whether all claimed files were read.
 */
export async function takeFound(
  engine: Engine,
  source: FileSource,
  found: WalkResultWithLinks,
  { checkpoint = soleCheckpoint(), isOpen = () => false, isThere = () => false, progress }: LoadOptions,
): Promise<boolean> {
  const take = async (at: string, reading: Reading, link?: LinkTarget): Promise<void> => {
    if (isOpen(at)) return;
    if (reading === undefined) engine.takeChanges(new Map([[at, undefined]]));
    else
      await checkpoint.untilDone(
        engine.takeTextInParts(at, { ...reading, open: false, ...(link === undefined ? {} : { link }) }),
      );
  };
  for (const { path: at, message, link, holds } of found.unread) {
    await checkpoint.pass();
    if (engine.expectsRegistry(at) || (holds === true && engine.claims(at))) await take(at, unread(message), link);
    else engine.addPath(at, link);
  }
  for (const { path: folder } of found.unlistable) engine.setFolderUnlistable(folder, true);
  for (const folder of found.folders) {
    await checkpoint.pass();
    if (engine.expectsRegistry(folder)) await take(folder, unread(FOLDER));
    else if (engine.isMarker(folder)) engine.addPath(folder);
  }
  const { jobs, isAll } = await planReading(engine, source, found, { checkpoint, isThere });
  let done = 0;
  for await (const batch of answersInBatches(most => jobs.slice(done, done + most), source.reading))
    for (const [job, reading] of batch) {
      await take(job.path, reading, job.link);
      done++;
      if (checkpoint.mayGoOn()) continue;
      progress?.(done, jobs.length);
      await checkpoint.pass();
    }
  return isAll;
}

const FOLDER = 'This is a folder, not a file, so it is not read';

interface WalkResultWithLinks extends WalkResult {
  /** The files behind links to folders, if there are such links. */
  readonly linked: AsyncIterable<LinkedFile> | undefined;
}

/**
 * The files to read, each with its target. The target of a link is read once, at its own path. It is read through the
 * link only if it is not read there, or if the link looks like a registry, which the run time would load. Other files
 * are noted.
 */
async function planReading(
  engine: Engine,
  { mostFiles = Infinity }: FileSource,
  found: WalkResultWithLinks,
  { checkpoint, isThere }: { checkpoint: Checkpoint; isThere: (path: string) => boolean },
): Promise<{ readonly jobs: readonly LinkedFile[]; readonly isAll: boolean }> {
  const jobs: LinkedFile[] = [];
  const hasLinks = found.links.length > 0 || found.linked !== undefined;
  const own = new Set<string>();
  const isOwn = (at: string): boolean => own.has(at) || (engine.claims(at) && isThere(at));
  for (const file of found.files) {
    await checkpoint.pass();
    if (engine.claims(file)) {
      jobs.push({ path: file, target: file });
      if (hasLinks) own.add(file);
    } else engine.addPath(file);
  }
  const follow = (linked: LinkedFile): void => {
    const { path: at, target, link } = linked;
    if (engine.claims(at) && (target === at || engine.expectsRegistry(at) || !isOwn(target))) jobs.push(linked);
    else engine.addPath(at, link);
  };
  for (const { path: at, ...link } of found.links)
    if (link.isFolder) engine.addPath(at, link);
    else follow({ path: at, target: link.target ?? at, link });
  for await (const each of found.linked ?? []) follow(each);
  if (jobs.length <= mostFiles) return { jobs, isAll: true };
  jobs.sort((a, b) => depth(a.path) - depth(b.path));
  for (const { path: at, link } of jobs.slice(mostFiles)) engine.addPath(at, link);
  return { jobs: jobs.slice(0, mostFiles), isAll: false };
}

function depth(path: string): number {
  return path.split('/').length;
}

import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { NotWritten } from './not-written';
import { remove } from './replace';

/**
 * What a run is about to write, in a file of the root: should the run be killed, the next one that writes finishes or undoes what was
 * begun. It is there before anything else is written, and a line is added to it before the first file is replaced.
 */
export const JOURNAL_FILE = '.registry-intel-writing';

/** One file that is written. Paths are absolute; the journal has them relative to the root. */
export interface Staged {
  readonly target: string;
  /** Holds the new text until it takes the place of the old one. */
  readonly temporary: string;
  /** Where the old file is kept until all are replaced; absent for a new file. */
  readonly kept?: string | undefined;
  /** Digests of what the file is and will be; the first is absent for a new file. */
  readonly was?: string | undefined;
  readonly becomes: string;
}

/** What one run writes. */
export interface Plan {
  readonly staged: readonly Staged[];
  /** Folders that are made, those around before those in them. */
  readonly folders: readonly string[];
}

interface Header {
  /** The process, and the file itself: a copy of a journal, or one that came with a repository, is nobody's. */
  readonly process: number;
  readonly file: number;
  readonly staged: readonly Staged[];
  readonly folders: readonly string[];
}

/** Writes down what is about to be written. Gives a function that notes that everything is ready to be replaced. */
export function beginJournal(root: string, { staged, folders }: Plan): () => void {
  const file = path.join(root, JOURNAL_FILE);
  const below = (at: string): string => path.relative(root, at).split(path.sep).join('/');
  const made = { file: false };
  const write = (open: number): void => {
    made.file = true;
    const header: Header = {
      process: process.pid,
      file: fs.fstatSync(open).ino,
      staged: staged.map(each => renamed(each, below)),
      folders: folders.map(below),
    };
    fs.writeFileSync(open, `${JSON.stringify(header)}\n`);
  };
  try {
    written(file, 'wx', write);
  } catch (error) {
    if (made.file) endJournal(root);
    throw error;
  }
  return () => written(file, 'a', open => fs.writeFileSync(open, `${COMMITTED}\n`));
}

/** Says that nothing is left to do, or to undo. Where the journal stays, the next run finds that out. */
export function endJournal(root: string): void {
  remove(path.join(root, JOURNAL_FILE));
}

/** What an earlier run has left: nothing, a note of what it was about to write, or something that is not ours. */
export interface Interrupted extends Plan {
  /** Whether everything was ready to be replaced, so that files may have been. */
  readonly isCommitted: boolean;
}

/** What an earlier run was about to write in a root. Throws `NotWritten` if another run goes on, or the journal is not ours. */
export function interrupted(root: string): Interrupted | undefined {
  const file = path.join(root, JOURNAL_FILE);
  const stat = fs.lstatSync(file, { throwIfNoEntry: false });
  if (stat === undefined) return undefined;
  if (!stat.isFile() || stat.size > MAX_JOURNAL) throw notOurs();
  const [header = '', ...lines] = fs.readFileSync(file, 'utf8').split('\n');
  // Killed while it was written down: nothing else has been written.
  if (lines.length === 0) return { staged: [], folders: [], isCommitted: false };
  const read = parsed(header);
  if (read?.file !== stat.ino) throw notOurs();
  if (isRunningElsewhere(read.process)) throw new NotWritten(`another run (process ${read.process}) is writing here.`);
  const inside = (at: string): string => {
    if (path.isAbsolute(at) || at.split('/').some(part => part === '..' || part === '.git')) throw notOurs();
    return path.join(root, at);
  };
  return {
    staged: read.staged.map(each => renamed(each, inside)),
    folders: read.folders.map(inside),
    isCommitted: lines[0] === COMMITTED,
  };
}

/** The SHA-256 of some bytes, by which a file is recognized after a run was killed. In hexadecimal. */
export function digestOf(bytes: Buffer | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The digest of a regular file; undefined if there is none. */
export function digestAt(file: string): string | undefined {
  const stat = fs.lstatSync(file, { throwIfNoEntry: false });
  return stat?.isFile() === true ? digestOf(fs.readFileSync(file)) : undefined;
}

const COMMITTED = 'committed';
/** In bytes. */
const MAX_JOURNAL = 64 * 1024 * 1024;

/** Opens a file, and closes it when what was written is on the disk. */
function written(file: string, flags: string, write: (open: number) => void): void {
  const open = fs.openSync(file, flags);
  try {
    write(open);
    fs.fsyncSync(open);
  } finally {
    fs.closeSync(open);
  }
}

function renamed({ target, temporary, kept, was, becomes }: Staged, name: (at: string) => string): Staged {
  return {
    target: name(target),
    temporary: name(temporary),
    ...(kept === undefined ? {} : { kept: name(kept) }),
    ...(was === undefined ? {} : { was }),
    becomes,
  };
}

function parsed(text: string): Header | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isHeader(value) && value.staged.every(isStaged) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isHeader(value: unknown): value is Header {
  if (typeof value !== 'object' || value === null) return false;
  const { process: number, file, staged, folders } = value as Partial<Record<keyof Header, unknown>>;
  const isText = (each: unknown): boolean => typeof each === 'string';
  return (
    typeof number === 'number' &&
    typeof file === 'number' &&
    Array.isArray(staged) &&
    Array.isArray(folders) &&
    folders.every(isText)
  );
}

/** Its files are called as this program calls them: nothing else is ever moved or deleted. */
function isStaged(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { target, temporary, kept, was, becomes } = value as Partial<Record<keyof Staged, unknown>>;
  if (typeof target !== 'string' || typeof temporary !== 'string' || typeof becomes !== 'string') return false;
  if (!temporary.startsWith(target) || !/^\.[0-9a-f]{12}\.tmp$/.test(temporary.slice(target.length))) return false;
  return kept === undefined ? was === undefined : kept === `${temporary}.old` && typeof was === 'string';
}

function notOurs(): NotWritten {
  return new NotWritten(
    `there is a '${JOURNAL_FILE}' that no run on this machine has left here. Look at it, and remove it.`,
  );
}

/** Whether another process of this number runs. This one writes one thing after the other. */
export function isRunningElsewhere(id: number): boolean {
  if (id === process.pid) return false;
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

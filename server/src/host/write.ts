import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { NotWritten } from './not-written';
import { decode } from './decode';
import { beginJournal, digestOf, endJournal, isRunningElsewhere, type Staged } from './journal';
import { recover } from './recover';
import { duplicate, moveToFreeName, remove, removeEmpty } from './replace';

/** A file to write. `before` is the text that it was read as; absent for a file that must not exist yet. */
export interface FileChange {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly before?: string;
}

/**
 * Writes all of the changes or none. Each text goes to a new file beside the old one, which it then replaces in one
 * step, with its permissions, byte order mark and line ends as they were. A file that has changed since it was read, a
 * link, or a path that leads out of the root stays as it is, and then so does everything else. Nothing else is left
 * behind.
 */
export function writeAll(root: string, changes: readonly FileChange[]): void {
  if (changes.length === 0) return;
  try {
    recover(root);
    const prepared = changes.map(change => prepare(root, change));
    writePrepared(root, prepared, missingFolders(prepared));
  } catch (error) {
    if (error instanceof NotWritten) throw error;
    throw new NotWritten(error instanceof Error ? error.message : String(error));
  }
}

function writePrepared(root: string, prepared: readonly Prepared[], folders: readonly string[]): void {
  const committed = beginJournal(root, { staged: prepared, folders });
  try {
    for (const folder of folders) fs.mkdirSync(folder);
    for (const { target, temporary, bytes, like } of prepared) {
      checkInside(root, target);
      fill(temporary, bytes, like);
    }
    commit(prepared, committed);
  } catch (error) {
    for (const { temporary } of prepared) remove(temporary);
    for (const folder of folders.toReversed()) removeEmpty(folder);
    throw error;
  } finally {
    endJournal(root);
  }
}

/**
 * Writes a file piece by piece, to a new file beside it that takes its place in one step when it is whole. What is
 * there is replaced only if `isReplaceable` says so of its first bytes. Throws `NotWritten`, and leaves everything as
 * it was.
 */
export function writePieces(
  file: string,
  pieces: Iterable<Uint8Array | string>,
  isReplaceable: (head: Buffer) => boolean,
): void {
  clearAbandoned(file);
  const temporary = `${file}.${process.pid}-${randomBytes(6).toString('hex')}.tmp`;
  let open: number | undefined;
  try {
    const stat = fs.lstatSync(file, { throwIfNoEntry: false });
    if (stat !== undefined && (!stat.isFile() || !isReplaceable(headOf(file))))
      throw new NotWritten(`'${file}' exists, and is none of what this writes.`);
    open = fs.openSync(temporary, 'wx', stat === undefined ? 0o666 : stat.mode & 0o7777);
    for (const piece of pieces) fs.writeFileSync(open, piece);
    fs.closeSync(open);
    if (stat === undefined) moveToFreeName(temporary, file);
    else fs.renameSync(temporary, file);
  } catch (error) {
    if (open !== undefined) fs.rmSync(temporary, { force: true });
    if (error instanceof NotWritten || !(error instanceof Error && 'syscall' in error)) throw error;
    throw new NotWritten(error.message);
  }
}

/** Deletes what runs have left beside a file that were killed while they wrote it. */
function clearAbandoned(file: string): void {
  const [folder, prefix] = [path.dirname(file), `${path.basename(file)}.`];
  for (const name of namesIn(folder)) {
    const [, id] = /\.(\d+)-[0-9a-f]{12}\.tmp$/.exec(name) ?? [];
    const isOurs = id !== undefined && name.startsWith(`${prefix}${id}-`);
    if (isOurs && !isRunningElsewhere(Number(id))) remove(path.join(folder, name));
  }
}

function namesIn(folder: string): string[] {
  try {
    return fs.readdirSync(folder);
  } catch {
    return [];
  }
}

/** Enough to tell what a file is. */
const HEAD = 1024;

function headOf(file: string): Buffer {
  const open = fs.openSync(file, 'r');
  try {
    const head = Buffer.alloc(HEAD);
    return head.subarray(0, fs.readSync(open, head));
  } finally {
    fs.closeSync(open);
  }
}

/** A change whose file was looked at. */
interface Prepared extends Staged {
  readonly bytes: Buffer;
  /** The file that is replaced. */
  readonly like: fs.Stats | undefined;
}

function prepare(root: string, { path: at, text, before }: FileChange): Prepared {
  const target = path.join(root, at);
  checkInside(root, target);
  const like = fs.lstatSync(target, { throwIfNoEntry: false });
  if (before === undefined && like !== undefined) throw new NotWritten(`'${at}' exists; nothing is ever overwritten.`);
  if (before !== undefined && like?.isFile() !== true) throw new NotWritten(`'${at}' is no ordinary file.`);
  const old = before === undefined ? undefined : fs.readFileSync(target);
  const bytes = old === undefined || before === undefined ? Buffer.from(text) : encode(at, old, before, text);
  const temporary = `${target}.${randomBytes(6).toString('hex')}.tmp`;
  return {
    target,
    temporary,
    bytes,
    like,
    becomes: digestOf(bytes),
    ...(old === undefined ? {} : { kept: `${temporary}.old`, was: digestOf(old) }),
  };
}

/** Refuses a path that a link leads out of the root. */
function checkInside(root: string, target: string): void {
  let folder = path.dirname(target);
  while (!fs.existsSync(folder)) folder = path.dirname(folder);
  const real = path.relative(fs.realpathSync(root), fs.realpathSync(folder));
  if (real === '..' || real.startsWith(`..${path.sep}`) || path.isAbsolute(real))
    throw new NotWritten(`'${path.relative(root, target)}' leads out of the repository.`);
}

/** The folders that are to be made, those around before those in them. */
function missingFolders(prepared: readonly Prepared[]): string[] {
  const missing = new Set<string>();
  for (const { target } of prepared)
    for (let folder = path.dirname(target); !fs.existsSync(folder); folder = path.dirname(folder)) missing.add(folder);
  return [...missing].sort((a, b) => a.length - b.length);
}

/** What has been written is on the disk before it replaces anything: else a crash could leave an empty file. */
function fill(temporary: string, bytes: Buffer, like: fs.Stats | undefined): void {
  const file = fs.openSync(temporary, 'wx', like === undefined ? 0o666 : like.mode & 0o7777);
  try {
    fs.writeFileSync(file, bytes);
    // The mask of the process may have taken some away.
    if (like !== undefined) fs.fchmodSync(file, like.mode & 0o7777);
    fs.fsyncSync(file);
  } finally {
    fs.closeSync(file);
  }
}

/** The bytes of a text in the coding of the file that it replaces. */
function encode(at: string, old: Buffer, before: string, text: string): Buffer {
  if (decode(at, old).text !== before) throw new NotWritten(`'${at}' has changed since it was read.`);
  const mark = old.subarray(0, MARK.length).equals(MARK) ? MARK : Buffer.alloc(0);
  if (!Buffer.concat([mark, Buffer.from(before)]).equals(old))
    throw new NotWritten(`'${at}' is not UTF-8, so it is not written.`);
  return Buffer.concat([mark, Buffer.from(text)]);
}

const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** Replaces the targets. Until the last one is replaced, each old file can be put back, even if the disk is full. */
function commit(staged: readonly Staged[], committed: () => void): void {
  const done: Staged[] = [];
  try {
    for (const { target, kept } of staged) if (kept !== undefined) duplicate(target, kept);
    committed();
    for (const each of staged) {
      if (each.kept === undefined) moveToFreeName(each.temporary, each.target);
      else fs.renameSync(each.temporary, each.target);
      done.push(each);
    }
  } catch (error) {
    const lost = done.flatMap(({ target, kept }) =>
      undo(target, kept) || kept === undefined ? [] : [`'${target}' from '${kept}'`],
    );
    for (const { kept } of staged) if (kept !== undefined && lost.length === 0) remove(kept);
    if (lost.length === 0) throw error;
    throw new NotWritten(`This could not be undone; put back ${lost.join(', ')}.`);
  }
  for (const { temporary, kept } of staged) remove(kept ?? temporary);
}

/** Puts the old file back. Returns whether the target is as it was before. */
function undo(target: string, kept: string | undefined): boolean {
  try {
    if (kept === undefined) fs.rmSync(target, { force: true });
    else fs.renameSync(kept, target);
    return true;
  } catch {
    return kept === undefined;
  }
}

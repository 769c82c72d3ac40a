import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { NotWritten } from './not-written';
import { decode } from './decode';

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
  const staged: Staged[] = [];
  const folders: string[] = [];
  try {
    for (const change of changes) stage(root, change, staged, folders);
    commit(staged);
  } catch (error) {
    for (const { temporary } of staged) remove(temporary);
    for (const folder of folders.reverse()) removeEmpty(folder);
    if (error instanceof NotWritten) throw error;
    throw new NotWritten(error instanceof Error ? error.message : String(error));
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
  const temporary = `${file}.${randomBytes(6).toString('hex')}.tmp`;
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

interface Staged {
  readonly target: string;
  readonly temporary: string;
  /** Where the old file is kept until all are replaced; absent for a new file. */
  readonly kept: string | undefined;
}

function stage(root: string, { path: at, text, before }: FileChange, staged: Staged[], folders: string[]): void {
  const target = path.join(root, at);
  makeFolder(path.dirname(target), folders);
  const real = path.relative(fs.realpathSync(root), fs.realpathSync(path.dirname(target)));
  if (real === '..' || real.startsWith(`..${path.sep}`) || path.isAbsolute(real))
    throw new NotWritten(`'${at}' leads out of the repository.`);
  const stat = fs.lstatSync(target, { throwIfNoEntry: false });
  if (before === undefined && stat !== undefined) throw new NotWritten(`'${at}' exists; nothing is ever overwritten.`);
  if (before !== undefined && stat?.isFile() !== true) throw new NotWritten(`'${at}' is no ordinary file.`);
  const bytes = before === undefined ? Buffer.from(text) : encode(at, fs.readFileSync(target), before, text);
  const temporary = `${target}.${randomBytes(6).toString('hex')}.tmp`;
  staged.push({ target, temporary, kept: before === undefined ? undefined : `${temporary}.old` });
  fill(temporary, bytes, stat);
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
function commit(staged: readonly Staged[]): void {
  const done: Staged[] = [];
  try {
    if (staged.length > 1) for (const { target, kept } of staged) if (kept !== undefined) duplicate(target, kept);
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

/** A second name does not replace what has come into being meanwhile; a rename would. */
function moveToFreeName(temporary: string, target: string): void {
  duplicate(temporary, target);
  remove(temporary);
}

/** Gives a file another name, which must be free; its bytes, where the file system has no such links. */
function duplicate(from: string, to: string): void {
  try {
    fs.linkSync(from, to);
  } catch (error) {
    if (!NO_LINKS.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    copy(from, to);
  }
}

function copy(from: string, to: string): void {
  try {
    fs.copyFileSync(from, to, fs.constants.COPYFILE_EXCL);
  } catch (error) {
    // Half a copy, unless somebody else's file is there.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') remove(to);
    throw error;
  }
}

const NO_LINKS = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK']);

/** Deletes a temporary file. A failure does not matter. */
function remove(file: string): void {
  try {
    fs.rmSync(file, { force: true });
  } catch {
    // It is in nobody's way.
  }
}

function makeFolder(folder: string, made: string[]): void {
  if (fs.existsSync(folder)) return;
  makeFolder(path.dirname(folder), made);
  fs.mkdirSync(folder);
  made.push(folder);
}

function removeEmpty(folder: string): void {
  try {
    fs.rmdirSync(folder);
  } catch {
    // Something else is in it by now.
  }
}

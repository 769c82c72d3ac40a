import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { decode } from './decode';

/** A file to write. `before` is the text that it was read as; absent for a file that must not exist yet. */
export interface FileChange {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly before?: string;
}

/** Why nothing was written: a sentence. */
export class NotWritten extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'NotWritten';
  }
}

/**
 * Writes all of the changes or none. Each text goes to a new file beside the old one, which it then replaces in one step,
 * with its permissions, byte order mark and line ends as they were. A file that has changed since it was read, a link, or a
 * path that leads out of the root stays as it is, and then so does everything else.
 */
export function writeAll(root: string, changes: readonly FileChange[]): void {
  const staged: Staged[] = [];
  const folders: string[] = [];
  try {
    for (const change of changes) staged.push(stage(root, change, folders));
    commit(staged);
  } catch (error) {
    for (const { temporary } of staged) fs.rmSync(temporary, { force: true });
    for (const folder of folders.reverse()) removeEmpty(folder);
    if (error instanceof NotWritten) throw error;
    throw new NotWritten(error instanceof Error ? error.message : String(error));
  }
}

/**
 * Writes a file piece by piece, to a new file beside it that takes its place in one step when it is whole. What is there is
 * replaced only if `isReplaceable` says so of its first bytes. Throws `NotWritten`, and leaves everything as it was.
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
    if (stat === undefined) moveToNew(temporary, file);
    else fs.renameSync(temporary, file);
  } catch (error) {
    if (open !== undefined) fs.rmSync(temporary, { force: true });
    if (error instanceof NotWritten || !(error instanceof Error && 'syscall' in error)) throw error;
    throw new NotWritten(error.message);
  }
}

/** A link does not replace what has come into being meanwhile; a rename would. */
function moveToNew(temporary: string, target: string): void {
  fs.linkSync(temporary, target);
  fs.rmSync(temporary);
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
  /** The bytes that it replaces; absent for a new file. */
  readonly old: Buffer | undefined;
}

function stage(root: string, { path: at, text, before }: FileChange, folders: string[]): Staged {
  const target = path.join(root, at);
  makeFolder(path.dirname(target), folders);
  const real = path.relative(fs.realpathSync(root), fs.realpathSync(path.dirname(target)));
  if (real === '..' || real.startsWith(`..${path.sep}`) || path.isAbsolute(real))
    throw new NotWritten(`'${at}' leads out of the repository.`);
  const stat = fs.lstatSync(target, { throwIfNoEntry: false });
  if (before === undefined && stat !== undefined) throw new NotWritten(`'${at}' exists; nothing is ever overwritten.`);
  if (before !== undefined && stat?.isFile() !== true) throw new NotWritten(`'${at}' is no ordinary file.`);
  const old = before === undefined ? undefined : fs.readFileSync(target);
  const bytes = old === undefined ? Buffer.from(text) : encode(at, old, before!, text);
  const temporary = `${target}.${randomBytes(6).toString('hex')}.tmp`;
  fs.writeFileSync(temporary, bytes, { flag: 'wx', mode: stat === undefined ? 0o666 : stat.mode & 0o7777 });
  // The mask of the process may have taken some away.
  if (stat !== undefined) fs.chmodSync(temporary, stat.mode & 0o7777);
  return { target, temporary, old };
}

/** The bytes of a text in the coding of the file that it replaces. */
function encode(at: string, old: Buffer, before: string, text: string): Buffer {
  if (decode(old).text !== before) throw new NotWritten(`'${at}' has changed since it was read.`);
  const mark = old.subarray(0, MARK.length).equals(MARK) ? MARK : Buffer.alloc(0);
  if (!Buffer.concat([mark, Buffer.from(before)]).equals(old))
    throw new NotWritten(`'${at}' is not UTF-8, so it is not written.`);
  return Buffer.concat([mark, Buffer.from(text)]);
}

const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

function commit(staged: readonly Staged[]): void {
  const done: Staged[] = [];
  try {
    for (const each of staged) {
      if (each.old === undefined) moveToNew(each.temporary, each.target);
      else fs.renameSync(each.temporary, each.target);
      done.push(each);
    }
  } catch (error) {
    for (const { target, old } of done)
      if (old === undefined) fs.rmSync(target, { force: true });
      else fs.writeFileSync(target, old);
    throw error;
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

import fs from 'node:fs';
import { decode } from './decode';
import { unread, type Reading } from './file-source';
import { isShortage, retryWhileShort } from './retry';

/** The size limit of a file in bytes. No registry that is written by hand comes near it. */
export const SIZE_LIMIT = 20 * 1024 * 1024;

/**
 * Reads one file, blocking the thread. Only ordinary files are ever read, and links are not followed: opening a pipe or
 * a device that stands in a file's place neither waits nor reads. Never throws.
 */
export function readText(path: string, limit = SIZE_LIMIT): Reading {
  let file: number | undefined;
  try {
    file = fs.openSync(path, FLAGS);
    const stat = fs.fstatSync(file);
    const refusal = refuse(stat, limit);
    if (refusal !== undefined) return unread(refusal);
    const bytes =
      stat.size <= sharedBuffer.length ? sharedBuffer.subarray(0, stat.size) : Buffer.allocUnsafe(stat.size);
    let size = 0;
    for (let read = 1; read > 0 && size < bytes.length; size += read)
      read = fs.readSync(file, bytes, size, bytes.length - size, null);
    return decode(path, bytes.subarray(0, size));
  } catch (error) {
    return failed(error);
  } finally {
    if (file !== undefined) close(file);
  }
}

/**
 * Holds the bytes of one file after the other: a new buffer for each of a hundred thousand files would have to be
 * collected.
 */
const sharedBuffer = Buffer.allocUnsafeSlow(1 << 18);

/**
 * The text of a file as far as it can be read. Returns undefined, and not an empty text, if nothing of it can be read.
 */
export function textOf(path: string): string | undefined {
  const reading = readText(path);
  return reading?.unreadable !== undefined && reading.text === '' ? undefined : reading?.text;
}

/** Reads one file as `readText` does, without blocking the thread. Waits while the machine is short of a resource. */
export function readTextLater(path: string, limit = SIZE_LIMIT): Promise<Reading> {
  return retryWhileShort(
    () => readOnce(path, limit),
    reading => reading?.unreadable?.mayPass === true,
  );
}

async function readOnce(path: string, limit: number): Promise<Reading> {
  let file;
  try {
    file = await fs.promises.open(path, FLAGS);
    const stat = await file.stat();
    const refusal = refuse(stat, limit);
    if (refusal !== undefined) return unread(refusal);
    const bytes = Buffer.allocUnsafe(stat.size);
    let size = 0;
    for (let read = 1; read > 0 && size < bytes.length; size += read)
      read = (await file.read(bytes, size, bytes.length - size, null)).bytesRead;
    return decode(path, bytes.subarray(0, size));
  } catch (error) {
    return failed(error);
  } finally {
    // What was read is read, whatever closing says.
    await file?.close().catch(() => undefined);
  }
}

/** What was read is read, whatever closing says. */
function close(file: number): void {
  try {
    fs.closeSync(file);
  } catch {
    return;
  }
}

/**
 * Never waits for the other end of a pipe, never follows a link. Windows knows neither flag: absent, they count as 0.
 */
const FLAGS = fs.constants.O_RDONLY | fs.constants.O_NONBLOCK | fs.constants.O_NOFOLLOW;

function refuse(stat: fs.Stats, limit: number): string | undefined {
  if (!stat.isFile()) return `This is ${kindOf(stat)}, not a file, so it is not read`;
  if (stat.size > limit)
    return `This file is too large to read (${megabytes(stat.size)}; the limit is ${megabytes(limit)})`;
  return undefined;
}

/** What stands at a path that is not an ordinary file. */
export function kindOf(entry: fs.Stats | fs.Dirent): string {
  if (entry.isDirectory()) return 'a folder';
  if (entry.isFIFO()) return 'a named pipe';
  if (entry.isSocket()) return 'a socket';
  if (entry.isSymbolicLink()) return 'a link';
  return 'a device';
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`;
}

function failed(error: unknown): Reading {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
  const reason = REASONS[code] ?? code;
  const refusal = unread(`This file cannot be read: ${reason === '' ? String(error) : reason}`);
  return isShortage(error) ? { ...refusal, unreadable: { ...refusal.unreadable, mayPass: true } } : refusal;
}

const REASONS: Readonly<Record<string, string | undefined>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ERR_ACCESS_DENIED: 'permission denied',
  EISDIR: 'it is a folder',
  ELOOP: 'it has become a link',
  ENXIO: 'it is a socket or a device',
  EIO: 'the disk reports an error',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
};

import zlib from 'node:zlib';
import { UnreadableHistory } from './unreadable-history';

/** The types of objects that a history consists of. */
export type ObjectType = 'commit' | 'tree' | 'blob' | 'tag';

/** An object as git stores it, unpacked and without its header. */
export interface GitObject {
  readonly type: ObjectType;
  readonly data: Buffer;
}

/** Blobs are texts of files, which are not read beyond their own limit. Trees have 30 bytes an entry, commits hardly a thousand. In bytes. */
export const MAX_OBJECT = 32 * 1024 * 1024;

/** Says that an object is too large to be unpacked. */
export function checkSize(size: number, object: string): void {
  if (size > MAX_OBJECT)
    throw new UnreadableHistory(
      `The object ${object} has ${Math.round(size / 1_000_000)} MB, and no more than 33 MB are read.`,
    );
}

/** The bytes of a packed stream, `length` of them or fewer: an error if there are more, or if the stream is none. */
export function inflated(packed: Buffer, length: number, what: string): Buffer {
  try {
    return zlib.inflateSync(packed, { maxOutputLength: Math.max(1, length) });
  } catch {
    throw new UnreadableHistory(`${what} is damaged, or longer than it says.`);
  }
}

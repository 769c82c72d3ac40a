import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { LruCache } from '../base/lru-cache';
import { readRegularFile } from './git-files';
import { checkSize, inflated, MAX_OBJECT, type GitObject, type ObjectType } from './git-object';
import { Pack } from './git-pack';
import { UnreadableHistory } from './unreadable-history';

/** What an object is and how long, known before it is unpacked. In bytes. */
interface ObjectHeader {
  readonly type: ObjectType;
  readonly size: number;
}

/** How much of one history is unpacked, in bytes, with the objects that others are made from. */
const MAX_UNPACKED = 4 * 1024 * 1024 * 1024;

/**
 * The objects of a repository. They are hostile input: a thousand bytes may stand for a thousand million. So only regular files are
 * opened, every size is known before anything is unpacked, and all that is unpacked is counted.
 */
export class GitObjects {
  private readonly stores: readonly string[];
  private packs: readonly Pack[] | undefined;
  private unpacked = 0;
  /** Short objects that were read last: a tree may be listed at many paths. */
  private readonly kept = new LruCache<string, GitObject>(MOST_KEPT);

  constructor(stores: readonly string[]) {
    this.stores = stores;
  }

  /** The object of an id; undefined if there is none. Throws `UnreadableHistory` if it is damaged or too large. */
  read(id: string): GitObject | undefined {
    const kept = this.kept.get(id);
    if (kept !== undefined) return kept;
    const object = this.readNested(id, 0);
    if (object !== undefined && object.data.length <= MAX_KEPT) this.kept.set(id, object);
    return object;
  }

  /** The object of an id and a type, which somebody has named. */
  readExpected(id: string, type: ObjectType): Buffer {
    const object = this.read(id);
    if (object === undefined) throw new UnreadableHistory(`The object ${id} is missing.`);
    if (object.type !== type) throw new UnreadableHistory(`The object ${id} is no ${type}.`);
    return object.data;
  }

  /** The ids that begin with `prefix`, two at most: with more than one, nothing is named. */
  idsFrom(prefix: string): string[] {
    const found = new Set<string>();
    for (const store of this.stores)
      for (const rest of namesIn(path.join(store, prefix.slice(0, 2))))
        if (rest.length === 38 && rest.startsWith(prefix.slice(2))) found.add(prefix.slice(0, 2) + rest);
    for (const pack of this.allPacks()) for (const id of pack.idsFrom(prefix)) found.add(id);
    return [...found].slice(0, 2);
  }

  private readNested(id: string, depth: number): GitObject | undefined {
    if (depth > MAX_NESTING) throw new UnreadableHistory(`The object ${id} is made from too many others.`);
    for (const store of this.stores) {
      const packed = readRegularFile(path.join(store, id.slice(0, 2), id.slice(2)), MAX_OBJECT);
      if (packed !== undefined) return looseObject(packed, id, bytes => this.count(bytes));
    }
    for (const pack of this.allPacks()) {
      const offset = pack.offsetOf(id);
      if (offset === undefined) continue;
      const base = (other: string): GitObject | undefined => this.readNested(other, depth + 1);
      return pack.read(offset, { base, count: bytes => this.count(bytes) });
    }
    return undefined;
  }

  private count(bytes: number): void {
    this.unpacked += bytes;
    if (this.unpacked > MAX_UNPACKED) throw new UnreadableHistory('It asks for more than 4 GB to be unpacked.');
  }

  private allPacks(): readonly Pack[] {
    this.packs ??= this.stores.flatMap(store => {
      const folder = path.join(store, 'pack');
      const indexes = namesIn(folder).filter(name => name.endsWith('.idx'));
      return indexes.sort().map(name => new Pack(path.join(folder, name.slice(0, -'.idx'.length))));
    });
    return this.packs;
  }
}

const MOST_KEPT = 500;
/** In bytes. */
const MAX_KEPT = 32 * 1024;
/** An object of one pack is made from one of another at most a few times. */
const MAX_NESTING = 10;

function namesIn(folder: string): string[] {
  try {
    return fs.readdirSync(folder);
  } catch {
    return [];
  }
}

function looseObject(packed: Buffer, id: string, count: (bytes: number) => void): GitObject {
  const { header, length } = looseHeader(packed, id);
  checkSize(header.size, id);
  count(header.size);
  const data = inflated(packed, length + header.size, `The object ${id}`).subarray(length);
  if (data.length !== header.size) throw new UnreadableHistory(`The object ${id} is shorter than it says.`);
  return { type: header.type, data };
}

function looseHeader(packed: Buffer, id: string): { readonly header: ObjectHeader; readonly length: number } {
  const start = firstBytes(packed);
  const end = start.indexOf(0);
  const [, type, size] =
    /^(commit|tree|blob|tag) (\d{1,15})$/.exec(start.toString('latin1', 0, Math.max(0, end))) ?? [];
  if (type === undefined || size === undefined) throw new UnreadableHistory(`The object ${id} is damaged.`);
  return { header: { type: type as ObjectType, size: Number(size) }, length: end + 1 };
}

/** The first bytes of a stream, as many as a header may have, or none: of a little of what is packed, little is unpacked. */
function firstBytes(packed: Buffer): Buffer {
  try {
    const few = packed.subarray(0, 512);
    return zlib.inflateSync(few, { finishFlush: zlib.constants.Z_SYNC_FLUSH, maxOutputLength: 512 * 1100 });
  } catch {
    return Buffer.alloc(0);
  }
}

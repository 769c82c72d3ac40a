import { readAt, readRegularFile, withRegularFile } from './git-files';
import { checkSize, inflated, type GitObject, type ObjectType } from './git-object';
import { UnreadableHistory } from './unreadable-history';

/** What a pack needs to make an object. */
interface Making {
  /** An object of any pack, by its id. */
  base(id: string): GitObject | undefined;
  /** Told how many bytes are about to be unpacked or put together. */
  count(bytes: number): void;
}

/** No index of a pack larger than this is read: it has 30 bytes an object. In bytes. */
const MAX_INDEX = 512 * 1024 * 1024;
/** Git makes an object from fifty others at most, unless it is told to use more. */
const MAX_CHAIN = 4096;
/** Objects that others are made from are kept for a while: so many bytes of them, none longer than a part of that. */
const MAX_KEPT = 48 * 1024 * 1024;

/** A pack of objects and its index, as Git documents them (gitformat-pack). `stem` is the path without its ending. */
export class Pack {
  private readonly stem: string;
  private known: Index | 'none' | undefined;
  private readonly kept = new Map<number, GitObject>();
  private keptBytes = 0;

  constructor(stem: string) {
    this.stem = stem;
  }

  /** Where an object begins in the pack; undefined if it has no such object. */
  offsetOf(id: string): number | undefined {
    const index = this.index();
    const at = index?.firstFrom(id);
    return index === undefined || at === undefined || index.idAt(at) !== id ? undefined : index.offsetAt(at);
  }

  /** The ids that begin with `prefix`, two at most. */
  *idsFrom(prefix: string): Iterable<string> {
    const index = this.index();
    if (index === undefined) return;
    const first = index.firstFrom(prefix.padEnd(40, '0'));
    for (let at = first; at < Math.min(first + 2, index.count) && index.idAt(at).startsWith(prefix); at++)
      yield index.idAt(at);
  }

  /** The object at an offset, with all that it is made from. */
  read(offset: number, making: Making): GitObject {
    const object = withRegularFile(`${this.stem}.pack`, (handle, size) =>
      this.readFrom({ handle, size }, offset, making),
    );
    return object ?? this.fail('is missing');
  }

  private readFrom(pack: OpenPack, offset: number, making: Making): GitObject {
    const deltas: Buffer[] = [];
    let at = offset;
    for (;;) {
      const kept = this.kept.get(at);
      if (kept !== undefined) return this.make(kept, deltas, offset, making);
      const entry = this.entryAt(pack, at);
      checkSize(entry.size, `at ${at} of ${this.stem}.pack`);
      making.count(entry.size);
      const data = this.unpack(pack, entry);
      if (typeof entry.type === 'string') return this.make({ type: entry.type, data }, deltas, offset, making);
      deltas.push(data);
      if (deltas.length > MAX_CHAIN) this.fail('makes an object from too many others');
      if (entry.baseId !== undefined) {
        const own = this.offsetOf(entry.baseId);
        if (own === undefined) {
          const base = making.base(entry.baseId) ?? this.fail('lacks an object that another is made from');
          return this.make(base, deltas, offset, making);
        }
        at = own;
      } else at = entry.baseOffset ?? this.fail('is damaged');
    }
  }

  private make(base: GitObject, deltas: readonly Buffer[], offset: number, making: Making): GitObject {
    let { data } = base;
    for (const delta of deltas.toReversed())
      data = applied(
        delta,
        data,
        bytes => making.count(bytes),
        () => this.fail('is damaged'),
      );
    const object = { type: base.type, data };
    this.keep(offset, object);
    return object;
  }

  private keep(offset: number, object: GitObject): void {
    const { length } = object.data;
    if (length > MAX_KEPT / 16) return;
    if (this.keptBytes + length > MAX_KEPT) {
      this.kept.clear();
      this.keptBytes = 0;
    }
    if (!this.kept.has(offset)) this.keptBytes += length;
    this.kept.set(offset, object);
  }

  private unpack({ handle, size }: OpenPack, { dataAt, size: length }: Entry): Buffer {
    // What cannot be packed takes a little more room than it has bytes.
    const packed = readAt(handle, dataAt, Math.min(length + (length >> 8) + 1024, Math.max(0, size - dataAt)));
    const data = inflated(packed, length, `An object of ${this.stem}.pack`);
    return data.length === length ? data : this.fail('has an object that is shorter than it says');
  }

  private entryAt({ handle, size }: OpenPack, at: number): Entry {
    if (at < 12 || at >= size) this.fail('is damaged');
    const head = readAt(handle, at, 64);
    const next = byteReader(head, () => this.fail('is damaged'));
    let byte = next();
    const kind = (byte >> 4) & 7;
    let length = byte & 15;
    for (let unit = 16; byte > 127; unit *= 128) {
      byte = next();
      length += (byte & 127) * unit;
    }
    const type = TYPES[kind];
    if (type !== undefined) return { type, size: length, dataAt: at + next.count() };
    if (kind === OFFSET_DELTA) {
      const back = offsetFrom(next);
      return { type: undefined, size: length, baseOffset: at - back, dataAt: at + next.count() };
    }
    if (kind !== ID_DELTA) this.fail('is damaged');
    const from = next.count();
    return { type: undefined, size: length, baseId: head.toString('hex', from, from + 20), dataAt: at + from + 20 };
  }

  private index(): Index | undefined {
    if (this.known === undefined) {
      const bytes = readRegularFile(`${this.stem}.idx`, MAX_INDEX);
      this.known = bytes === undefined ? 'none' : new Index(bytes, () => this.fail('has a damaged index'));
    }
    return this.known === 'none' ? undefined : this.known;
  }

  private fail(how: string): never {
    throw new UnreadableHistory(`${this.stem}.pack ${how}.`);
  }
}

interface OpenPack {
  readonly handle: number;
  readonly size: number;
}

interface Entry {
  /** Absent from what is made from another object. */
  readonly type: ObjectType | undefined;
  readonly size: number;
  readonly baseOffset?: number;
  readonly baseId?: string;
  readonly dataAt: number;
}

const TYPES: readonly (ObjectType | undefined)[] = [undefined, 'commit', 'tree', 'blob', 'tag'];
const OFFSET_DELTA = 6;
const ID_DELTA = 7;

/** Version 2 of the index, which Git has written since 2007. */
class Index {
  readonly count: number;
  private readonly bytes: Buffer;
  private readonly fail: () => never;

  constructor(bytes: Buffer, fail: () => never) {
    this.bytes = bytes;
    this.fail = fail;
    if (bytes.length < 1072 || bytes.readUInt32BE(0) !== 0xff744f63 || bytes.readUInt32BE(4) !== 2) fail();
    this.count = bytes.readUInt32BE(8 + 255 * 4);
    if (bytes.length < 1032 + this.count * 28 + 40) fail();
  }

  idAt(at: number): string {
    return this.bytes.toString('hex', 1032 + at * 20, 1052 + at * 20);
  }

  /** How many ids come before `id`. */
  firstFrom(id: string): number {
    let [low, high] = [0, this.count];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.idAt(middle) < id) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  offsetAt(at: number): number {
    const { bytes, count } = this;
    const offset = bytes.readUInt32BE(1032 + count * 24 + at * 4);
    if (offset < 0x80000000) return offset;
    const long = 1032 + count * 28 + (offset - 0x80000000) * 8;
    if (long + 8 > bytes.length) this.fail();
    return Number(bytes.readBigUInt64BE(long));
  }
}

interface ByteReader {
  (): number;
  /** How many bytes were read. */
  count(): number;
}

function byteReader(bytes: Buffer, fail: () => never): ByteReader {
  let at = 0;
  const next = (): number => bytes[at++] ?? fail();
  return Object.assign(next, { count: () => at });
}

function offsetFrom(next: ByteReader): number {
  let byte = next();
  let value = byte & 127;
  while (byte > 127) {
    byte = next();
    value = (value + 1) * 128 + (byte & 127);
  }
  return value;
}

/** What a delta makes of a base: pieces of the base, and of the delta itself. */
function applied(delta: Buffer, base: Buffer, count: (bytes: number) => void, fail: () => never): Buffer {
  const next = byteReader(delta, fail);
  const sizeOf = (): number => {
    let [value, unit, byte] = [0, 1, 128];
    for (; byte > 127; unit *= 128) {
      byte = next();
      value += (byte & 127) * unit;
    }
    return value;
  };
  if (sizeOf() !== base.length) fail();
  const size = sizeOf();
  checkSize(size, 'that a delta makes');
  count(size);
  const made = Buffer.alloc(size);
  let filled = 0;
  let at = next.count();
  const put = (from: Buffer, start: number, length: number): void => {
    if (length === 0 || start + length > from.length || filled + length > size) fail();
    from.copy(made, filled, start, start + length);
    filled += length;
  };
  while (at < delta.length) {
    const code = delta[at++]!;
    if (code < 128) {
      put(delta, at, code);
      at += code;
      continue;
    }
    let [start, length] = [0, 0];
    for (let bit = 0; bit < 7; bit++) {
      if ((code & (1 << bit)) === 0) continue;
      const byte = delta[at++] ?? fail();
      if (bit < 4) start += byte * 256 ** bit;
      else length += byte * 256 ** (bit - 4);
    }
    put(base, start, length === 0 ? 0x10000 : length);
  }
  return filled === size ? made : fail();
}

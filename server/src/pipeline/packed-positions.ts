import { LruCache } from '../base/lru-cache';
import type { Position, Span } from '../base/text';
import { partOffset, rangeAt, spanAt, type Positions, type PositionTable, type Range } from './positions';

/** Where the packed positions of a file begin, in a block that files share. */
interface PackedLocation {
  readonly block: Uint8Array;
  readonly start: number;
}

/** How many bytes files share: one array for each would take more room for itself than for what it holds. */
const BLOCK_SIZE = 1 << 14;

/**
 * Packs positions into blocks that files share. A block goes with the last file that is in it, so there is nothing to free.
 *
 * Packed are, after how many there are, the differences between one number and the one before it, with as few bytes as
 * they take, seven bits in each.
 */
export class PositionPacker {
  private readonly unpacked = new UnpackedCache();
  private block = new Uint8Array(0);
  private used = 0;
  private scratch = new Uint8Array(BLOCK_SIZE);
  private end = 0;

  pack({ spans: { offsets, data }, lineStarts }: PositionTable): PackedPositions {
    this.end = 0;
    const most = 5 * (offsets.length + data.length + lineStarts.length + 3);
    if (most > this.scratch.length) this.scratch = new Uint8Array(2 * most);
    for (const numbers of [offsets, data, lineStarts]) this.writeList(numbers);
    if (this.used + this.end > this.block.length) {
      this.block = new Uint8Array(Math.max(BLOCK_SIZE, this.end));
      this.used = 0;
    }
    const start = this.used;
    this.block.set(this.scratch.subarray(0, this.end), start);
    this.used += this.end;
    return new PackedPositions({ block: this.block, start }, this.unpacked);
  }

  private writeList(numbers: Uint32Array): void {
    this.writeNumber(numbers.length);
    let before = 0;
    for (const number of numbers) {
      const difference = number - before;
      this.writeNumber(difference < 0 ? -2 * difference - 1 : 2 * difference);
      before = number;
    }
  }

  private writeNumber(value: number): void {
    let rest = value;
    while (rest > 127) {
      this.scratch[this.end++] = (rest & 127) | 128;
      rest = Math.floor(rest / 128);
    }
    this.scratch[this.end++] = rest;
  }
}

/** Positions of a closed file, in a third of the room or less: of a large repository, nearly all files are closed. */
class PackedPositions implements Positions {
  readonly packed: PackedLocation;
  private readonly unpacked: UnpackedCache;

  constructor(packed: PackedLocation, unpacked: UnpackedCache) {
    this.packed = packed;
    this.unpacked = unpacked;
  }

  table(): PositionTable {
    return this.unpacked.table(this.packed);
  }

  span(row: number, part: number): Span | undefined {
    return this.unpacked.span(this.packed, row, part);
  }

  range(span: Span): Range {
    return this.unpacked.range(this.packed, span);
  }
}

/** How many lookups are answered from the packed form; then the positions of the file are unpacked. */
const MAX_PACKED_LOOKUPS = 4;
const MAX_UNPACKED = 256;

/**
 * Answers from packed positions. What is asked for seldom stays packed and is looked through: a file may name places in hundreds of
 * others. What is asked for often is unpacked, in the room of what has not been asked for longest: whenever somebody wants new arrays,
 * the runtime may stop to look for garbage. These arrays are used again, so callers get single places and never an array.
 */
class UnpackedCache {
  /** What was unpacked last for somebody to keep: whoever asks for a table goes on with it, mostly. */
  private lastTable: { readonly packed: PackedLocation; readonly table: PositionTable } | undefined;
  /** How often somebody has asked for a single place. */
  private readonly singleLookups = new LruCache<PackedLocation, number>(1024);
  /** What was asked for last is at the end. */
  private readonly frequent = new Map<
    PackedLocation,
    { readonly room: Uint32Array<ArrayBuffer>; readonly table: PositionTable }
  >();

  table(packed: PackedLocation): PositionTable {
    if (this.lastTable?.packed !== packed)
      this.lastTable = { packed, table: unpack(packed, size => new Uint32Array(size)) };
    return this.lastTable.table;
  }

  span(packed: PackedLocation, row: number, part: number): Span | undefined {
    const table = this.tableIfFrequent(packed);
    return table === undefined ? packedSpan(packed, row, part) : spanAt(table.spans, row, part);
  }

  range(packed: PackedLocation, span: Span): Range {
    const table = this.tableIfFrequent(packed);
    return table === undefined ? packedRange(packed, span) : rangeAt(table.lineStarts, span);
  }

  private tableIfFrequent(packed: PackedLocation): PositionTable | undefined {
    const known = this.frequent.get(packed);
    if (known !== undefined) {
      this.frequent.delete(packed);
      this.frequent.set(packed, known);
      return known.table;
    }
    const times = (this.singleLookups.get(packed) ?? 0) + 1;
    this.singleLookups.set(packed, times);
    return times > MAX_PACKED_LOOKUPS ? this.unpackIntoOldest(packed) : undefined;
  }

  private unpackIntoOldest(packed: PackedLocation): PositionTable {
    let room = new Uint32Array(0);
    const [oldest] = this.frequent;
    if (oldest !== undefined && this.frequent.size >= MAX_UNPACKED) {
      room = oldest[1].room;
      this.frequent.delete(oldest[0]);
    }
    const table = unpack(packed, size => (size <= room.length ? room : (room = new Uint32Array(size))));
    this.frequent.set(packed, { room, table });
    return table;
  }
}

/** The span of a part, without unpacking more than what lies before it. */
function packedSpan(packed: PackedLocation, row: number, part: number): Span | undefined {
  const numbers = new PackedReader(packed);
  const facts = numbers.startList();
  if (row + 2 > facts) return undefined;
  const first = numbers.advance(row + 1);
  const at = partOffset(first, numbers.advance(1), part);
  if (at === undefined) return undefined;
  numbers.skip(facts - row - 2);
  numbers.startList();
  return { start: numbers.advance(at + 1), end: numbers.advance(1) };
}

function packedRange(packed: PackedLocation, { start, end }: Span): Range {
  const numbers = new PackedReader(packed);
  numbers.skipList();
  numbers.skipList();
  let left = numbers.startList() - 1;
  let [line, from] = [0, numbers.advance(1)];
  let next = left > 0 ? numbers.advance(1) : Infinity;
  const positionOf = (offset: number): Position => {
    for (; next <= offset; line++) {
      from = next;
      next = --left > 0 ? numbers.advance(1) : Infinity;
    }
    return { line, column: offset - from };
  };
  return { start: positionOf(start), end: positionOf(end) };
}

/** Goes through packed numbers, list by list. */
class PackedReader {
  private readonly block: Uint8Array;
  private at: number;
  private last = 0;

  constructor({ block, start }: PackedLocation) {
    this.block = block;
    this.at = start;
  }

  /** How many numbers the next list has; to be called when the one before is through. */
  startList(): number {
    this.last = 0;
    return this.readByteGroup();
  }

  /** Goes through the next list, and gives how many numbers it has. */
  skipList(): number {
    const count = this.startList();
    this.skip(count);
    return count;
  }

  /** Reads the next `count` numbers, one at least, and returns the last one. */
  advance(count: number): number {
    for (let i = 0; i < count; i++) {
      const value = this.readByteGroup();
      this.last += (value >>> 1) ^ -(value & 1);
    }
    return this.last;
  }

  /** Passes over the next `count` numbers. Later numbers of the same list cannot be read then, since they are differences. */
  skip(count: number): void {
    const { block } = this;
    let { at } = this;
    for (let left = count; left > 0; at++) if (block[at]! < 128) left--;
    this.at = at;
  }

  private readByteGroup(): number {
    const { block } = this;
    let { at } = this;
    let byte = block[at++]!;
    let value = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = block[at++]!;
      value |= (byte & 127) << shift;
    }
    this.at = at;
    return value;
  }
}

/** Unpacks the three lists of a file into one array; `roomFor` gives an array of at least the size that they need together. */
function unpack(packed: PackedLocation, roomFor: (size: number) => Uint32Array): PositionTable {
  const counts = new PackedReader(packed);
  const sizes = [counts.skipList(), counts.skipList(), counts.skipList()] as const;
  const room = roomFor(sizes[0] + sizes[1] + sizes[2]);
  let [at, from] = [packed.start, 0];
  const [offsets, data, lineStarts] = sizes.map(size => {
    const list = room.subarray(from, (from += size));
    at = readList(packed.block, at, list);
    return list;
  }) as [Uint32Array, Uint32Array, Uint32Array];
  return { spans: { offsets, data }, lineStarts };
}

/**
 * Reads a list that `PositionPacker.writeList` has written, and returns the offset behind it. There may be thousands of numbers, so this is a plain loop over small
 * integers. No text is as long as 2³⁰.
 */
function readList(block: Uint8Array, start: number, list: Uint32Array): number {
  let at = start;
  while (block[at++]! > 127);
  let number = 0;
  for (let i = 0; i < list.length; i++) {
    let byte = block[at++]!;
    let value = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = block[at++]!;
      value |= (byte & 127) << shift;
    }
    number += (value >>> 1) ^ -(value & 1);
    list[i] = number;
  }
  return at;
}

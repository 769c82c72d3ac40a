import { LruCache } from '../base/lru-cache';
import type { Position, Span } from '../base/text';
import { partIndex, rangeAt, spanAt, type Positions, type PositionTable, type Range } from './positions';

/** Where the packed positions of a file begin, in a block that files share. */
interface Packed {
  readonly block: Uint8Array;
  readonly start: number;
}

/** How many bytes files share: one array for each would take more room for itself than for what it holds. */
const BLOCK = 1 << 14;

/**
 * Packs positions into blocks that files share. A block goes with the last file that is in it, so there is nothing to free.
 *
 * Packed are, after how many there are, the differences between one number and the one before it, with as few bytes as
 * they take, seven bits in each.
 */
export class PositionPacker {
  private readonly unpacked = new UnpackedPositions();
  private block = new Uint8Array(0);
  private used = 0;
  private scratch = new Uint8Array(BLOCK);
  private end = 0;

  pack({ spans: { offsets, data }, lineStarts }: PositionTable): PackedPositions {
    this.end = 0;
    const most = 5 * (offsets.length + data.length + lineStarts.length + 3);
    if (most > this.scratch.length) this.scratch = new Uint8Array(2 * most);
    for (const numbers of [offsets, data, lineStarts]) this.write(numbers);
    if (this.used + this.end > this.block.length) {
      this.block = new Uint8Array(Math.max(BLOCK, this.end));
      this.used = 0;
    }
    const start = this.used;
    this.block.set(this.scratch.subarray(0, this.end), start);
    this.used += this.end;
    return new PackedPositions({ block: this.block, start }, this.unpacked);
  }

  private write(numbers: Uint32Array): void {
    this.put(numbers.length);
    let before = 0;
    for (const number of numbers) {
      const difference = number - before;
      this.put(difference < 0 ? -2 * difference - 1 : 2 * difference);
      before = number;
    }
  }

  private put(value: number): void {
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
  readonly packed: Packed;
  private readonly unpacked: UnpackedPositions;

  constructor(packed: Packed, unpacked: UnpackedPositions) {
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

/** What is asked for more often is unpacked. */
const SELDOM = 4;
const MOST_UNPACKED = 256;

/**
 * Answers from packed positions. What is asked for seldom stays packed and is looked through: a file may name places in hundreds of
 * others. What is asked for often is unpacked, in the room of what has not been asked for longest: whenever somebody wants new arrays,
 * the runtime may stop to look for garbage. So of those arrays nothing is handed out.
 */
class UnpackedPositions {
  /** What was unpacked last for somebody to keep: whoever asks for a table goes on with it, mostly. */
  private last: { readonly packed: Packed; readonly table: PositionTable } | undefined;
  /** How often somebody has asked for a single place. */
  private readonly asked = new LruCache<Packed, number>(1024);
  /** What was asked for last is at the end. */
  private readonly often = new Map<
    Packed,
    { readonly room: Uint32Array<ArrayBuffer>; readonly table: PositionTable }
  >();

  table(packed: Packed): PositionTable {
    if (this.last?.packed !== packed) this.last = { packed, table: unpack(packed, size => new Uint32Array(size)) };
    return this.last.table;
  }

  span(packed: Packed, row: number, part: number): Span | undefined {
    const table = this.ifOften(packed);
    return table === undefined ? packedSpan(packed, row, part) : spanAt(table.spans, row, part);
  }

  range(packed: Packed, span: Span): Range {
    const table = this.ifOften(packed);
    return table === undefined ? packedRange(packed, span) : rangeAt(table.lineStarts, span);
  }

  private ifOften(packed: Packed): PositionTable | undefined {
    const known = this.often.get(packed);
    if (known !== undefined) {
      this.often.delete(packed);
      this.often.set(packed, known);
      return known.table;
    }
    const times = (this.asked.get(packed) ?? 0) + 1;
    this.asked.set(packed, times);
    return times > SELDOM ? this.unpackOver(packed) : undefined;
  }

  private unpackOver(packed: Packed): PositionTable {
    let room = new Uint32Array(0);
    const [oldest] = this.often;
    if (oldest !== undefined && this.often.size >= MOST_UNPACKED) {
      room = oldest[1].room;
      this.often.delete(oldest[0]);
    }
    const table = unpack(packed, size => (size <= room.length ? room : (room = new Uint32Array(size))));
    this.often.set(packed, { room, table });
    return table;
  }
}

/** The span of a part, without unpacking more than what lies before it. */
function packedSpan(packed: Packed, row: number, part: number): Span | undefined {
  const numbers = new PackedNumbers(packed);
  const facts = numbers.begin();
  if (row + 2 > facts) return undefined;
  const first = numbers.sum(row + 1);
  const at = partIndex(first, numbers.sum(1), part);
  if (at === undefined) return undefined;
  numbers.skip(facts - row - 2);
  numbers.begin();
  return { start: numbers.sum(at + 1), end: numbers.sum(1) };
}

function packedRange(packed: Packed, { start, end }: Span): Range {
  const numbers = new PackedNumbers(packed);
  numbers.pass();
  numbers.pass();
  let left = numbers.begin() - 1;
  let [line, from] = [0, numbers.sum(1)];
  let next = left > 0 ? numbers.sum(1) : Infinity;
  const positionOf = (offset: number): Position => {
    for (; next <= offset; line++) {
      from = next;
      next = --left > 0 ? numbers.sum(1) : Infinity;
    }
    return { line, column: offset - from };
  };
  return { start: positionOf(start), end: positionOf(end) };
}

/** Goes through packed numbers, list by list. */
class PackedNumbers {
  private readonly block: Uint8Array;
  private at: number;
  private last = 0;

  constructor({ block, start }: Packed) {
    this.block = block;
    this.at = start;
  }

  /** How many numbers the next list has; to be called when the one before is through. */
  begin(): number {
    this.last = 0;
    return this.next();
  }

  /** Goes through the next list, and gives how many numbers it has. */
  pass(): number {
    const count = this.begin();
    this.skip(count);
    return count;
  }

  /** Goes `count` numbers on, of which there is one at least, and gives the last of them. */
  sum(count: number): number {
    for (let i = 0; i < count; i++) {
      const value = this.next();
      this.last += (value >>> 1) ^ -(value & 1);
    }
    return this.last;
  }

  /** Goes `count` numbers on; none of the same list can be had after that. */
  skip(count: number): void {
    const { block } = this;
    let { at } = this;
    for (let left = count; left > 0; at++) if (block[at]! < 128) left--;
    this.at = at;
  }

  private next(): number {
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

/** Unpacks; all goes into one array, of which as much as there is is needed. */
function unpack(packed: Packed, roomFor: (size: number) => Uint32Array): PositionTable {
  const counts = new PackedNumbers(packed);
  const sizes = [counts.pass(), counts.pass(), counts.pass()] as const;
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
 * Reads a list that `write` has written, and says where it ends. There may be thousands of numbers, so this is a plain loop over small
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

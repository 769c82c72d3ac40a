import { Lately } from '../base/lru-cache';
import { positionAt, type Position, type Span } from '../base/text';
import { Part, type Fact } from '../model/fact';
import type { PlacedFinding } from '../model/finding';

/** Where the facts and the lines of a text stand. Offsets are 0-based, in UTF-16 units. */
export interface Positions {
  readonly spans: SpanTable;
  readonly lineStarts: Uint32Array;
}

/** The spans of fact `i`, part after part, are at `data[offsets[i]]` up to `data[offsets[i + 1]]`. */
export interface SpanTable {
  readonly offsets: Uint32Array;
  readonly data: Uint32Array;
}

/** Positions of a closed file, in a third of the room or less: of a large repository, nearly all files are closed. */
export interface PackedPositions {
  readonly block: Uint8Array;
  readonly start: number;
}

/** Where the places were that a finding names besides its own, and what they were found in. */
export interface NamedPlaces {
  readonly files: readonly {
    readonly file: { readonly facts: readonly Fact[]; readonly positions: Positions | PackedPositions };
    readonly facts: readonly Fact[];
    readonly positions: Positions | PackedPositions;
  }[];
  readonly related: PlacedFinding['related'];
}

export const NO_POSITIONS: Positions = {
  spans: { offsets: new Uint32Array(1), data: new Uint32Array(0) },
  lineStarts: new Uint32Array(1),
};

/** How many bytes files share: one array for each would take more room for itself than for what it holds. */
const BLOCK = 1 << 14;

/**
 * Packs positions into blocks that files share. A block goes with the last file that is in it, so there is nothing to free.
 *
 * Packed are, after how many there are, the differences between one number and the one before it, with as few bytes as
 * they take, seven bits in each.
 */
export class Packer {
  private block = new Uint8Array(0);
  private used = 0;
  private scratch = new Uint8Array(BLOCK);
  private end = 0;

  pack({ spans: { offsets, data }, lineStarts }: Positions): PackedPositions {
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
    return { block: this.block, start };
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

interface Positioned {
  readonly positions: Positions | PackedPositions;
}

/** The positions of a file, packed or not. */
export function positionsOf({ positions }: Positioned): Positions {
  return 'block' in positions ? unpack(positions) : positions;
}

/** The one that was unpacked last: whoever asks for one goes on with it, mostly. */
let last: { readonly packed: PackedPositions; readonly positions: Positions } | undefined;

function unpack(packed: PackedPositions): Positions {
  if (last?.packed === packed) return last.positions;
  const positions = read(packed, size => new Uint32Array(size));
  last = { packed, positions };
  return positions;
}

/** The span of a part of the fact in `row`; of its name, should it have no such part. */
export function spanAt({ offsets, data }: SpanTable, row: number, part: number): Span | undefined {
  const at = indexOf(offsets[row], offsets[row + 1], part);
  return at === undefined ? undefined : { start: data[at]!, end: data[at + 1]! };
}

function indexOf(first: number | undefined, end: number | undefined, part: number): number | undefined {
  if (first === undefined || end === undefined || first === end) return undefined;
  const wanted = first + 2 * part;
  return wanted < end ? wanted : Math.min(first + 2 * Part.name, end - 2);
}

/** How often somebody has asked lately for a place in what is packed. */
const asked = new Lately<PackedPositions, number>(1024);
/** What is asked for more often is unpacked. */
const SELDOM = 4;

/** Positions that places are often looked up in, the one that was asked for last at the end; each with the room that it is unpacked in. */
const often = new Map<PackedPositions, { room: Uint32Array; positions: Positions }>();
const MOST_OFTEN = 256;

/**
 * For a single place. What is asked for seldom stays packed, and is looked through: a file may name places in hundreds of others. What
 * is asked for often is unpacked where another one was: whenever somebody wants new arrays, the runtime may stop to look for garbage.
 * So nobody may hold on to what this gives.
 */
function unpackedIfOften(packed: Positioned['positions']): Positions | undefined {
  if (!('block' in packed)) return packed;
  const known = often.get(packed);
  if (known !== undefined) {
    often.delete(packed);
    often.set(packed, known);
    return known.positions;
  }
  const times = (asked.get(packed) ?? 0) + 1;
  asked.set(packed, times);
  if (times <= SELDOM) return undefined;
  const [oldest] = often.keys();
  let room = often.size < MOST_OFTEN ? new Uint32Array(0) : often.get(oldest!)!.room;
  if (often.size >= MOST_OFTEN) often.delete(oldest!);
  const positions = read(packed, size => (size <= room.length ? room : (room = new Uint32Array(size))));
  often.set(packed, { room, positions });
  return positions;
}

/** As `spanAt`, for one place of a file. */
export function spanIn({ positions }: Positioned, row: number, part: number): Span | undefined {
  const known = unpackedIfOften(positions);
  if (known !== undefined) return spanAt(known.spans, row, part);
  const numbers = new PackedNumbers(positions as PackedPositions);
  const facts = numbers.begin();
  if (row + 2 > facts) return undefined;
  const first = numbers.sum(row + 1);
  const at = indexOf(first, numbers.sum(1), part);
  if (at === undefined) return undefined;
  numbers.skip(facts - row - 2);
  numbers.begin();
  return { start: numbers.sum(at + 1), end: numbers.sum(1) };
}

/** Where a span of a file begins and ends. */
export function rangeIn({ positions }: Positioned, { start, end }: Span): { start: Position; end: Position } {
  const known = unpackedIfOften(positions);
  if (known !== undefined)
    return { start: positionAt(known.lineStarts, start), end: positionAt(known.lineStarts, end) };
  const numbers = new PackedNumbers(positions as PackedPositions);
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

  constructor({ block, start }: PackedPositions) {
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
function read(packed: PackedPositions, roomFor: (size: number) => Uint32Array): Positions {
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

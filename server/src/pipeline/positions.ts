import { lately } from '../base/lately';
import type { Fact } from '../model/fact';
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

/** The positions of a file, packed or not. */
export function positionsOf({ positions }: { readonly positions: Positions | PackedPositions }): Positions {
  return 'block' in positions ? unpack(positions) : positions;
}

/** What is shown about one file names places in its neighbours, and theirs name it. */
const unpack = lately(256, ({ block, start }: PackedPositions): Positions => {
  const offsets = read(block, start);
  const data = read(block, offsets.end);
  const lineStarts = read(block, data.end);
  return { spans: { offsets: offsets.numbers, data: data.numbers }, lineStarts: lineStarts.numbers };
});

/**
 * Reads what `write` has written, and says where it ends. There may be thousands of numbers, while somebody asks for one of them; so this
 * is a plain loop over small integers. No text is as long as 2³⁰.
 */
function read(block: Uint8Array, start: number): { readonly numbers: Uint32Array; readonly end: number } {
  let at = start;
  let count = 0;
  for (let byte = 128, shift = 0; byte > 127; shift += 7) {
    byte = block[at++]!;
    count |= (byte & 127) << shift;
  }
  const numbers = new Uint32Array(count);
  let number = 0;
  for (let i = 0; i < count; i++) {
    let byte = block[at++]!;
    let value = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = block[at++]!;
      value |= (byte & 127) << shift;
    }
    number += (value >>> 1) ^ -(value & 1);
    numbers[i] = number;
  }
  return { numbers, end: at };
}

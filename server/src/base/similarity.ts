import { compareStrings } from './collections';

/**
 * The candidate that a writer of `name` most likely meant; nothing rather than a silly guess. Differences in case and
 * separators count least, then doubled letters, then endings that `stemOf` takes off, then typing errors. Linear in the
 * number of candidates, whose order does not matter; of more than a person could mean, none is proposed.
 */
export function nearest(
  name: string,
  candidates: Iterable<string>,
  stemOf: (folded: string) => string = same,
): string | undefined {
  if (name.length > MAX_LENGTH) return undefined;
  // Known beforehand, it saves all comparisons: a hostile registry would ask for each of its wrong names.
  if (Array.isArray(candidates) && candidates.length > MOST_CANDIDATES) return undefined;
  const wanted = shapeOf(name, stemOf);
  let budget = MOST_CANDIDATES;
  let best: { readonly candidate: string; readonly rank: number } | undefined;
  for (const candidate of candidates) {
    if (budget-- === 0) return undefined;
    if (candidate === name || Math.abs(candidate.length - name.length) > MAX_LENGTH_DIFFERENCE) continue;
    const rank = likeness(wanted, shapeOf(candidate, stemOf));
    if (rank === undefined || (best !== undefined && best.rank < rank)) continue;
    if (best?.rank !== rank || isNearer(candidate, best.candidate, name)) best = { candidate, rank };
  }
  return best?.candidate;
}

/**
 * How many letters have to be typed, removed, replaced or swapped with their neighbour to get from `a` to `b`; nothing
 * when it is more than `limit`. Takes time in proportion to length times limit.
 */
export function editDistance(a: string, b: string, limit: number): number | undefined {
  if (Math.abs(a.length - b.length) > limit) return undefined;
  return a === b ? 0 : distanceWithin(...withoutShared(a, b), limit);
}

/** Without what both begin and end with: mostly that is nearly all. */
function withoutShared(a: string, b: string): [string, string] {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let end = 0;
  while (end < shorter - start && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end++;
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
}

function distanceWithin(a: string, b: string, limit: number): number | undefined {
  const beyond = limit + 1;
  let before = new Int32Array();
  let last = Int32Array.from({ length: b.length + 1 }, (_, j) => Math.min(j, beyond));
  for (let i = 1; i <= a.length; i++) {
    const row = new Int32Array(b.length + 1).fill(beyond);
    if (i <= limit) row[0] = i;
    let lowest = row[0]!;
    for (let j = Math.max(1, i - limit); j <= Math.min(b.length, i + limit); j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let steps = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) steps = Math.min(steps, before[j - 2]! + 1);
      row[j] = Math.min(steps, beyond);
      lowest = Math.min(lowest, steps);
    }
    if (lowest > limit) return undefined;
    before = last;
    last = row;
  }
  const distance = last[b.length]!;
  return distance > limit ? undefined : distance;
}

/** Longer differences are no slips, and longer names than this are no names. */
const MAX_LENGTH_DIFFERENCE = 16;
const MAX_LENGTH = 200;
/** Comparing takes about a microsecond, and a hostile registry has as many wrong names as right ones. */
export const MOST_CANDIDATES = 2000;

interface Shape {
  /** Lower-case letters and digits only. */
  readonly folded: string;
  readonly stem: string;
  /** Which letters it has, by their code modulo 31, as bits. */
  readonly letters: number;
}

function shapeOf(name: string, stemOf: (folded: string) => string): Shape {
  const lower = name.toLowerCase();
  const folded = /[^a-z0-9]/.test(lower) ? lower.replace(/[^\p{L}\p{N}]/gu, '') : lower;
  let letters = 0;
  for (let i = 0; i < folded.length; i++) letters |= 1 << (folded.charCodeAt(i) % 31);
  return { folded, stem: stemOf(folded), letters };
}

/** The smaller, the more alike; nothing for what is not alike. */
function likeness(a: Shape, b: Shape): number | undefined {
  if (a.folded === '' || b.folded === '') return undefined;
  if (a.folded === b.folded) return 0;
  if (a.letters === b.letters && withoutDoubles(a.folded) === withoutDoubles(b.folded)) return 1;
  if (a.stem === b.stem && a.stem !== '') return 2;
  const limit = limitFor(Math.min(a.stem.length, b.stem.length));
  // A slip takes away one letter and adds one at most.
  if (bitsIn(a.letters ^ b.letters) > 2 * limit || differInNumbers(a.folded, b.folded)) return undefined;
  const distance = editDistance(a.folded, b.folded, limit);
  return distance === undefined ? undefined : 2 + distance;
}

function bitsIn(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

/** How many slips make a name a misspelling: one in five letters, at most three; none in a name so short that any other is near. */
function limitFor(length: number): number {
  return length < 4 ? 0 : Math.max(1, Math.min(3, Math.floor(length / 5)));
}

/** Whether two names have different digits: `model_v1` is no slip for `model_v2`. */
function differInNumbers(a: string, b: string): boolean {
  if (!/\d/.test(a) || !/\d/.test(b)) return false;
  const [inA, inB] = [a.replace(/\D/g, ''), b.replace(/\D/g, '')];
  return inA !== inB;
}

function withoutDoubles(text: string): string {
  return !/(.)\1/u.test(text) ? text : text.replace(/(.)\1+/gu, '$1');
}

/** Decides between two candidates that are equally alike: the one that shares more of its beginning is nearer, then the first in order. */
function isNearer(candidate: string, than: string, name: string): boolean {
  const more = sharedPrefix(candidate, name) - sharedPrefix(than, name);
  return more === 0 ? compareStrings(candidate, than) < 0 : more > 0;
}

function sharedPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

function same(folded: string): string {
  return folded;
}

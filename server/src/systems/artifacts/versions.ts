import { compareStrings } from '../../base/collections';

/** A semantic version. `v1_0_0`, `v1.0.0` and `1.0.0` are one (formats 4). */
export interface Version {
  readonly numbers: readonly [number, number, number];
  readonly prerelease: string;
}

/** Reads the version in the name of a folder; nothing where it is none. */
export function parseVersion(text: string): Version | undefined {
  if (text.length > 100) return undefined;
  const match = /^v?(\d{1,9})[._](\d{1,9})[._](\d{1,9})(?:[-_]([0-9A-Za-z][\w.-]*))?(?:\+[\w.-]*)?$/.exec(text.trim());
  if (match === null) return undefined;
  return { numbers: [Number(match[1]), Number(match[2]), Number(match[3])], prerelease: match[4] ?? '' };
}

/** A version as it is compared and shown, `1.0.0`; what is no semantic version stays as it is. */
export function normalVersion(text: string): string {
  const version = parseVersion(text);
  if (version === undefined) return text.trim();
  return version.numbers.join('.') + (version.prerelease === '' ? '' : `-${version.prerelease}`);
}

/** The lower one first; what is no semantic version comes before all that are. */
export function compareVersions(a: string, b: string): number {
  const [one, two] = [parseVersion(a), parseVersion(b)];
  if (one === undefined || two === undefined) {
    if (one !== undefined) return 1;
    return two === undefined ? compareStrings(a, b) : -1;
  }
  for (const i of [0, 1, 2] as const) if (one.numbers[i] !== two.numbers[i]) return one.numbers[i] - two.numbers[i];
  return comparePrereleases(one.prerelease, two.prerelease);
}

/** As semantic versioning has it: without one is higher; numbers before words. */
function comparePrereleases(a: string, b: string): number {
  if (a === b) return 0;
  if (a === '' || b === '') return a === '' ? 1 : -1;
  const [ours, theirs] = [a.split('.'), b.split('.')];
  for (const [i, x] of ours.entries()) {
    const y = theirs[i];
    if (y === undefined) break;
    if (x === y) continue;
    const numeric = [/^\d+$/.test(x), /^\d+$/.test(y)];
    if (numeric[0] && numeric[1]) return Number(x) - Number(y);
    if (numeric[0] !== numeric[1]) return numeric[0] ? -1 : 1;
    return compareStrings(x, y);
  }
  return ours.length - theirs.length;
}

/** Whether a version lies in a range such as `>=1.0.0,<2`; nothing where the range or the version cannot be told. */
export function satisfies(version: string, range: string): boolean | undefined {
  const parsed = parseVersion(version);
  if (parsed === undefined || range.length > 200) return undefined;
  const parts = range
    .replace(/([<>=!~^])\s+/g, '$1')
    .split(/[\s,]+/)
    .filter(part => part !== '' && part !== '*');
  let fits = true;
  for (const part of parts) {
    const one = fitsPart(parsed, part);
    if (one === undefined) return undefined;
    fits &&= one;
  }
  return fits;
}

function fitsPart(version: Version, part: string): boolean | undefined {
  const match = /^(>=|<=|==|!=|~=|>|<|=|\^|~)?v?(\d{1,9})(?:\.(\d{1,9}))?(?:\.(\d{1,9}))?$/.exec(part);
  if (match === null) return undefined;
  const [, sign = '=', major, minor, patch] = match;
  const given = patch !== undefined ? 3 : minor !== undefined ? 2 : 1;
  const low = [Number(major), Number(minor ?? 0), Number(patch ?? 0)] as const;
  const order = ([0, 1, 2] as const).map(i => version.numbers[i] - low[i]).find(difference => difference !== 0) ?? 0;
  const same = (count: number): boolean => version.numbers.slice(0, count).every((number, i) => number === low[i]);
  switch (sign) {
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '!=':
      return !same(given);
    case '^':
      return order >= 0 && same(low.findIndex((number, i) => number > 0 || i === given - 1) + 1);
    case '~':
      return order >= 0 && same(Math.min(2, given));
    case '~=':
      return given < 2 ? undefined : order >= 0 && same(given - 1);
    default:
      return same(given);
  }
}

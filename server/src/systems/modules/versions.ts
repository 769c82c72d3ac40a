import { groupOf } from '../../base/defined';
/** Version constraints as the real run time reads them (formats 2.7): npm's ideas with a grammar of its own. */

type Version = readonly [major: number, minor: number, patch: number];

/** A comparison; all parts of a constraint have to hold. */
interface Part {
  readonly operator: string;
  readonly version: Version;
  /** How many numbers were written: `1.2` has two. */
  readonly given: number;
}

const OPERAND = /^(>=|<=|>|<|\^|~|=)?(\d[\w.\-+]*)$/;

/** The first part of a constraint that the run time refuses; nothing when all are understood. */
export function malformedPart(constraint: string): string | undefined {
  return partsOf(constraint).find(part => !OPERAND.test(part));
}

/** Whether a version satisfies a constraint; nothing where either cannot be told. */
export function satisfies(version: string, constraint: string): boolean | undefined {
  const own = parse(version);
  const parsed = partsOf(constraint).map(parsePart);
  if (own === undefined || !parsed.every(part => part !== undefined)) return undefined;
  return parsed.every(part => holds(own.version, part));
}

function partsOf(constraint: string): string[] {
  return constraint
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '');
}

function parsePart(part: string): Part | undefined {
  const match = OPERAND.exec(part);
  const parsed = match && parse(groupOf(match, 2));
  if (match === null || parsed === undefined || parsed === null) return undefined;
  return { operator: match[1] ?? '', ...parsed };
}

/** What follows the numbers is ignored: `1.2.3-beta` is 1.2.3. */
function parse(text: string): { version: Version; given: number } | undefined {
  const match = /^(\d{1,15})(?:\.(\d{1,15}))?(?:\.(\d{1,15}))?(?![\w.])/.exec(text.trim());
  if (match === null) return undefined;
  const [, major, minor, patch] = match;
  return {
    version: [Number(major), Number(minor ?? 0), Number(patch ?? 0)],
    given: patch !== undefined ? 3 : minor !== undefined ? 2 : 1,
  };
}

function holds(own: Version, { operator, version, given }: Part): boolean {
  switch (operator) {
    case '>=':
      return compare(own, version) >= 0;
    case '<=':
      return compare(own, version) <= 0;
    case '>':
      return compare(own, version) > 0;
    case '<':
      return compare(own, version) < 0;
    case '^':
      return compare(own, version) >= 0 && compare(own, caretEnd(version, given)) < 0;
    case '~':
      return compare(own, version) >= 0 && compare(own, tildeEnd(version, given)) < 0;
    default:
      return version.slice(0, given).every((number, i) => own[i] === number);
  }
}

/** The first number that is not zero may not grow; of those that were not written, none is looked at. */
function caretEnd([major, minor, patch]: Version, given: number): Version {
  if (major > 0 || given === 1) return [major + 1, 0, 0];
  if (minor > 0 || given === 2) return [0, minor + 1, 0];
  return [0, 0, patch + 1];
}

function tildeEnd([major, minor]: Version, given: number): Version {
  return given === 1 ? [major + 1, 0, 0] : [major, minor + 1, 0];
}

function compare(a: Version, b: Version): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

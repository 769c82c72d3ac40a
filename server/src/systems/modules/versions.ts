import { groupOf } from '../../base/text';

/** Versions and constraints as the real run time reads them (formats 2.7): npm's ideas with a grammar of its own. */

type Version = readonly [major: bigint, minor: bigint, patch: bigint];

/** A comparison; all parts of a constraint have to hold. */
interface Part {
  readonly operator: string;
  readonly version: Version;
  /** How many texts the dots part: `1.2` has two, and so has `1.x`. */
  readonly given: number;
}

// As in Python, digits and letters of all scripts count.
const OPERAND = /^(>=|<=|>|<|\^|~|=)?(\p{Nd}[\p{L}\p{N}_.\-+]*)$/u;

/** The first part of a constraint that the run time refuses; it may be empty. Returns undefined when all are understood. */
export function malformedPart(constraint: string): string | undefined {
  return partsOf(constraint).find(part => !OPERAND.test(part));
}

/** Whether a version satisfies a constraint; nothing where the constraint is malformed. */
export function satisfies(version: string, constraint: string): boolean | undefined {
  const own = parse(version);
  const parsed = partsOf(constraint).map(parsePart);
  return parsed.every(part => part !== undefined) ? parsed.every(part => holds(own, part)) : undefined;
}

function partsOf(constraint: string): string[] {
  return constraint.split(',').map(strip);
}

/** `str.strip()`. */
function strip(text: string): string {
  return text.replace(/^[\s\u001c-\u001f\u0085]+|(?<![\s\u001c-\u001f\u0085])[\s\u001c-\u001f\u0085]+$/g, '');
}

function parsePart(part: string): Part | undefined {
  const match = OPERAND.exec(part);
  if (match === null) return undefined;
  const operand = groupOf(match, 2);
  return { operator: match[1] ?? '=', version: parse(operand), given: operand.split('.').length };
}

/** What follows the numbers is ignored: `1.2.3-beta` is 1.2.3. A text that does not begin with a number is 0.0.0. */
function parse(text: string): Version {
  const match = /^(\p{Nd}+)(?:\.(\p{Nd}+))?(?:\.(\p{Nd}+))?/u.exec(strip(text));
  return [numberOf(match?.[1]), numberOf(match?.[2]), numberOf(match?.[3])];
}

function numberOf(digits: string | undefined): bigint {
  return digits === undefined ? 0n : BigInt(Array.from(digits, digitValue).join(''));
}

/** The digits of a script follow each other, from its zero on. */
function digitValue(digit: string): number {
  if (/[0-9]/.test(digit)) return Number(digit);
  const code = digit.codePointAt(0) ?? 0;
  let first = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--;
  return (code - first) % 10;
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
      return compare(own, version) >= 0 && compare(own, caretEnd(version)) < 0;
    case '~':
      return compare(own, version) >= 0 && compare(own, tildeEnd(version, given)) < 0;
    default:
      return given > 2 ? compare(own, version) === 0 : version.slice(0, given).every((number, i) => own[i] === number);
  }
}

/** The first number that is not zero may not grow; the last one, where all are zero. */
function caretEnd([major, minor, patch]: Version): Version {
  if (major > 0n) return [major + 1n, 0n, 0n];
  return minor > 0n ? [0n, minor + 1n, 0n] : [0n, 0n, patch + 1n];
}

function tildeEnd([major, minor]: Version, given: number): Version {
  return given === 1 ? [major + 1n, 0n, 0n] : [major, minor + 1n, 0n];
}

function compare(a: Version, b: Version): number {
  for (const [i, number] of a.entries()) if (number !== b[i]) return number < (b[i] ?? 0n) ? -1 : 1;
  return 0;
}

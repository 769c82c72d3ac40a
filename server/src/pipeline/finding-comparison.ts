import { addAll, groupBy } from '../base/collections';
import { sameData } from '../base/structural-equality';
import type { FactFile } from '../model/fact';
import type { Fix } from '../model/fix';
import { isPlace, type At, type Finding, type Report } from '../model/finding';

/**
 * Puts what was found before in the place of what says the same about the same facts, so that it keeps its identity.
 * `changed` are those that have come or gone, of both lists. Mostly few have, and the others are in the same order: a thousand
 * workspaces may define one step.
 */
export function compareFindings(
  before: readonly Finding[],
  after: readonly Finding[],
): { now: readonly Finding[]; changed: readonly Finding[] } {
  const now: Finding[] = [];
  const left: Finding[] = [];
  const unmet: (readonly [number, Finding])[] = [];
  let next = 0;
  for (const [i, finding] of after.entries()) {
    const [first, second] = [before[next], before[next + 1]];
    if (first !== undefined && sameFinding(first, finding)) {
      now.push(first);
      next++;
    } else if (first !== undefined && second !== undefined && sameFinding(second, finding)) {
      left.push(first);
      now.push(second);
      next += 2;
    } else {
      unmet.push([i, finding]);
      now.push(finding);
    }
  }
  addAll(left, before.slice(next));
  if (left.length === 0 && unmet.length === 0) return { now: before, changed: [] };
  const known = new Map([...groupBy(left, ownerOf)].map(([owner, own]) => [owner, groupBy(own, messageKeyOf)]));
  const come = unmet.filter(([i, finding]) => {
    const there: Finding[] = known.get(ownerOf(finding))?.get(messageKeyOf(finding)) ?? [];
    const same = there.find(each => sameFinding(each, finding));
    if (same === undefined) return true;
    there.splice(there.indexOf(same), 1);
    now[i] = same;
    return false;
  });
  const gone = [...known.values()].flatMap(own => [...own.values()].flat());
  return { now, changed: [...come.map(([, finding]) => finding), ...gone] };
}

function ownerOf({ at }: Finding): object {
  return isPlace(at) ? at.fact : at.file;
}

/** What tells nearly all findings of one fact or file apart: there may be thousands. */
function messageKeyOf({ at, message }: Finding): string {
  return `${isPlace(at) ? at.part : at.span.start} ${message}`;
}

function sameFinding(a: Finding, b: Finding): boolean {
  return (
    a.code === b.code &&
    a.severity === b.severity &&
    a.message === b.message &&
    a.tag === b.tag &&
    sameAt(a.at, b.at) &&
    sameLists(a.related ?? [], b.related ?? [], (r, s) => r.message === s.message && sameAt(r.at, s.at)) &&
    sameLists(a.fixes ?? [], b.fixes ?? [], sameFix)
  );
}

/** Whether two lists are as long as each other, and each item of one is the same as that of the other. */
function sameLists<T>(a: readonly T[], b: readonly T[], isSame: (ofA: T, ofB: T) => boolean): boolean {
  if (a.length !== b.length) return false;
  return a.every((item, i) => {
    const other = b[i];
    return other !== undefined && isSame(item, other);
  });
}

function sameFix(a: Fix, b: Fix): boolean {
  return a.title === b.title && sameLists<object>(a.edits, b.edits, sameEdit);
}

/** Facts are the same if they are one; everything else if it states the same. */
function sameEdit(a: object, b: object): boolean {
  const entriesOf = (edit: object): [string, unknown][] => Object.entries(edit);
  return sameLists(entriesOf(a), entriesOf(b), ([key, x], [otherKey, y]) => key === otherKey && sameItem(x, y));
}

function sameItem(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return Object.is(a, b);
  if ('file' in a || 'facts' in a) return a === b;
  return 'fact' in a ? sameEdit(a, b) : sameData(a, b);
}

function sameAt(a: At, b: At): boolean {
  if (isPlace(a)) return isPlace(b) && a.fact === b.fact && a.part === b.part;
  return !isPlace(b) && a.file === b.file && sameData(a.span, b.span);
}

/** What is said in place of what a rule would have said, had it not failed. */
export function failureReport(error: unknown, file: FactFile): Report {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    at: { file, span: { start: 0, end: 0 } },
    severity: 'info',
    message: `This check failed and says nothing here; please report it: ${reason}`,
  };
}

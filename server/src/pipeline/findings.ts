import { addAll, groupBy } from '../base/collections';
import { sameData } from '../base/structural-equality';
import type { SourceFile } from '../model/fact';
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
  const unmet: number[] = [];
  const isAt = (at: number, finding: Finding): boolean => at < before.length && sameFinding(before[at]!, finding);
  let next = 0;
  for (const [i, finding] of after.entries()) {
    if (isAt(next, finding)) now.push(before[next++]!);
    else if (isAt(next + 1, finding)) {
      left.push(before[next]!);
      now.push(before[next + 1]!);
      next += 2;
    } else {
      unmet.push(i);
      now.push(finding);
    }
  }
  addAll(left, before.slice(next));
  if (left.length === 0 && unmet.length === 0) return { now: before, changed: [] };
  const known = new Map([...groupBy(left, ownerOf)].map(([owner, own]) => [owner, groupBy(own, sayingOf)]));
  const come = unmet.filter(i => {
    const there = known.get(ownerOf(now[i]!))?.get(sayingOf(now[i]!)) ?? [];
    const same = there.findIndex(each => sameFinding(each, now[i]!));
    if (same >= 0) now[i] = there.splice(same, 1)[0]!;
    return same < 0;
  });
  const gone = [...known.values()].flatMap(own => [...own.values()].flat());
  return { now, changed: [...come.map(i => now[i]!), ...gone] };
}

function ownerOf({ at }: Finding): object {
  return isPlace(at) ? at.fact : at.file;
}

/** What tells nearly all findings of one fact or file apart: there may be thousands. */
function sayingOf({ at, message }: Finding): string {
  return `${isPlace(at) ? at.part : at.span.start} ${message}`;
}

function sameFinding(a: Finding, b: Finding): boolean {
  return (
    a.code === b.code &&
    a.severity === b.severity &&
    a.message === b.message &&
    a.tag === b.tag &&
    sameAt(a.at, b.at) &&
    (a.related?.length ?? 0) === (b.related?.length ?? 0) &&
    (a.related ?? []).every((r, i) => r.message === b.related![i]!.message && sameAt(r.at, b.related![i]!.at)) &&
    sameFixes(a.fixes ?? [], b.fixes ?? [])
  );
}

function sameFixes(a: readonly Fix[], b: readonly Fix[]): boolean {
  return a.length === b.length && a.every((fix, i) => sameFix(fix, b[i]!));
}

function sameFix(a: Fix, b: Fix): boolean {
  return (
    a.title === b.title && a.edits.length === b.edits.length && a.edits.every((edit, i) => sameEdit(edit, b.edits[i]!))
  );
}

/** Facts are the same if they are one; everything else if it states the same. */
function sameEdit(a: object, b: object): boolean {
  const [ours, theirs] = [Object.entries(a), Object.entries(b)];
  return (
    ours.length === theirs.length &&
    ours.every(([key, value], i) => key === theirs[i]![0] && sameItem(value, theirs[i]![1]))
  );
}

function sameItem(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return Object.is(a, b);
  if ('file' in a || 'facts' in a) return a === b;
  return 'fact' in a ? sameEdit(a, b) : sameData(a, b);
}

function sameAt(a: At, b: At): boolean {
  return isPlace(a) ? isPlace(b) && a.fact === b.fact && a.part === b.part : !isPlace(b) && sameData(a.span, b.span);
}

/** What is said in place of what a rule would have said, had it not failed. */
export function failureOf(error: unknown, file: SourceFile): Report {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    at: { file, span: { start: 0, end: 0 } },
    severity: 'info',
    message: `This check failed and says nothing here; please report it: ${reason}`,
  };
}

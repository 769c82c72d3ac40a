import { sameData } from '../base/data';
import type { SourceFile } from '../model/fact';
import type { Fix } from '../model/fix';
import { isPlace, type At, type Finding, type Report } from '../model/finding';

/** Whether two lists of findings say the same about the same facts, so that nothing has to be shown again. */
export function sameFindings(a: readonly Finding[], b: readonly Finding[]): boolean {
  return a.length === b.length && a.every((finding, i) => sameFinding(finding, b[i]!));
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

/** Runs one rule on one subject. A rule that throws becomes one finding about itself; the others still report. */
export function runGuarded(
  run: () => Iterable<Report>,
  placeOf: () => SourceFile | undefined,
  add: (report: Report) => void,
): void {
  try {
    for (const report of run()) add(report);
  } catch (error) {
    const file = placeOf();
    if (file === undefined) return;
    const reason = error instanceof Error ? error.message : String(error);
    add({
      at: { file, span: { start: 0, end: 0 } },
      severity: 'info',
      message: `This check failed and says nothing here; please report it: ${reason}`,
    });
  }
}

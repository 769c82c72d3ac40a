import { sameData } from '../base/data';
import type { SourceFile } from '../model/fact';
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
    (a.fixes?.length ?? 0) === (b.fixes?.length ?? 0) &&
    (a.fixes ?? []).every((fix, i) => fix.title === b.fixes![i]!.title)
  );
}

function sameAt(a: At, b: At): boolean {
  return isPlace(a) ? isPlace(b) && a.fact === b.fact && a.part === b.part : !isPlace(b) && sameData(a.span, b.span);
}

/** Runs one rule on one subject. A rule that throws becomes one finding about itself; the others still report. */
export function runGuarded(
  run: () => Iterable<Report>,
  file: SourceFile | undefined,
  add: (report: Report) => void,
): void {
  try {
    for (const report of run()) add(report);
  } catch (error) {
    if (file === undefined) return;
    const reason = error instanceof Error ? error.message : String(error);
    add({
      at: { file, span: { start: 0, end: 0 } },
      severity: 'info',
      message: `This check failed and says nothing here; please report it: ${reason}`,
    });
  }
}

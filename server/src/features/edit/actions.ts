import { groupBy, pushTo } from '../../base/collections';
import type { Span } from '../../base/text';
import type { PlacedFinding } from '../../model/finding';
import type { Fix } from '../../model/fix';
import type { Workspace } from '../../workspace';
import { fileFixes, quickFixes, type FileFix } from './fixes';
import { namedAt } from '../at-cursor/name-at';
import { suppressFix } from './suppress';
import { ordered, type TextEdit } from './text-edit';

/** Something that a person may choose to have done to the text. */
export interface Action {
  readonly title: string;
  readonly kind: 'quick fix' | 'refactor';
  /** What it mends. */
  readonly finding?: PlacedFinding;
  /** The one that is right unless somebody knows better. */
  readonly preferred: boolean;
  /** The same for every finding of its code: to be offered once. */
  readonly isShared?: true;
  /** Nothing when the edits cannot be made any more. */
  edits(): readonly FileFix[] | undefined;
}

/** Fixes of the findings that touch `span`; then, of each, all of its kind in the file, and a comment that silences it. */
export function fixActions(workspace: Workspace, path: string, span: Span): readonly Action[] {
  const fixes = quickFixes(workspace, path, span).map(({ finding, fix }): Action => {
    const preferred = fix.safe && finding.fixes.length === 1;
    return { title: fix.title, kind: 'quick fix', finding, preferred, edits: () => fileFixes(workspace, fix) };
  });
  const all = workspace.findings(path);
  const fixable = groupBy(
    all.filter(finding => finding.fixes.length > 0),
    ({ code }) => code,
  );
  const touched = all.filter(({ span: at }) => at.start <= span.end && span.start <= at.end);
  const more = (title: string, finding: PlacedFinding, edits: Action['edits']): Action => {
    return { title, kind: 'quick fix', finding, preferred: false, isShared: true, edits };
  };
  return [
    ...fixes,
    ...touched.flatMap(finding => {
      const alike = fixable.get(finding.code) ?? [];
      const edits = () =>
        combined(
          workspace,
          alike.map(({ fixes: own }) => own[0]!),
        );
      return alike.length < 2 ? [] : [more(`Fix all ${finding.code} in this file`, finding, edits)];
    }),
    ...touched.map(finding => {
      const edits = () => {
        const fix = suppressFix(workspace, path, finding);
        return fix && fileFixes(workspace, fix);
      };
      return more(`Ignore ${finding.code} in this line`, finding, edits);
    }),
  ];
}

/** Changes to what stands at `offset` that nothing asks for, but those that a fix there offers already. */
export function refactorActions(workspace: Workspace, path: string, offset: number): readonly Action[] {
  const found = namedAt(workspace, path, offset, {});
  const offered = new Set(quickFixes(workspace, path, { start: offset, end: offset }).map(({ fix }) => fix.title));
  const fixes = found?.answers.refactors?.(found.named, workspace.lookup) ?? [];
  return fixes
    .filter(fix => !offered.has(fix.title) && fileFixes(workspace, fix) !== undefined)
    .map(fix => ({ title: fix.title, kind: 'refactor', preferred: false, edits: () => fileFixes(workspace, fix) }));
}

/** What can be fixed in a file without a person looking; nothing where there is none. */
export function fixAll(workspace: Workspace, path: string): readonly FileFix[] | undefined {
  const safe = workspace.findings(path).flatMap(({ fixes }) => fixes.filter(fix => fix.safe).slice(0, 1));
  const within = safe.filter(({ edits }) =>
    edits.every(edit => edit.do !== 'create-file' && edit.do !== 'rename-file'),
  );
  return combined(workspace, within, path);
}

/** The edits of many fixes together; one that would touch what another has touched waits for the next time. */
function combined(workspace: Workspace, fixes: readonly Fix[], within?: string): readonly FileFix[] | undefined {
  const edits = new Map<string, readonly TextEdit[]>();
  const created: FileFix[] = [];
  for (const fix of fixes) {
    const files = fileFixes(workspace, fix);
    if (files === undefined || (within !== undefined && files.some(({ path }) => path !== within))) continue;
    const merged = mergedWith(edits, files);
    const whole = files.filter(file => !('edits' in file));
    if (merged === undefined || whole.some(file => created.some(({ path }) => path === file.path))) continue;
    for (const [path, all] of merged) edits.set(path, all);
    created.push(...whole);
  }
  const all = [...created, ...[...edits].map(([path, each]) => ({ path, edits: each }))];
  return all.length === 0 ? undefined : all;
}

function mergedWith(
  edits: ReadonlyMap<string, readonly TextEdit[]>,
  files: readonly FileFix[],
): Map<string, readonly TextEdit[]> | undefined {
  const added = new Map<string, TextEdit[]>();
  for (const file of files) if ('edits' in file) for (const edit of file.edits) pushTo(added, file.path, edit);
  const merged = new Map<string, readonly TextEdit[]>();
  for (const [path, more] of added) {
    const all = ordered([...(edits.get(path) ?? []), ...more]);
    if (all === undefined) return undefined;
    merged.set(path, all);
  }
  return merged;
}

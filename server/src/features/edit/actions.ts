import { groupBy, pushTo } from '../../base/collections';
import type { Span } from '../../base/text';
import type { PlacedFinding } from '../../model/finding';
import type { Fix } from '../../model/fix';
import type { Workspace } from '../../workspace';
import { fileEditsOf, quickFixes, type FileEdits } from './fixes';
import { nameAt } from '../at-cursor/name-at';
import { suppressFix } from './suppress';
import { sortedEdits, type TextEdit } from './text-edit';

/** A change of the text that a person may choose. */
export interface Action {
  readonly title: string;
  readonly kind: 'quick fix' | 'refactor';
  /** The finding that it repairs. */
  readonly finding?: PlacedFinding;
  /** Whether an editor may make it without a choice: the only fix of its finding, and a safe one. */
  readonly preferred: boolean;
  /** True if every finding of this code offers the same action, so that the editor shows it once. */
  readonly isShared?: true;
  /** Returns undefined if the edits cannot be made any more. */
  edits(): readonly FileEdits[] | undefined;
}

/**
 * The quick fixes of the findings that touch `span`; then for each of these findings an action that fixes all findings
 * of its code in the file; then for each an action that adds a comment to suppress it.
 */
export function fixActions(workspace: Workspace, path: string, span: Span): readonly Action[] {
  const fixes = quickFixes(workspace, path, span).map(({ finding, fix }): Action => {
    const preferred = fix.safe && finding.fixes.length === 1;
    return { title: fix.title, kind: 'quick fix', finding, preferred, edits: () => fileEditsOf(workspace, fix) };
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
        combinedEdits(
          workspace,
          alike.flatMap(({ fixes: own }) => own.slice(0, 1)),
        );
      return alike.length < 2 ? [] : [more(`Fix all ${finding.code} in this file`, finding, edits)];
    }),
    ...touched.map(finding => {
      const edits = () => {
        const fix = suppressFix(workspace, path, finding);
        return fix && fileEditsOf(workspace, fix);
      };
      return more(`Ignore ${finding.code} in this line`, finding, edits);
    }),
  ];
}

/** The refactorings of the name at `offset`, without those that a quick fix there offers already. */
export function refactorActions(workspace: Workspace, path: string, offset: number): readonly Action[] {
  const found = nameAt(workspace, path, offset, {});
  const offered = new Set(quickFixes(workspace, path, { start: offset, end: offset }).map(({ fix }) => fix.title));
  const fixes = found?.answers.refactors?.(found.named, workspace.lookup) ?? [];
  return fixes
    .filter(fix => !offered.has(fix.title) && fileEditsOf(workspace, fix) !== undefined)
    .map(fix => ({ title: fix.title, kind: 'refactor', preferred: false, edits: () => fileEditsOf(workspace, fix) }));
}

/** The edits of all safe fixes in a file that change no other file. Returns undefined if there are none. */
export function fixAll(workspace: Workspace, path: string): readonly FileEdits[] | undefined {
  const safe = workspace.findings(path).flatMap(({ fixes }) => fixes.filter(fix => fix.safe).slice(0, 1));
  const within = safe.filter(({ edits }) =>
    edits.every(edit => edit.do !== 'create-file' && edit.do !== 'rename-file'),
  );
  return combinedEdits(workspace, within, path);
}

/** The edits of several fixes together. A fix whose edits overlap those of an earlier fix is left out. */
function combinedEdits(workspace: Workspace, fixes: readonly Fix[], within?: string): readonly FileEdits[] | undefined {
  const edits = new Map<string, readonly TextEdit[]>();
  const created: FileEdits[] = [];
  for (const fix of fixes) {
    const files = fileEditsOf(workspace, fix);
    if (files === undefined || (within !== undefined && files.some(({ path }) => path !== within))) continue;
    const merged = mergedEdits(edits, files);
    const whole = files.filter(file => !('edits' in file));
    if (merged === undefined || whole.some(file => created.some(({ path }) => path === file.path))) continue;
    for (const [path, all] of merged) edits.set(path, all);
    created.push(...whole);
  }
  const all = [...created, ...[...edits].map(([path, each]) => ({ path, edits: each }))];
  return all.length === 0 ? undefined : all;
}

function mergedEdits(
  edits: ReadonlyMap<string, readonly TextEdit[]>,
  files: readonly FileEdits[],
): Map<string, readonly TextEdit[]> | undefined {
  const added = new Map<string, TextEdit[]>();
  for (const file of files) if ('edits' in file) for (const edit of file.edits) pushTo(added, file.path, edit);
  const merged = new Map<string, readonly TextEdit[]>();
  for (const [path, more] of added) {
    const all = sortedEdits([...(edits.get(path) ?? []), ...more]);
    if (all === undefined) return undefined;
    merged.set(path, all);
  }
  return merged;
}

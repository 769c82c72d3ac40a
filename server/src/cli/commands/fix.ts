import { defined } from '../../base/defined';
import { compareStrings } from '../../base/collections';
import { fileEditsOf, type FileEdits } from '../../features/edit/fixes';
import { applyEdits, sortedEdits, type TextEdit } from '../../features/edit/text-edit';
import { NotWritten } from '../../host/not-written';
import type { FileChange } from '../../host/write';
import type { Fix } from '../../model/fix';
import type { PlacedFinding } from '../../model/finding';
import type { Workspace } from '../../workspace';

/** What `--fix` has done; `changes` are the files that differ now. */
export interface FixResult {
  /** How many findings were repaired. */
  readonly count: number;
  readonly changes: readonly FileChange[];
}

/**
 * Makes every wanted fix, by default those that are safe, of the findings that `findingsNow` gives, in memory: the workspace is then as if they had been
 * made on disk. Fixes that want the same place wait for the next round, which sees the new texts.
 */
export function fixAll(
  workspace: Workspace,
  findingsNow: () => readonly PlacedFinding[],
  isWanted: (fix: Fix) => boolean = ({ safe }) => safe,
): FixResult {
  const before = new Map<string, string | undefined>();
  let count = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const texts = new Map<string, { readonly old: string | undefined; readonly text: string }>();
    const made = oneRound(workspace, findingsNow(), isWanted, texts);
    if (made === 0) break;
    count += made;
    for (const [path, { old }] of texts) if (!before.has(path)) before.set(path, old);
    workspace.apply(new Map([...texts].map(([path, { text }]) => [path, { text, open: true }])));
  }
  const changes = [...before]
    .map(([path, old]) => ({
      path,
      text: defined(workspace.text(path), 'the text of a fixed file'),
      ...(old === undefined ? {} : { before: old }),
    }))
    .sort((a, b) => compareStrings(a.path, b.path));
  return { count, changes };
}

/** A fix can delay others by a few rounds only; more rounds would mean two rules that undo each other. */
const MOST_ROUNDS = 10;

/**
 * Adds the new texts of files to `texts`, with their old texts (undefined for new files). Returns how many fixes it
 * made.
 */
function oneRound(
  workspace: Workspace,
  findings: readonly PlacedFinding[],
  isWanted: (fix: Fix) => boolean,
  texts: Map<string, { readonly old: string | undefined; readonly text: string }>,
): number {
  const edits = new Map<string, readonly TextEdit[]>();
  const created = new Set<string>();
  let made = 0;
  for (const finding of findings) {
    const fix = finding.fixes.find(isWanted);
    const changes = fix && fileEditsOf(workspace, fix);
    if (changes === undefined || changes.length === 0 || changes.some(isRename) || !fits(changes, edits, created))
      continue;
    for (const change of changes)
      if ('create' in change) {
        created.add(change.path);
        texts.set(change.path, { old: undefined, text: change.create });
      } else if (!isRename(change))
        edits.set(
          change.path,
          defined(sortedEdits([...(edits.get(change.path) ?? []), ...change.edits]), 'the order of edits that fit'),
        );
    made++;
  }
  for (const [path, all] of edits) {
    const old = workspace.textToEdit(path);
    if (old === undefined) throw new NotWritten(`'${path}' has changed since it was read.`);
    texts.set(path, { old, text: applyEdits(old, all) });
  }
  return made;
}

/** No file is renamed without a person looking. */
function isRename(change: FileEdits): change is Extract<FileEdits, { readonly rename: string }> {
  return 'rename' in change;
}

function fits(
  changes: readonly FileEdits[],
  edits: ReadonlyMap<string, readonly TextEdit[]>,
  created: ReadonlySet<string>,
): boolean {
  return changes.every(change =>
    'create' in change
      ? !created.has(change.path)
      : !isRename(change) && sortedEdits([...(edits.get(change.path) ?? []), ...change.edits]) !== undefined,
  );
}

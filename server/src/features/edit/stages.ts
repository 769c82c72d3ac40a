import type { FixEdit } from '../../model/fix';
import type { Workspace } from '../../workspace';
import { fileEditsOf } from './fixes';
import { applyEdits } from './text-edit';

/**
 * Makes edits in memory, one stage after the other: the workspace is then as if they had been made on disk. Returns the
 * changed files with their former texts (undefined for new files). Returns undefined if an edit cannot be made; the
 * stages before it stay made. Findings are not brought up to date; the caller settles.
 */
export function applyStages(
  workspace: Workspace,
  stages: readonly (readonly FixEdit[])[],
): ReadonlyMap<string, string | undefined> | undefined {
  const before = new Map<string, string | undefined>();
  for (const edits of stages) {
    const changes = fileEditsOf(workspace, { title: '', safe: false, edits });
    if (changes === undefined) return undefined;
    const texts = new Map<string, { text: string; open: true }>();
    for (const change of changes) {
      if ('rename' in change) return undefined;
      const old = 'create' in change ? undefined : workspace.textToEdit(change.path);
      const text = 'create' in change ? change.create : old === undefined ? undefined : applyEdits(old, change.edits);
      if (text === undefined) return undefined;
      if (!before.has(change.path)) before.set(change.path, old);
      texts.set(change.path, { text, open: true });
    }
    workspace.takeChanges(texts);
  }
  return before;
}

import type { FixEdit } from '../../model/fix';
import type { Workspace } from '../../workspace';
import { fileFixes } from './fixes';
import { applyEdits } from './text-edit';

/**
 * Makes edits in memory, a stage after the other: the workspace is then as if they had been made on disk. Gives the files
 * that they changed with the texts that those had, none for new ones; nothing when not all edits could be made, and then
 * those before are made all the same. Nothing is checked again: what is found then takes a `settle`.
 */
export function makeStages(
  workspace: Workspace,
  stages: readonly (readonly FixEdit[])[],
): ReadonlyMap<string, string | undefined> | undefined {
  const before = new Map<string, string | undefined>();
  for (const edits of stages) {
    const changes = fileFixes(workspace, { title: '', safe: false, edits });
    if (changes === undefined) return undefined;
    const texts = new Map<string, { text: string; open: true }>();
    for (const change of changes) {
      if ('rename' in change) return undefined;
      const isNew = 'create' in change;
      const old = isNew ? undefined : workspace.textToEdit(change.path);
      if (!isNew && old === undefined) return undefined;
      if (!before.has(change.path)) before.set(change.path, old);
      texts.set(change.path, { text: isNew ? change.create : applyEdits(old!, change.edits), open: true });
    }
    workspace.take(texts);
  }
  return before;
}

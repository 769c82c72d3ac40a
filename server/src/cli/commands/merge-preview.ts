import { soleCheckpoint } from '../../base/cancellation';
import { compareStrings } from '../../base/collections';
import { JSON_VERSION, jsonText } from '../../features/text/json';
import { mergeMarkdown, mergeText } from '../../features/states/merge-report';
import { mergePreview as preview } from '../../features/states/merge-preview';
import { hasFindingAtLeast } from '../../features/states/consequences';
import type { Severity } from '../../model/finding';
import { openRepository, type RepositoryOptions } from '../environment/repository';
import type { Terminal } from '../environment/terminal';
import { unknownName, WrongUse } from '../environment/wrong-use';

/** The options of `merge-preview`. */
export interface MergePreviewOptions extends RepositoryOptions {
  readonly format: 'text' | 'json' | 'markdown';
  readonly failOn: Severity | 'never';
}

/** Lands workspaces in core in memory. Exit code 1 for conflicts, losses and new findings that fail. */
export async function mergePreview(
  ids: readonly string[],
  options: MergePreviewOptions,
  terminal: Terminal,
): Promise<number> {
  // The workspaces land in what is read: a root that stays open must not change.
  const own = { ...options, opened: undefined };
  const { workspace } = await openRepository([], own, terminal, { check: true });
  const known = workspace.workspaceIds;
  for (const id of ids) if (!known.includes(id)) throw new WrongUse(unknownName('workspace', id, known));
  const all = ids.length === 0 ? known : [...new Set(ids)].sort(compareStrings);
  const found = await preview(workspace, all, soleCheckpoint());
  if (options.format === 'json') {
    const { workspaces, pairs, replaced, lost, refused, undecided, fresh } = found;
    const said = { workspaces, pairs, replaced, lost, refused, undecided, findings: { new: fresh } };
    terminal.write(jsonText({ version: JSON_VERSION, ...said }));
  } else terminal.write(options.format === 'markdown' ? mergeMarkdown(found) : mergeText(found, terminal));
  const clean = found.pairs.length + found.lost.length + found.refused.length === 0;
  return options.failOn !== 'never' && (!clean || hasFindingAtLeast(found.fresh, options.failOn)) ? 1 : 0;
}

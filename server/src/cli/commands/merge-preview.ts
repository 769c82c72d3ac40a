import { soleCheckpoint } from '../../base/cancellation';
import { compareStrings } from '../../base/collections';
import { visible } from '../../base/escape-invisible';
import { JSON_VERSION } from '../../features/text/json';
import { mergeMarkdown, mergeSummary } from '../../features/states/merge-markdown';
import { mergePreview as preview, type MergePreview } from '../../features/states/merge-preview';
import { hasFindingAtLeast } from '../../features/states/consequences';
import type { Severity } from '../../model/finding';
import { writeJson } from '../output/json';
import { findingsText } from '../output/findings-text';
import { openRepository, type RepositoryOptions } from '../environment/repository';
import type { Terminal } from '../environment/terminal';
import { unknownName, WrongUse } from '../environment/wrong-use';

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
  const { workspace } = await openRepository([], options, terminal, { check: true });
  const known = workspace.workspaceIds;
  for (const id of ids) if (!known.includes(id)) throw new WrongUse(unknownName('workspace', id, known));
  const all = ids.length === 0 ? known : [...new Set(ids)].sort(compareStrings);
  const found = await preview(workspace, all, soleCheckpoint());
  if (options.format === 'json') {
    const { workspaces, pairs, replaced, lost, refused, fresh } = found;
    writeJson(
      { version: JSON_VERSION, workspaces, pairs, replaced, lost, refused, findings: { new: fresh } },
      terminal,
    );
  } else terminal.write(options.format === 'markdown' ? mergeMarkdown(found) : asText(found, terminal));
  const clean = found.pairs.length + found.lost.length + found.refused.length === 0;
  return options.failOn !== 'never' && (!clean || hasFindingAtLeast(found.fresh, options.failOn)) ? 1 : 0;
}

function asText(found: MergePreview, terminal: Terminal): string {
  const { bold } = terminal.paint;
  const section = (title: string, lines: readonly string[]): string =>
    lines.length === 0 ? '' : `${bold(title)}\n${lines.map(line => `  ${visible(line)}\n`).join('')}`;
  const pairs = found.pairs.flatMap(({ workspaces: [a, b], names, files }) => [
    ...names.map(({ kind, name, fields }) => `${a} and ${b}: ${kind} ${name} differs in ${fields.join(', ')}`),
    ...files.map(file => `${a} and ${b}: two texts for ${file}`),
  ]);
  const parts = [
    section('Conflicts', pairs),
    section(
      'Lost if all land',
      found.lost.map(each => `${each.kind} ${each.name} of ${each.workspace}, to that of ${each.to}`),
    ),
    section(
      'Replace the core definition',
      found.replaced.map(each => `${each.kind} ${each.name} of ${each.workspace}`),
    ),
    section(
      'Cannot land',
      found.refused.map(each => `${each.kind} ${each.name} of ${each.workspace}: ${each.reason}`),
    ),
    findingsText('New findings', found.fresh, terminal),
    `${mergeSummary(found)}\n`,
  ];
  return parts.filter(part => part !== '').join('\n');
}

import { counted } from '../../base/terminal-columns';
import { codeCell, markdownTable } from '../text/markdown-table';
import type { StateEntry } from './registry-state';
import { isEmptyDiff, type ChangedField, type StateDiff } from './state-diff';

/** How two states are called in a comparison. */
export interface StateLabels {
  readonly a: string;
  readonly b: string;
}

/** The commit that made a winner win. */
export interface Blame {
  readonly commit: string;
  readonly title: string;
  readonly author: string;
  /** ISO 8601, UTC. */
  readonly date: string;
}

/**
 * For each changed winner its blame, undefined if it is not committed; undefined as a whole if nobody asked for blame.
 */
export type WinnerBlames = readonly (Blame | undefined)[] | undefined;

/** Markdown for a comment on a pull request: the changed winners are in sight, the rest is folded. */
export function diffMarkdown(diff: StateDiff, { a, b }: StateLabels, blame: WinnerBlames): string {
  const title = `### Registry changes: ${codeCell(a)} → ${codeCell(b)}\n`;
  if (isEmptyDiff(diff)) return `${title}\nNothing differs.\n`;
  const winners = markdownTable(
    ['name', 'in', 'before', 'after', ...(blame === undefined ? [] : ['since'])],
    diff.winners.map(({ name, workspace, before, after }, i) =>
      [
        codeCell(name),
        workspace === null ? 'outside of workspaces' : codeCell(workspace),
        before ?? 'not resolved',
        after ?? 'not resolved',
        ...(blame === undefined ? [] : [codeCell(blameText(blame[i] ?? null))]),
      ].map((text, at) => (at === 2 || at === 3 ? codeCell(text) : text)),
    ),
  );
  const entries = (some: readonly StateEntry[]): string =>
    markdownTable(
      ['kind', 'name', 'whose', 'file'],
      some.map(each => [each.kind, codeCell(each.name), codeCell(ownerText(each)), codeCell(each.path)]),
    );
  const changed = markdownTable(
    ['kind', 'name', 'whose', 'field', 'before', 'after'],
    diff.changed.map(each => [
      each.kind,
      codeCell(each.name),
      codeCell(ownerText(each)),
      codeCell(each.field),
      codeCell(fieldValueText(each.before)),
      codeCell(fieldValueText(each.after)),
    ]),
  );
  const parts = [
    diff.winners.length === 0 ? 'No winner changes.\n' : `**${summaryOfWinners(diff)}**\n\n${winners}`,
    foldedTable(`${diff.added.length} added`, entries(diff.added), diff.added.length),
    foldedTable(`${diff.removed.length} removed`, entries(diff.removed), diff.removed.length),
    foldedTable(counted(diff.changed.length, 'field changed', 'fields changed'), changed, diff.changed.length),
  ];
  return `${title}\n${parts.filter(part => part !== '').join('\n')}`;
}

function foldedTable(title: string, table: string, count: number): string {
  return count === 0 ? '' : `<details><summary>${title}</summary>\n\n${table}\n</details>\n`;
}

export function blameText(blame: Blame | null): string {
  if (blame === null) return 'not committed, or before the history at hand';
  return `${blame.commit.slice(0, 10)} ${blame.date.slice(0, 10)} ${blame.author}: ${blame.title}`;
}

export function summaryOfWinners({ winners }: StateDiff): string {
  return counted(winners.length, 'winner changes', 'winners change');
}

export function ownerText({ scope, workspace }: StateEntry | ChangedField): string {
  return workspace === null ? scope : `${scope === 'workspace' ? 'local' : scope} of ${workspace}`;
}

export function fieldValueText(value: unknown): string {
  if (value === null) return 'absent';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

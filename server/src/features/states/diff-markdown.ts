import { counted } from '../../base/terminal-columns';
import { cell, tableOf } from '../text/markdown-table';
import type { StateEntry } from './registry-state';
import { isEmpty, type ChangedField, type StateDiff } from './state-diff';

/** What two states are called. */
export interface Labels {
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

/** Of each winner that changed, where that was asked for. */
export type Blames = readonly (Blame | undefined)[] | undefined;

/** Markdown for a comment on a pull request: the winners at once, the rest folded. */
export function diffMarkdown(diff: StateDiff, { a, b }: Labels, blame: Blames): string {
  const title = `### Registry changes: ${cell(a)} → ${cell(b)}\n`;
  if (isEmpty(diff)) return `${title}\nNothing differs.\n`;
  const winners = tableOf(
    ['name', 'in', 'before', 'after', ...(blame === undefined ? [] : ['since'])],
    diff.winners.map(({ name, workspace, before, after }, i) =>
      [
        cell(name),
        workspace === null ? 'outside of workspaces' : cell(workspace),
        before ?? 'not resolved',
        after ?? 'not resolved',
        ...(blame === undefined ? [] : [cell(blameText(blame[i] ?? null))]),
      ].map((text, at) => (at === 2 || at === 3 ? cell(text) : text)),
    ),
  );
  const entries = (some: readonly StateEntry[]): string =>
    tableOf(
      ['kind', 'name', 'whose', 'file'],
      some.map(each => [each.kind, cell(each.name), cell(ownerOf(each)), cell(each.path)]),
    );
  const changed = tableOf(
    ['kind', 'name', 'whose', 'field', 'before', 'after'],
    diff.changed.map(each => [
      each.kind,
      cell(each.name),
      cell(ownerOf(each)),
      cell(each.field),
      cell(inWords(each.before)),
      cell(inWords(each.after)),
    ]),
  );
  const parts = [
    diff.winners.length === 0 ? 'No winner changes.\n' : `**${summaryOfWinners(diff)}**\n\n${winners}`,
    fold(`${diff.added.length} added`, entries(diff.added), diff.added.length),
    fold(`${diff.removed.length} removed`, entries(diff.removed), diff.removed.length),
    fold(counted(diff.changed.length, 'field changed', 'fields changed'), changed, diff.changed.length),
  ];
  return `${title}\n${parts.filter(part => part !== '').join('\n')}`;
}

function fold(title: string, table: string, count: number): string {
  return count === 0 ? '' : `<details><summary>${title}</summary>\n\n${table}\n</details>\n`;
}

export function blameText(blame: Blame | null): string {
  if (blame === null) return 'not committed, or before the history at hand';
  return `${blame.commit.slice(0, 10)} ${blame.date.slice(0, 10)} ${blame.author}: ${blame.title}`;
}

export function summaryOfWinners({ winners }: StateDiff): string {
  return counted(winners.length, 'winner changes', 'winners change');
}

export function ownerOf({ scope, workspace }: StateEntry | ChangedField): string {
  return workspace === null ? scope : `${scope === 'workspace' ? 'local' : scope} of ${workspace}`;
}

export function inWords(value: unknown): string {
  if (value === null) return 'absent';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

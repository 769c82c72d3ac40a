import { counted } from '../base/columns';
import { visible } from '../base/visible';
import type { StateEntry } from '../features/registry-state';
import { isEmpty, type ChangedField, type StateDiff } from '../features/state-diff';
import { row, setRows } from '../features/text-rows';
import type { Blame } from './blame';
import { cell, tableOf } from './markdown';
import type { Terminal } from './terminal';

export interface Labels {
  readonly a: string;
  readonly b: string;
}

type Blames = readonly (Blame | undefined)[] | undefined;

/** The text of `diff`. */
export function diffText(diff: StateDiff, { a, b }: Labels, blame: Blames, terminal: Terminal): string {
  if (isEmpty(diff)) return `Nothing differs between ${visible(a)} and ${visible(b)}.\n`;
  const style = { ...terminal, pathOf: (path: string) => path };
  const sections: [string, string[]][] = [
    ['Winners', diff.winners.map((each, i) => winnerLine(each, blame && (blame[i] ?? null)))],
    [
      'Added',
      setRows(
        diff.added.map(each => row('+', [each.name, ownerOf(each), each.path], lost(each))),
        style,
      ),
    ],
    [
      'Removed',
      setRows(
        diff.removed.map(each => row('-', [each.name, ownerOf(each), each.path], lost(each))),
        style,
      ),
    ],
    [
      'Changed',
      setRows(
        diff.changed.map(each => row('~', [each.name, ownerOf(each), each.field], change(each))),
        style,
      ),
    ],
  ];
  const blocks = sections
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => `${terminal.paint.bold(title)}\n${lines.join('\n')}\n`);
  return `${blocks.join('\n')}\n${summary(diff)}\n`;
}

function winnerLine(
  { kind, name, workspace, before, after }: StateDiff['winners'][number],
  blame: Blame | null | undefined,
): string {
  const where = workspace === null ? 'outside of workspaces' : `in ${workspace}`;
  const line = `  ! ${kind} ${name} ${where}: ${before ?? 'not resolved'} → ${after ?? 'not resolved'}`;
  return visible(line) + (blame === undefined ? '' : `\n      ${visible(blameText(blame))}`);
}

function blameText(blame: Blame | null): string {
  if (blame === null) return 'not committed, or before the history at hand';
  return `${blame.commit.slice(0, 10)} ${blame.date.slice(0, 10)} ${blame.author}: ${blame.title}`;
}

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

function summary(diff: StateDiff): string {
  const fields = counted(diff.changed.length, 'field changed', 'fields changed');
  return `${summaryOfWinners(diff)}; ${diff.added.length} added, ${diff.removed.length} removed, ${fields}`;
}

function summaryOfWinners({ winners }: StateDiff): string {
  return counted(winners.length, 'winner changes', 'winners change');
}

function ownerOf({ scope, workspace }: StateEntry | ChangedField): string {
  return workspace === null ? scope : `${scope === 'workspace' ? 'local' : scope} of ${workspace}`;
}

function lost({ loaded, reason }: StateEntry): string {
  return loaded ? '' : `not loaded: ${reason ?? ''}`;
}

function change({ before, after }: ChangedField): string {
  return `${inWords(before)} → ${inWords(after)}`;
}

function inWords(value: unknown): string {
  if (value === null) return 'absent';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

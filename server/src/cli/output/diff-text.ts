import { counted } from '../../base/terminal-columns';
import { visible } from '../../base/escape-invisible';
import {
  blameText,
  fieldValueText,
  ownerText,
  summaryOfWinners,
  type Blame,
  type WinnerBlames,
  type StateLabels,
} from '../../features/states/diff-markdown';
import type { StateEntry } from '../../features/states/registry-state';
import { isEmptyDiff, type StateDiff } from '../../features/states/state-diff';
import { row, alignedRows } from '../../features/text/text-rows';
import type { Terminal } from '../environment/terminal';

/** The text of `diff`. */
export function diffText(diff: StateDiff, { a, b }: StateLabels, blame: WinnerBlames, terminal: Terminal): string {
  if (isEmptyDiff(diff)) return `Nothing differs between ${visible(a)} and ${visible(b)}.\n`;
  const style = { ...terminal, pathOf: (path: string) => path };
  const sections: [string, string[]][] = [
    ['Winners', diff.winners.map((each, i) => winnerLine(each, blame && (blame[i] ?? null)))],
    [
      'Added',
      alignedRows(
        diff.added.map(each => row('+', [each.name, ownerText(each), each.path], lost(each))),
        style,
      ),
    ],
    [
      'Removed',
      alignedRows(
        diff.removed.map(each => row('-', [each.name, ownerText(each), each.path], lost(each))),
        style,
      ),
    ],
    [
      'Changed',
      alignedRows(
        diff.changed.map(each => row('~', [each.name, ownerText(each), each.field], change(each))),
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

function summary(diff: StateDiff): string {
  const fields = counted(diff.changed.length, 'field changed', 'fields changed');
  return `${summaryOfWinners(diff)}; ${diff.added.length} added, ${diff.removed.length} removed, ${fields}`;
}

function lost({ loaded, reason }: StateEntry): string {
  return loaded ? '' : `not loaded: ${reason ?? ''}`;
}

function change({ before, after }: StateDiff['changed'][number]): string {
  return `${fieldValueText(before)} → ${fieldValueText(after)}`;
}

import { pluralize } from '../../base/terminal-columns';
import { escapeInvisible } from '../../base/message-text';
import { winInWords, winOf } from '../../features/states/registry-state';
import { undecidedInWords, type Conflict, type Hidden } from '../../features/overviews/conflicts';
import { row, alignedRows } from '../../features/text/text-rows';
import { lossInWords, ownerInWords, startOf } from './lint-json';
import type { Repository } from '../environment/repository';
import type { Terminal } from '../environment/terminal';

/** The text of `list conflicts`. */
export function conflictsText(
  { workspace, pathOf }: Repository,
  conflicts: readonly Conflict[],
  terminal: Terminal,
): string {
  if (conflicts.length === 0) return 'No name is defined by two workspaces.\n';
  const blocks = conflicts.map(({ name, definitions, winners }) => {
    const rows = definitions.map(item => {
      const { path, line } = startOf(workspace, item);
      const [mark, note] = item.loaded === null ? ['?', lossInWords(item)] : ['·', ''];
      return row(mark, [ownerInWords(item), `${pathOf(path)}:${line}`], note);
    });
    const who = winners.map(
      ({ workspace: id, outcome }) => `${id === undefined ? 'elsewhere' : `in ${id}`}: ${winInWords(winOf(outcome))}`,
    );
    const lines = [...alignedRows(rows, terminal), `    wins ${escapeInvisible(who.join('; '))}`];
    return `${terminal.paint.bold(escapeInvisible(name))}\n${lines.join('\n')}\n`;
  });
  const doubts = undecidedInWords(conflicts.filter(({ certain }) => !certain).length);
  return `${blocks.join('\n')}\n${pluralize(conflicts.length, 'name is', 'names are')} defined by two or more workspaces${doubts}\n`;
}

/** What `list conflicts` says of definitions that a registry asked earlier hides; empty where there are none. */
export function hiddenText({ workspace, pathOf }: Repository, hidden: readonly Hidden[], terminal: Terminal): string {
  if (hidden.length === 0) return '';
  const rows = hidden.map(({ name, place, container, winner }) => {
    const { line } = startOf(workspace, { place });
    return row('○', [name, `${pathOf(container)}:${line}`], `hidden by ${winner.name} of ${pathOf(winner.container)}`);
  });
  return `\nHidden, since another registry is asked first\n${alignedRows(rows, terminal).join('\n')}\n`;
}

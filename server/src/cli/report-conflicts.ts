import { counted } from '../base/columns';
import { visible } from '../base/visible';
import type { Conflict } from '../features/conflicts';
import { row, setRows } from '../features/text-rows';
import { ownerOf, pointOf } from './report-json';
import type { Repository } from './repository';
import type { Terminal } from './terminal';

/** The text of `list conflicts`. */
export function conflictsText(
  { workspace, pathOf }: Repository,
  conflicts: readonly Conflict[],
  { width, paint }: Terminal,
): string {
  if (conflicts.length === 0) return 'No name is defined by two workspaces.\n';
  const blocks = conflicts.map(({ name, definitions, winners }) => {
    const rows = definitions.map(item => {
      const { path, line } = pointOf(workspace, item);
      return row('·', [ownerOf(item), `${pathOf(path)}:${line}`], '');
    });
    const who = winners.map(
      ({ workspace: id, winner }) => `${id === undefined ? 'elsewhere' : `in ${id}`}: ${winner ?? 'not resolved'}`,
    );
    const lines = [...setRows(rows, { width, paint, pathOf }), `    wins ${visible(who.join('; '))}`];
    return `${paint.bold(visible(name))}\n${lines.join('\n')}\n`;
  });
  return `${blocks.join('\n')}\n${counted(conflicts.length, 'name is', 'names are')} defined by two or more workspaces\n`;
}

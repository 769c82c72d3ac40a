import { groupBy } from '../../base/collections';
import { fileName } from '../../base/paths';
import type { Alignment, AlignmentCell, AlignmentItem } from '../../model/explanation';
import type { Place } from '../../model/fact';
import type { Workspace } from '../../workspace';
import { locate } from '../text/locations';
import { codeCell, markdownTable } from '../text/markdown-table';
import { row, type Row } from '../text/text-rows';

/** The table of what the files of a step say of each input, output, argument and variable, for text, Markdown and JSON. */

export function alignmentJson(workspace: Workspace, { files, items }: Alignment) {
  return {
    files: files.map(({ role, at }) => ({ role, path: at.fact.file.path })),
    items: items.map(({ kind, name, cells, metBy }) => ({
      kind,
      name,
      metBy:
        metBy === undefined
          ? null
          : { output: metBy.output, of: metBy.of, score: metBy.score, location: locate(workspace, metBy.at) ?? null },
      cells: cells.map(
        cell => cell && { status: cell.status, location: (cell.at && locate(workspace, cell.at)) ?? null },
      ),
    })),
  };
}

/** A row for each name under a row of the files' roles; cells say the line and what is not plain. */
export function alignmentRows(workspace: Workspace, alignment: Alignment): Row[] {
  const line = (at: Place): string => String(locate(workspace, at)?.range.start.line ?? '');
  return tableOf(alignment, line).map(({ mark, cells }) => row(mark, cells, ''));
}

/** Makes a place a text. The name of its file is left out where the heading of the column says which one it is, so that the table is narrow. */
type PlaceText = (at: Place, isFileKnown: boolean) => string;

/** The alignment of a step as a table of Markdown, whose cells are links, which `link` makes of places. */
export function alignmentMarkdown(alignment: Alignment, link: PlaceText): string {
  const [head, ...rows] = tableOf(alignment, link, codeCell);
  if (head === undefined) return '';
  const shown = rows.slice(0, MAX_ROWS);
  const rest = rows.length - shown.length;
  const table = markdownTable(
    ['', ...head.cells],
    shown.map(({ mark, cells }) => [mark, ...cells]),
  );
  return ['## Alignment', '', table.trimEnd(), ...(rest > 0 ? ['', `… and ${rest} more`] : [])].join('\n');
}

/** At most this many rows are shown in Markdown; gaps come first where there are more. */
const MAX_ROWS = 40;

/** The table with a column for each role, as several specifications mostly say the same. Empty if there is nothing to show. */
function tableOf(
  { files, items }: Alignment,
  placeText: PlaceText,
  nameText = (name: string): string => name,
): { readonly mark: string; readonly cells: readonly string[] }[] {
  if (items.length === 0) return [];
  const columns = [...groupBy([...files.keys()], i => files[i]?.role ?? '')];
  const titles = columns.map(([role, of]) => (of.length === 1 ? role : `${of.length} ${role}s`));
  const isMet = items.some(({ metBy }) => metBy !== undefined);
  const rows = items.map(item => ({
    mark: markOf(item),
    cells: [
      item.kind,
      nameText(item.name),
      ...columns.map(([, of]) =>
        columnText(
          of.map(i => [item.cells[i] ?? null, fileAt(files, i)]),
          placeText,
          nameText,
        ),
      ),
      ...(isMet ? [metText(item, placeText, nameText)] : []),
    ],
  }));
  const inOrder = rows.length <= MAX_ROWS ? rows : [...rows].sort((a, b) => rankOf(a.mark) - rankOf(b.mark));
  return [{ mark: ' ', cells: ['', '', ...titles, ...(isMet ? ['met by'] : [])] }, ...inOrder];
}

/** The output that meets an input, with its score. */
function metText({ metBy }: AlignmentItem, placeText: PlaceText, nameText: (name: string) => string): string {
  if (metBy === undefined) return '';
  const { at, output, of, score } = metBy;
  return `${nameText(output)} of ${nameText(of)} (${score.toFixed(2)}) ${placeText(at, true)}`;
}

function fileAt(files: Alignment['files'], index: number): string {
  return fileName(files[index]?.at.fact.file.path ?? '');
}

/** What the files of one role say, each a cell with the name of its file: what is missing in some, else what the first says. */
function columnText(
  cells: readonly (readonly [AlignmentCell | null, string])[],
  placeText: PlaceText,
  nameText: (name: string) => string,
): string {
  const lacking = cells.find(([cell]) => cell?.status === 'missing');
  const [cell, file] = lacking ?? cells.find(each => each[0]?.at !== undefined) ?? cells[0] ?? [null, ''];
  if (cell === null) return '';
  if (cell.at === undefined)
    return `${MARKS[cell.status]}${cells.length > 1 && lacking ? ` in ${nameText(file)}` : ''}`;
  const note = cell.status === 'required' || cell.status === 'optional' ? ` ${cell.status}` : '';
  return `${placeText(cell.at, cells.length === 1)}${note}`;
}

const MARKS: Readonly<Record<AlignmentCell['status'], string>> = {
  required: '✔',
  optional: '✔',
  there: '✔',
  missing: '✘ missing',
  'not mentioned': '–',
  'cannot tell': '? cannot tell',
};

function markOf({ cells }: AlignmentItem): string {
  if (cells.some(cell => cell?.status === 'missing')) return '✘';
  return cells.some(cell => cell?.status === 'cannot tell') ? '?' : '✔';
}

function rankOf(mark: string): number {
  return '✘?✔'.indexOf(mark);
}

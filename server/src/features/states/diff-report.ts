import { escapeInvisible } from '../../base/message-text';
import { pluralize } from '../../base/terminal-columns';
import { codeCell } from '../text/markdown-table';
import { reportMarkdown, reportText, type Section } from '../text/report-section';
import { row, type LineStyle } from '../text/text-rows';
import { winInWords, type StateEntry } from './registry-state';
import {
  isEmptyDiff,
  openedIn,
  winAfter,
  winBefore,
  type ChangedField,
  type OpenInStates,
  type StateDiff,
} from './state-diff';

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

/** The text of `diff`. */
export function diffText(diff: StateDiff, { a, b }: StateLabels, blames: WinnerBlames, style: LineStyle): string {
  if (isEmptyDiff(diff))
    return `Nothing differs between ${escapeInvisible(a)} and ${escapeInvisible(b)}${asFarAsTold(diff)}.\n`;
  const { added, removed, changed, broken } = diff;
  const breaks = broken.length === 0 ? '' : `; ${schemaCount(diff)}`;
  const doubts = diff.undecided.length + openedIn(diff).length === 0 ? '' : `, ${undecidedCount(diff)}`;
  const summary = `${winnerCount(diff)}; ${added.length} added, ${removed.length} removed, ${fieldCount(changed)}${doubts}${breaks}\n`;
  return reportText([...sectionsOf(diff, blames), summary], style);
}

/** Markdown for a comment on a pull request: the changed winners are in sight, the rest is folded. */
export function diffMarkdown(diff: StateDiff, { a, b }: StateLabels, blames: WinnerBlames): string {
  const title = `### Registry changes: ${codeCell(a)} → ${codeCell(b)}\n`;
  if (isEmptyDiff(diff)) return `${title}\nNothing differs${asFarAsTold(diff)}.\n`;
  const noWinner = diff.winners.length === 0 ? 'No winner changes.\n' : '';
  return reportMarkdown([title, noWinner, ...sectionsOf(diff, blames)]);
}

function sectionsOf(diff: StateDiff, blames: WinnerBlames): Section[] {
  const entries = (title: string, mark: string, some: readonly StateEntry[]): Section => ({
    title,
    caption: `${some.length} ${title.toLowerCase()}`,
    isFolded: true,
    columns: ['kind', 'name', 'whose', 'file'],
    rows: some.map(each => {
      const { kind, name, path, loaded, reason } = each;
      const owner = ownerText(each);
      const line = row(
        mark,
        [name, owner, path],
        loaded === true ? '' : loaded === null ? (reason ?? '') : `not loaded: ${reason ?? ''}`,
      );
      return { line, cells: [{ word: kind }, name, owner, path] };
    }),
  });
  return [
    winnersSection(diff, blames),
    schemasSection(diff),
    entries('Added', '+', diff.added),
    entries('Removed', '-', diff.removed),
    {
      title: 'Changed',
      caption: fieldCount(diff.changed),
      isFolded: true,
      columns: ['kind', 'name', 'whose', 'field', 'before', 'after'],
      rows: diff.changed.map(each => {
        const [owner, before, after] = [ownerText(each), fieldValueText(each.before), fieldValueText(each.after)];
        const line = row('~', [each.name, owner, each.field], `${before} → ${after}`);
        return { line, cells: [{ word: each.kind }, each.name, owner, each.field, before, after] };
      }),
    },
    {
      title: 'Cannot be told',
      caption: undecidedCount(diff),
      isFolded: true,
      columns: ['kind', 'name', 'whose', 'before', 'after', 'why'],
      rows: [
        ...openedIn(diff).map(openedRow),
        ...diff.undecided.map(each => {
          const [owner, before, after] = [ownerText(each), presence(each.before), presence(each.after)];
          const line = row('?', [each.name, owner, `${before} → ${after}`], each.reason);
          return { line, cells: [{ word: each.kind }, each.name, owner, before, after, each.reason] };
        }),
      ],
    },
  ];
}

function openedRow(table: OpenInStates): Section['rows'][number] {
  const { kind, name, workspace, before, after, reason } = table;
  const [was, is] = [filledBy(before), filledBy(after)];
  const owner = workspace ?? 'core';
  const line = row('?', [name, owner, `${was} → ${is}`], after ? reason : '');
  return { line, cells: [{ word: `${kind} table` }, name, owner, was, is, reason] };
}

function filledBy(isOpen: boolean): string {
  return isOpen ? 'what code adds' : 'its rows alone';
}

function presence(isThere: true | null): string {
  return isThere === null ? 'cannot tell' : 'there';
}

function undecidedCount(diff: StateDiff): string {
  return `${diff.undecided.length + openedIn(diff).length} that cannot be told`;
}

/** The remark behind what is said of two states, where tables hold what nobody can compare. */
function asFarAsTold({ open }: StateDiff): string {
  return open.length === 0 ? '' : `, as far as it can be told: code fills ${pluralize(open.length, 'table', 'tables')}`;
}

function winnersSection(diff: StateDiff, blames: WinnerBlames): Section {
  const rows = diff.winners.map((each, i) => {
    const { kind, name, workspace } = each;
    const [from, to] = [winInWords(winBefore(each)), winInWords(winAfter(each))];
    const where = workspace === null ? 'outside of workspaces' : `in ${workspace}`;
    const blame = blames === undefined ? [] : [blameText(blames[i])];
    const change = `! ${kind} ${name} ${where}: ${from} → ${to}`;
    const owner = workspace ?? { word: where };
    return { line: [change, ...blame].map(escapeInvisible).join('\n      '), cells: [name, owner, from, to, ...blame] };
  });
  const columns = ['name', 'in', 'before', 'after', ...(blames === undefined ? [] : ['since'])];
  return { title: 'Winners', caption: winnerCount(diff), columns, rows };
}

function schemasSection(diff: StateDiff): Section {
  const rows = diff.broken.map(({ name, side, field, change, before, after }) => {
    const said = CHANGES[change];
    const how = before === null || after === null ? said : `${said}: ${before.join(', ')} → ${after.join(', ')}`;
    const where = field === '' ? side : `${side} ${field}`;
    return { line: row('!', [name, where], how), cells: [name, { word: side }, field, how] };
  });
  return { title: 'Schemas', caption: schemaCount(diff), columns: ['name', 'side', 'field', 'change'], rows };
}

/** What a change of a schema means for those that call or read. */
const CHANGES: Readonly<Record<StateDiff['broken'][number]['change'], string>> = {
  removed: 'removed',
  required: 'has to be given now',
  type: 'other types',
  values: 'other values',
  unknown: 'cannot be compared: the schema is not told',
};

function blameText(blame: Blame | undefined): string {
  if (blame === undefined) return 'not committed, or before the history at hand';
  return `${blame.commit.slice(0, 10)} ${blame.date.slice(0, 10)} ${blame.author}: ${blame.title}`;
}

function winnerCount({ winners }: StateDiff): string {
  return pluralize(winners.length, 'winner changes', 'winners change');
}

function schemaCount({ broken }: StateDiff): string {
  return pluralize(broken.length, 'field of a schema can break consumers', 'fields of schemas can break consumers');
}

function fieldCount(changed: StateDiff['changed']): string {
  return pluralize(changed.length, 'field changed', 'fields changed');
}

function ownerText({ scope, workspace }: Pick<StateEntry | ChangedField, 'scope' | 'workspace'>): string {
  return workspace === null ? scope : `${scope === 'workspace' ? 'local' : scope} of ${workspace}`;
}

function fieldValueText(value: unknown): string {
  if (value === null) return 'absent';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

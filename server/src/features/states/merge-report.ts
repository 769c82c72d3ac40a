import { escapeInvisible } from '../../base/message-text';
import { pluralize } from '../../base/terminal-columns';
import { reportMarkdown, reportText, type LinkToLine, type Section } from '../text/report-section';
import { row, type LineStyle } from '../text/text-rows';
import type { FindingData } from './consequences';
import type { MergePreview } from './merge-preview';

/** The text of `merge-preview`. */
export function mergeText(preview: MergePreview, style: LineStyle): string {
  return reportText([...sectionsOf(preview), `${summaryOf(preview)}\n`], style);
}

/** A merge preview as Markdown, with links to the lines of today that `linkTo` knows an address of. */
export function mergeMarkdown(preview: MergePreview, linkTo?: LinkToLine): string {
  return reportMarkdown([`### Merge preview\n\n${summaryOf(preview)}\n`, ...sectionsOf(preview)], linkTo);
}

function sectionsOf({ pairs, lost, replaced, refused, undecided, fresh }: MergePreview): Section[] {
  const section = (title: string, columns: readonly string[], rows: readonly [string, string[]][]): Section => {
    return { title, columns, rows: rows.map(([line, cells]) => ({ line: escapeInvisible(line), cells })) };
  };
  const conflicts = pairs.flatMap(({ workspaces: [a, b], names, files }): Section['rows'] => [
    ...names.map(({ kind, name, fields }) => ({
      line: escapeInvisible(`${a} and ${b}: ${kind} ${name} differs in ${fields.join(', ')}`),
      cells: [a, b, name, fields.join(', ')],
    })),
    ...files.map(file => ({
      line: escapeInvisible(`${a} and ${b}: two texts for ${file}`),
      cells: [a, b, file, { word: 'text' }],
    })),
  ]);
  const nameOf = ({ kind, name, workspace }: MergePreview['replaced'][number]) => `${kind} ${name} of ${workspace}`;
  return [
    { title: 'Conflicts', columns: ['workspace', 'and', 'what', 'differs in'], rows: conflicts },
    section(
      'Lost if all land',
      ['lost', 'of', 'to that of'],
      lost.map(each => [`${nameOf(each)}, to that of ${each.to}`, [each.name, each.workspace, each.to]]),
    ),
    section(
      'Replace the core definition',
      [],
      replaced.map(each => [nameOf(each), []]),
    ),
    section(
      'Cannot land',
      ['cannot land', 'of', 'why'],
      refused.map(each => [`${nameOf(each)}: ${each.reason}`, [each.name, each.workspace, each.reason]]),
    ),
    section(
      'Cannot be told whether they are loaded today',
      ['cannot be told', 'of', 'why'],
      undecided.map(each => [`${nameOf(each)}: ${each.reason}`, [each.name, each.workspace, each.reason]]),
    ),
    // Lines of core are yet to be written: a person finds the lines that they come from.
    findingsSection(
      'New findings',
      fresh.map(finding => ({ ...finding, ...finding.from })),
    ),
  ];
}

/** A section with a row for each finding. The text has the column of a finding, the Markdown only its line. */
export function findingsSection(title: string, findings: readonly FindingData[]): Section {
  const rows = findings.map(({ code, severity, path, line, column, message }) => ({
    line: row(severity === 'error' ? '✘' : '!', [severity, `${path}:${line}:${column}`], `${message} (${code})`),
    cells: [{ word: severity }, { path, line }, message, code],
  }));
  return { title, caption: title, columns: ['severity', 'where', 'what', 'rule'], rows };
}

function summaryOf({ workspaces, pairs, lost, fresh }: MergePreview): string {
  const who = pluralize(workspaces.length, 'workspace lands', 'workspaces land');
  const clashes = pluralize(pairs.length, 'pair in conflict', 'pairs in conflict');
  return `${who} in core: ${clashes}, ${pluralize(lost.length, 'definition', 'definitions')} lost, ${pluralize(fresh.length, 'new finding', 'new findings')}`;
}

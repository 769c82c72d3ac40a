import { escapeInvisible } from '../../base/message-text';
import { rangeOf } from '../../features/text/locations';
import type { Severity } from '../../model/finding';
import type { LintResult } from './lint-result';
import type { Repository } from '../environment/repository';

/** Workflow commands that make annotations in a pull request; hints are left out, as in the Problems panel. */
export function githubText({ workspace, pathOf }: Repository, { findings }: LintResult): string {
  const lines = findings.flatMap(({ code, severity, path, span, message, related }) => {
    const level = LEVELS[severity];
    if (level === undefined) return [];
    const { start, end } = rangeOf(workspace, path, span);
    const where = {
      file: pathOf(path),
      line: start.line,
      // Columns are only understood within one line.
      ...(start.line === end.line ? { col: start.column, endColumn: end.column } : { endLine: end.line }),
      title: code,
    };
    const properties = Object.entries(where).map(([name, value]) => `${name}=${property(String(value))}`);
    const also = related.map(each => {
      const { line } = rangeOf(workspace, each.path, each.span).start;
      return `${escapeInvisible(pathOf(each.path))}:${line} ${escapeInvisible(each.message)}`;
    });
    return `::${level} ${properties.join(',')}::${data([escapeInvisible(message), ...also].join('\n'))}\n`;
  });
  return lines.join('');
}

const LEVELS: Readonly<Record<Severity, string | undefined>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: undefined,
};

/** A workflow command ends with its line; these escapes are the workflow's own. */
function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A').replace(/##\[/g, '# #[');
}

function property(text: string): string {
  return escapeInvisible(data(text)).replace(/:/g, '%3A').replace(/,/g, '%2C');
}

import { row, setRows } from '../features/text-rows';
import { cell, tableOf } from './markdown';
import type { PlainFinding } from './moments';
import type { Terminal } from './terminal';

/** A section of findings for `impact` and `merge-preview`; nothing where there are none. */
export function findingsText(title: string, findings: readonly PlainFinding[], terminal: Terminal): string {
  if (findings.length === 0) return '';
  const rows = findings.map(({ code, severity, path, line, column, message }) =>
    row(severity === 'error' ? '✘' : '!', [severity, `${path}:${line}:${column}`], `${message} (${code})`),
  );
  return `${terminal.paint.bold(title)}\n${setRows(rows, { ...terminal, pathOf: path => path }).join('\n')}\n`;
}

export function findingsMarkdown(title: string, findings: readonly PlainFinding[]): string {
  if (findings.length === 0) return '';
  const rows = findings.map(({ code, severity, path, line, message }) => [
    severity,
    cell(`${path}:${line}`),
    cell(message),
    cell(code),
  ]);
  return `**${title}**\n\n${tableOf(['severity', 'where', 'what', 'rule'], rows)}`;
}

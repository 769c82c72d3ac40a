import type { FindingData } from '../../features/states/consequences';
import { row, alignedRows } from '../../features/text/text-rows';
import type { Terminal } from '../environment/terminal';

/** A section of findings for `impact` and `merge-preview`; nothing where there are none. */
export function findingsText(title: string, findings: readonly FindingData[], terminal: Terminal): string {
  if (findings.length === 0) return '';
  const rows = findings.map(({ code, severity, path, line, column, message }) =>
    row(severity === 'error' ? '✘' : '!', [severity, `${path}:${line}:${column}`], `${message} (${code})`),
  );
  return `${terminal.paint.bold(title)}\n${alignedRows(rows, { ...terminal, pathOf: path => path }).join('\n')}\n`;
}

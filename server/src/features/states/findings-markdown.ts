import { codeCell, markdownTable } from '../text/markdown-table';
import type { FindingData } from './consequences';

/** A section with a table of findings; empty if there are none. */
export function findingsMarkdown(title: string, findings: readonly FindingData[]): string {
  if (findings.length === 0) return '';
  const rows = findings.map(({ code, severity, path, line, message }) => [
    severity,
    codeCell(`${path}:${line}`),
    codeCell(message),
    codeCell(code),
  ]);
  return `**${title}**\n\n${markdownTable(['severity', 'where', 'what', 'rule'], rows)}`;
}

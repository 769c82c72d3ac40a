import { cell, tableOf } from '../text/markdown-table';
import type { PlainFinding } from './consequences';

/** A section of findings; nothing where there are none. */
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

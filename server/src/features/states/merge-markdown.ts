import { counted } from '../../base/terminal-columns';
import { findingsMarkdown } from './findings-markdown';
import { codeCell, markdownTable } from '../text/markdown-table';
import type { MergePreview } from './merge-preview';

/** A merge preview as Markdown. */
export function mergeMarkdown(found: MergePreview): string {
  const pairs = found.pairs.flatMap(({ workspaces: [a, b], names, files }) => [
    ...names.map(({ name, fields }) => [codeCell(a), codeCell(b), codeCell(name), codeCell(fields.join(', '))]),
    ...files.map(file => [codeCell(a), codeCell(b), codeCell(file), 'text']),
  ]);
  const lost = found.lost.map(each => [codeCell(each.name), codeCell(each.workspace), codeCell(each.to)]);
  const refused = found.refused.map(each => [codeCell(each.name), codeCell(each.workspace), codeCell(each.reason)]);
  const parts = [
    `### Merge preview\n\n${mergeSummary(found)}\n`,
    pairs.length === 0 ? '' : markdownTable(['workspace', 'and', 'what', 'differs in'], pairs),
    lost.length === 0 ? '' : markdownTable(['lost', 'of', 'to that of'], lost),
    refused.length === 0 ? '' : markdownTable(['cannot land', 'of', 'why'], refused),
    findingsMarkdown('New findings', found.fresh),
  ];
  return parts.filter(part => part !== '').join('\n');
}

/** A merge preview in one line. */
export function mergeSummary({ workspaces, pairs, lost, fresh }: MergePreview): string {
  const who = counted(workspaces.length, 'workspace lands', 'workspaces land');
  const clashes = counted(pairs.length, 'pair in conflict', 'pairs in conflict');
  return `${who} in core: ${clashes}, ${counted(lost.length, 'definition', 'definitions')} lost, ${counted(fresh.length, 'new finding', 'new findings')}`;
}

import { counted } from '../../base/terminal-columns';
import { findingsMarkdown } from './findings-markdown';
import { cell, tableOf } from '../text/markdown-table';
import type { MergePreview } from './merge-preview';

/** A merge preview as Markdown. */
export function mergeMarkdown(found: MergePreview): string {
  const pairs = found.pairs.flatMap(({ workspaces: [a, b], names, files }) => [
    ...names.map(({ name, fields }) => [cell(a), cell(b), cell(name), cell(fields.join(', '))]),
    ...files.map(file => [cell(a), cell(b), cell(file), 'text']),
  ]);
  const lost = found.lost.map(each => [cell(each.name), cell(each.workspace), cell(each.to)]);
  const refused = found.refused.map(each => [cell(each.name), cell(each.workspace), cell(each.reason)]);
  const parts = [
    `### Merge preview\n\n${mergeSummary(found)}\n`,
    pairs.length === 0 ? '' : tableOf(['workspace', 'and', 'what', 'differs in'], pairs),
    lost.length === 0 ? '' : tableOf(['lost', 'of', 'to that of'], lost),
    refused.length === 0 ? '' : tableOf(['cannot land', 'of', 'why'], refused),
    findingsMarkdown('New findings', found.fresh),
  ];
  return parts.filter(part => part !== '').join('\n');
}

/** In one line. */
export function mergeSummary({ workspaces, pairs, lost, fresh }: MergePreview): string {
  const who = counted(workspaces.length, 'workspace lands', 'workspaces land');
  const clashes = counted(pairs.length, 'pair in conflict', 'pairs in conflict');
  return `${who} in core: ${clashes}, ${counted(lost.length, 'definition', 'definitions')} lost, ${counted(fresh.length, 'new finding', 'new findings')}`;
}

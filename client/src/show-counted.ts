import * as vscode from 'vscode';
import { COUNTED, type Counted, type CountedParams } from '../../server/src/protocol';
import type { Server } from './server';
import { showPlace } from './show-places';

/** Lists what a figure counts, to be narrowed by typing, and goes to what is picked. */
export async function showCounted(server: Server, params: CountedParams, title: string): Promise<void> {
  const counted = await server.ask<Counted | null>(COUNTED, params);
  if (!counted) return;
  const { items, total } = counted;
  const picks = items.map(({ text, detail, location }) => ({
    label: text,
    description: detail,
    ...(location && { detail: placeInWords(location.uri, location.range.start.line) }),
    location,
  }));
  const omitted = total > items.length ? vscode.l10n.t('the first {0} of {1}', items.length, total) : undefined;
  const choice = await vscode.window.showQuickPick(picks, {
    title: omitted === undefined ? title : `${title} (${omitted})`,
    placeHolder: vscode.l10n.t('Pick one to go there; type to narrow the list'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (choice?.location) await showPlace(choice.location);
}

function placeInWords(uri: string, line: number): string {
  return `${vscode.workspace.asRelativePath(vscode.Uri.parse(uri))}:${line + 1}`;
}

import * as vscode from 'vscode';
import { EXPORT, SNAPSHOT, type Exported, type ExportFormat, type ExportParams } from '../../server/src/protocol';
import { showingErrors, scope, textIn } from './scope';
import type { Server } from './server';

const FORMATS: readonly ExportFormat[] = ['json', 'yaml', 'python'];

/**
 * A dictionary that the run time derives, in a new editor. `argument` may say the `table`, `format` and `workspace`.
 */
export function exportTable(server: Server, argument: unknown): Promise<void> {
  return showingErrors(async () => {
    const where = await scope();
    const found = where && (await server.request<{ tables: string[] }>(EXPORT, where));
    if (!where || !found) return;
    const placeHolder = vscode.l10n.t('What shall be exported?');
    const table = textIn(argument, 'table') ?? (await vscode.window.showQuickPick(found.tables, { placeHolder }));
    if (table === undefined) return;
    const asked = textIn(argument, 'format') ?? (await vscode.window.showQuickPick(FORMATS));
    const format = FORMATS.find(each => each === asked);
    if (!format) return;
    const workspace = textIn(argument, 'workspace');
    const params: ExportParams = { ...where, table, format, ...(workspace !== undefined && { workspace }) };
    const answer = await server.request<Exported>(EXPORT, params);
    if (!answer) return;
    await openNew(format, answer.text);
    if (answer.lost.length > 0) {
      const count = String(answer.lost.length);
      vscode.window.setStatusBarMessage(vscode.l10n.t('Not in it: {0} ({1})', answer.lost[0] ?? '', count), 10_000);
    }
  });
}

/** What the registries say now, in a new editor: saved, it can be compared with later states. */
export function takeSnapshot(server: Server): Promise<void> {
  return showingErrors(async () => {
    const where = await scope();
    const answer = where && (await server.request<{ text: string }>(SNAPSHOT, where));
    if (answer) await openNew('json', answer.text);
  });
}

async function openNew(language: string, content: string): Promise<void> {
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language, content }));
}

import * as vscode from 'vscode';
import { RENAME_ACROSS, type RenameAcross, type RenameAcrossParams } from '../../server/src/protocol';
import { placeAtCursor, showingErrors } from './scope';
import type { Server } from './server';

/** Renames what stands under the cursor with everything that is called after it; VS Code shows the edits first. */
export async function renameAcross(server: Server): Promise<void> {
  const params: RenameAcrossParams | undefined = placeAtCursor();
  if (!params) return;
  await showingErrors(async () => {
    const target = await server.request<RenameAcross | null>(RENAME_ACROSS, params);
    if (!target) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Put the cursor on a step, class or workspace that a registry names.'),
      );
      return;
    }
    const newName = await vscode.window.showInputBox({
      value: target.name,
      prompt: vscode.l10n.t('New name for {0}, its classes and files', target.name),
    });
    if (newName === undefined || newName === '' || newName === target.name) return;
    const answer = await server.request<RenameAcross | null>(RENAME_ACROSS, { ...params, newName });
    const edit = await server.workspaceEdit(answer?.edit);
    if (edit) await vscode.workspace.applyEdit(edit, { isRefactoring: true });
  });
}

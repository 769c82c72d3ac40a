import * as vscode from 'vscode';
import { textIn, showingErrors } from './scope';

/**
 * Opens a copy of the small repository that comes with the extension, for people who have none at hand. `argument` may say the
 * URI of a folder for it as `to`; then it is copied and not opened.
 */
export function openSample(
  { extensionUri, globalStorageUri }: vscode.ExtensionContext,
  argument: unknown,
): Promise<void> {
  return showingErrors(async () => {
    const to = textIn(argument, 'to');
    const folder = to === undefined ? vscode.Uri.joinPath(globalStorageUri, 'sample') : vscode.Uri.parse(to);
    await vscode.workspace.fs.copy(vscode.Uri.joinPath(extensionUri, 'media', 'sample'), folder, { overwrite: true });
    if (to !== undefined) return;
    const forceNewWindow = vscode.workspace.workspaceFolders !== undefined;
    await vscode.commands.executeCommand('vscode.openFolder', folder, { forceNewWindow });
  });
}

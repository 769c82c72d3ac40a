import * as vscode from 'vscode';

/** The schemes of files that the server is told about: those on disk, and those of virtual workspaces that are open. */
export function servedSchemes(): string[] {
  const opened = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
  return [...new Set(['file', ...opened])];
}

/** Whether the server is told about files of a URI's scheme. */
export function isServed({ scheme }: vscode.Uri): boolean {
  return servedSchemes().includes(scheme);
}

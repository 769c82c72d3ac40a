import * as vscode from 'vscode';
import type { Scoped } from '../../server/src/protocol';
import { isOurScheme } from './schemes';

/** Which repository a command is about: that of the file at hand; of several folders, the one that is picked. */
export async function scope(): Promise<Scoped | undefined> {
  const active = vscode.window.activeTextEditor?.document.uri;
  if (active && isOurScheme(active) && vscode.workspace.getWorkspaceFolder(active)) return { uri: active.toString() };
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length < 2) return folders[0] ? { uri: folders[0].uri.toString() } : {};
  const folder = await vscode.window.showWorkspaceFolderPick();
  return folder && { uri: folder.uri.toString() };
}

/** What a command was given with it: by a key binding, a link or another extension. It may be anything. */
export function given(argument: unknown): Readonly<Record<string, unknown>> {
  return typeof argument === 'object' && argument !== null ? (argument as Record<string, unknown>) : {};
}

/** A field of it that is text. */
export function textIn(argument: unknown, field: string): string | undefined {
  const value = given(argument)[field];
  return typeof value === 'string' ? value : undefined;
}

/** Tells why something that a person asked for was not done. */
export async function orSayWhy(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
  }
}

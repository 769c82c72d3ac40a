import * as vscode from 'vscode';
import type { ExplainParams, Scoped } from '../../server/src/protocol';
import { isServed } from './schemes';

/**
 * The repository that a command is about: that of the active file, else the only opened folder, else one that the user
 * picks.
 */
export async function scope(): Promise<Scoped | undefined> {
  const active = vscode.window.activeTextEditor?.document.uri;
  if (active && isServed(active) && vscode.workspace.getWorkspaceFolder(active)) return { uri: active.toString() };
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length < 2) return folders[0] ? { uri: folders[0].uri.toString() } : {};
  const folder = await vscode.window.showWorkspaceFolderPick();
  return folder && { uri: folder.uri.toString() };
}

/** Where the cursor stands, in a text that the server is told about. */
export function placeAtCursor(): Required<Pick<ExplainParams, 'uri' | 'position'>> | undefined {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !isServed(editor.document.uri)) return undefined;
  const { line, character } = editor.selection.active;
  return { uri: editor.document.uri.toString(), position: { line, character } };
}

/**
 * The fields of the argument of a command. It comes from a key binding, a link or another extension, and may be
 * anything.
 */
export function fieldsOf(argument: unknown): Readonly<Record<string, unknown>> {
  return typeof argument === 'object' && argument !== null ? (argument as Record<string, unknown>) : {};
}

/** A field of the argument, if it is a string. */
export function textIn(argument: unknown, field: string): string | undefined {
  const value = fieldsOf(argument)[field];
  return typeof value === 'string' ? value : undefined;
}

/** Runs a command and shows the reason if it fails. */
export async function showingErrors(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
  }
}

import * as vscode from 'vscode';
import { WORKSPACES, type WorkspaceSummary } from '../../server/src/protocol';
import type { Server } from './server';

/** A developer workspace to pick from a list, with its directories. */
export interface WorkspaceItem extends vscode.QuickPickItem {
  readonly id: string;
}

/** The developer workspaces, each once: several directories may be one workspace. Those of all folders if no file is given. */
export async function workspaceItems(server: Server, uri?: string): Promise<WorkspaceItem[]> {
  const workspaces = (await server.ask<WorkspaceSummary[]>(WORKSPACES, { uri })) ?? [];
  return [...new Set(workspaces.map(({ id }) => id))].map(id => {
    const roots = workspaces.filter(each => each.id === id).map(({ root }) => vscode.Uri.parse(root));
    return { label: id, description: roots.map(root => vscode.workspace.asRelativePath(root)).join(', '), id };
  });
}

import * as vscode from 'vscode';
import { NAMES, WORKSPACES, type WorkspaceSummary } from '../../server/src/protocol';
import type { Server } from './server';

/** What somebody who helps needs to know: versions and counts, no names and no paths. */
export async function copyReport(server: Server, version: string): Promise<void> {
  const [names, workspaces] = await Promise.all([
    server.ask<string[]>(NAMES),
    server.ask<WorkspaceSummary[]>(WORKSPACES),
  ]);
  const findings = vscode.languages
    .getDiagnostics()
    .flatMap(([, all]) => all.filter(({ source }) => source === 'registry'));
  const lines = [
    `Registry Intelligence ${version}, VS Code ${vscode.version}, ${vscode.env.appHost}, ${vscode.env.remoteName ?? 'local'}`,
    `Server: ${server.isRunning ? 'running' : 'not running'}; trusted: ${vscode.workspace.isTrusted}`,
    `Folders: ${vscode.workspace.workspaceFolders?.length ?? 0}, names: ${names?.length ?? 0}, workspaces: ${workspaces?.length ?? 0}`,
    ...countsByCode(findings),
  ];
  await vscode.env.clipboard.writeText(`${lines.join('\n')}\n`);
  vscode.window.setStatusBarMessage(vscode.l10n.t('The report is in the clipboard.'), 5000);
}

function countsByCode(findings: readonly vscode.Diagnostic[]): string[] {
  const counts = new Map<string, number>();
  for (const { code } of findings) {
    const name = String(typeof code === 'object' ? code.value : code);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, count]) => `${name}: ${count}`);
}

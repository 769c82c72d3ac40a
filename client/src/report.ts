import * as vscode from 'vscode';
import { LATENCIES, NAMES, WORKSPACES, type Latency, type WorkspaceSummary } from '../../server/src/protocol';
import type { Server } from './server';

/** What somebody who helps needs to know: versions and counts, no names and no paths. */
export async function copyReport(server: Server, version: string): Promise<void> {
  const [names, workspaces, latencies] = await Promise.all([
    server.ask<string[]>(NAMES),
    server.ask<WorkspaceSummary[]>(WORKSPACES),
    server.ask<Latency[]>(LATENCIES),
  ]);
  const findings = vscode.languages
    .getDiagnostics()
    .flatMap(([, all]) => all.filter(({ source }) => source === 'registry'));
  const lines = [
    `Registry Intelligence ${version}, VS Code ${vscode.version}, ${vscode.env.appHost}, ${vscode.env.remoteName ?? 'local'}`,
    `Server: ${server.isRunning ? 'running' : 'not running'}; trusted: ${vscode.workspace.isTrusted}`,
    `Folders: ${vscode.workspace.workspaceFolders?.length ?? 0}, names: ${names?.length ?? 0}, workspaces: ${workspaces?.length ?? 0}`,
    ...(latencies ?? []).map(
      ({ what, count, p50, p95 }) => `${what}: p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms of ${count}`,
    ),
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

import * as vscode from 'vscode';
import { registerCommands } from './commands';
import { dashboardPage } from './dashboard-page';
import { ExplainDocuments } from './explain-document';
import { graphPage } from './graph-page';
import { Page } from './page';
import { Server } from './server';
import { Starter } from './starter';
import { StatusItem } from './status';
import { registerViews } from './views';

let server: Server | undefined;

/** Called by VS Code on the first Python or YAML file, or when an opened folder has one of the well-known paths. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Registry Intelligence', { log: true });
  server = new Server(log, context.asAbsolutePath('dist/server.js'));
  const starter = new Starter(server);
  const documents = new ExplainDocuments(server);
  const dashboard = new Page(dashboardPage(), server, context.extensionUri);
  const graph = new Page(graphPage(), server, context.extensionUri);
  context.subscriptions.push(dashboard, graph);
  context.subscriptions.push(log, server, starter, documents, registerViews(server), new StatusItem(server));
  const { version } = context.extension.packageJSON as { version: string };
  registerCommands(context, { server, log, documents, dashboard, graph, version, start: () => starter.start() });
  void starter.probe();
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}

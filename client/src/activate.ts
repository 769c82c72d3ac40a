import * as vscode from 'vscode';
import { registerCommands } from './commands';
import { dashboardPage } from './dashboard-page';
import { ExplainDocuments } from './explain-document';
import { graphPage } from './graph-page';
import { registerTools } from './language-model';
import { Page } from './page';
import { Picks } from './picks';
import { Reports } from './reports';
import { FindingReview } from './review';
import { RulePages } from './rule-pages';
import { Server, type Connect } from './server';
import { Starter } from './starter';
import { StatusItem } from './status';
import { registerViews } from './views';

/** What both entries of the extension do; they differ in how the server is run. */
export function activateWith(context: vscode.ExtensionContext, connect: Connect): Server {
  const log = vscode.window.createOutputChannel('Registry Intelligence', { log: true });
  const picks = new Picks(context.workspaceState);
  const server = new Server(log, picks, connect);
  const starter = new Starter(server);
  const documents = new ExplainDocuments(server);
  const reports = new Reports(server);
  const rulePages = new RulePages(server);
  const review = new FindingReview(server);
  const dashboard = new Page(dashboardPage(), server, context.extensionUri);
  const graph = new Page(graphPage(), server, context.extensionUri);
  context.subscriptions.push(dashboard, graph);
  context.subscriptions.push(
    log,
    server,
    starter,
    documents,
    reports,
    rulePages,
    review,
    registerViews(server),
    new StatusItem(server),
  );
  const { version } = context.extension.packageJSON as { version: string };
  registerCommands(context, {
    server,
    log,
    documents,
    reports,
    rulePages,
    review,
    dashboard,
    graph,
    picks,
    version,
    start: () => starter.start(),
  });
  context.subscriptions.push(registerTools(context, server, () => starter.start()));
  void starter.probe();
  return server;
}

import { DidChangeConfigurationNotification, type Connection, type InitializeParams } from 'vscode-languageserver';
import type { WorkspaceOptions } from '../workspace';
import type { Host } from './hosts/host';
import { answerRequests } from './requests/handlers';
import { SECTION } from './session/preferences';
import { Session } from './session/session';

/** Answers everything that a client may send after `initialize`. */
export function answerClient(
  connection: Connection,
  host: Host,
  params: InitializeParams,
  options: WorkspaceOptions,
): void {
  const session = new Session(connection, host, params, options);
  connection.onInitialized(() => {
    const { client } = session;
    session.start();
    if (client.hasFolders) connection.workspace.onDidChangeWorkspaceFolders(event => session.foldersChanged(event));
    if (client.hasConfigurationEvents)
      connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION }).catch(() => undefined);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => session.filesChanged(changes));
  connection.onDidChangeConfiguration(({ settings }: { settings: unknown }) => session.configurationChanged(settings));
  answerRequests(connection, () => session);
}

import { DidChangeConfigurationNotification, type Connection } from 'vscode-languageserver';
import type { WorkspaceOptions } from '../workspace';
import { initializeResult } from './requests/server-capabilities';
import { clientOf, type Client } from './session/client-capabilities';
import { answerRequests } from './requests/handlers';
import type { Host } from './hosts/host';
import { SECTION } from './session/preferences';
import { Session } from './session/session';

/**
 * Serves one client over a connection until it says goodbye. Knows no process and no disk: everything comes through
 * the host. `options` are for tests, which bring systems of their own.
 */
export function startServer(
  connection: Connection,
  hostFor: (client: Client) => Host,
  options: WorkspaceOptions = {},
): void {
  let session: Session | undefined;
  const started = (): Session => {
    if (session === undefined) throw new Error('not initialized');
    return session;
  };
  connection.onInitialize(params => {
    session = new Session(connection, hostFor(clientOf(params)), params, options);
    return initializeResult(session.client);
  });
  connection.onInitialized(() => {
    const { client } = started();
    started().start();
    if (client.hasFolders) connection.workspace.onDidChangeWorkspaceFolders(event => started().foldersChanged(event));
    if (client.hasConfigurationEvents)
      connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION }).catch(() => undefined);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => started().filesChanged(changes));
  connection.onDidChangeConfiguration(({ settings }: { settings: unknown }) =>
    started().configurationChanged(settings),
  );
  answerRequests(connection, started);
  connection.listen();
}

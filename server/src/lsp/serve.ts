import type { Connection, InitializeParams } from 'vscode-languageserver';
import type { WorkspaceOptions } from '../workspace';
import type { answerClient } from './answer-client';
import type { Host } from './hosts/host';
import type { MessageGate } from './message-gate';
import { initializeResult } from './requests/server-capabilities';
import { clientOf, type Client } from './session/client-capabilities';

/** What a server is made of, beside the connection that it speaks over. */
export interface ServerParts {
  /** Loads what answers the client; at once where a program is loaded as a whole. */
  readonly load: () => Promise<{ readonly answerClient: typeof answerClient }>;
  /** Where the client's folders are. */
  readonly hostFor: (client: Client) => Promise<Host>;
  /** The strategy by which the connection handles messages. */
  readonly gate: MessageGate;
  /** For tests, which bring systems of their own. */
  readonly options?: WorkspaceOptions;
}

/**
 * Serves one client over a connection until it says goodbye. Knows no process and no disk: everything comes through
 * the host. `initialize` is answered first; the engine is loaded after that, since compiling it takes longer than
 * everything else that a start is made of, and whatever the client sends meanwhile waits at the gate.
 */
export function startServer(connection: Connection, parts: ServerParts): void {
  connection.onInitialize(params => {
    const client = clientOf(params);
    setTimeout(() => void begin(connection, client, params, parts));
    return initializeResult(client);
  });
  connection.listen();
}

async function begin(
  connection: Connection,
  client: Client,
  params: InitializeParams,
  { load, hostFor, gate, options = {} }: ServerParts,
): Promise<void> {
  const [{ answerClient: answer }, host] = await Promise.all([load(), hostFor(client)]);
  answer(connection, host, params, options);
  gate.open();
}

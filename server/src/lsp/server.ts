import { setFlagsFromString } from 'node:v8';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import type { WorkspaceOptions } from '../workspace';
import type { Client } from './session/client-capabilities';
import type { Host } from './hosts/host';
import { memoryGiver } from './session/memory';
import { NODE_HOST } from './hosts/node-host';
import { noticeRest } from './session/idle-timer';
import { startServer } from './serve';
import { eitherHost, virtualHost } from './hosts/virtual-host';

/**
 * How far the heap may grow before it is cleaned up, in percent. By default it is up to four times, and most of the memory would be
 * rubbish, since nearly everything that is made while reading stays. Smaller numbers clean up more often, beside what is being done.
 */
const GROWTH = 50;
/** How long nothing may have come from the client before memory is given back. In milliseconds. */
const REST = 5000;

/**
 * The language server of this process. The process's arguments say how it is spoken to: `--stdio`, or `--node-ipc` when
 * it was forked by an editor.
 */
export function serveProcess(options: WorkspaceOptions = {}): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
  // Else what is made in the same places of the code as what lasted while everything was read is taken to last, too: most of an edit's
  // rubbish would wait for a collection of the whole heap, and a copy of the text with it.
  setFlagsFromString('--no-allocation-site-pretenuring');
  const giveMemoryBack = memoryGiver();
  giveMemoryBack(false);
  const connection = createConnection(ProposedFeatures.all, { messageStrategy: noticeRest(giveMemoryBack, REST) });
  const hostFor = (client: Client): Host =>
    client.options.readsFiles === true ? eitherHost(NODE_HOST, virtualHost(connection)) : NODE_HOST;
  startServer(connection, hostFor, options);
}

import { setFlagsFromString } from 'node:v8';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import type { WorkspaceOptions } from '../workspace';
import type { Client } from './client';
import type { Host } from './host';
import { NODE_HOST } from './node-host';
import { startServer } from './serve';
import { eitherHost, virtualHost } from './virtual-host';

/**
 * How far the heap may grow before it is cleaned up, in percent. By default it is up to four times, and most of the memory would be
 * rubbish, since nearly everything that is made while reading stays. Smaller numbers cost more time and save no memory.
 */
const GROWTH = 100;

/**
 * The language server of this process. The process's arguments say how it is spoken to: `--stdio`, or `--node-ipc` when
 * it was forked by an editor.
 */
export function serveProcess(options: WorkspaceOptions = {}): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
  // Else, for as long as marking what is alive takes, this thread does nothing but help with it from one turn to the next.
  setFlagsFromString('--no-incremental-marking-task');
  // Else what is made in the same places of the code as what lasted while everything was read is taken to last, too: most of an edit's
  // rubbish would wait for a collection of the whole heap, and a copy of the text with it.
  setFlagsFromString('--no-allocation-site-pretenuring');
  const connection = createConnection(ProposedFeatures.all);
  const hostFor = (client: Client): Host =>
    client.options.readsFiles === true ? eitherHost(NODE_HOST, virtualHost(connection)) : NODE_HOST;
  startServer(connection, hostFor, options);
}

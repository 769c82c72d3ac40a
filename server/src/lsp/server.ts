import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import type { WorkspaceOptions } from '../workspace';
import { NODE_HOST } from './node-host';
import { startServer } from './serve';

/**
 * The language server of this process. The process's arguments say how it is spoken to: `--stdio`, or `--node-ipc` when
 * it was forked by an editor.
 */
export function serveProcess(options: WorkspaceOptions = {}): void {
  startServer(createConnection(ProposedFeatures.all), NODE_HOST, options);
}

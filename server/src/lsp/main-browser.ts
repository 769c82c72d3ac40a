import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from './serve';
import { virtualHost } from './hosts/virtual-host';

/** The worker that this program runs in; messages are passed to and from its page. */
declare const self: unknown;

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
startServer(connection, () => virtualHost(connection));

import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import * as answering from './answer-client';
import { virtualHost } from './hosts/virtual-host';
import { MessageGate } from './message-gate';
import { startServer } from './serve';

/** The worker that this program runs in; messages are passed to and from its page. */
declare const self: unknown;

const gate = new MessageGate();
const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self), {
  messageStrategy: gate,
});
startServer(connection, {
  load: () => Promise.resolve(answering),
  gate,
  hostFor: () => Promise.resolve(virtualHost(connection)),
});

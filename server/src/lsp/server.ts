import { setFlagsFromString } from 'node:v8';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import type { WorkspaceOptions } from '../workspace';
import { watchFraming } from './framing';
import { noticeRest } from './session/idle-timer';
import { MessageGate } from './message-gate';
import { startServer } from './serve';

/**
 * How far the heap may grow before it is cleaned up, in percent. By default it is up to four times, and most of the memory would be
 * rubbish, since nearly everything that is made while reading stays. Smaller numbers clean up more often, beside what is being done.
 */
const GROWTH = 50;
/** How long nothing may have come from the client before the runtime may mark between two turns. In milliseconds. */
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
  letMarkBetweenTurns(false);
  if (process.argv.includes('--stdio')) watchFraming(process.stdin, endBroken);
  const gate = new MessageGate();
  const rest = noticeRest(letMarkBetweenTurns, REST);
  const connection = createConnection(ProposedFeatures.all, {
    messageStrategy: {
      handleMessage: (message, next) => rest.handleMessage(message, each => gate.handleMessage(each, next)),
    },
  });
  startServer(connection, {
    load: () => import('./answer-client'),
    gate,
    options,
    async hostFor(client) {
      const [{ NODE_HOST }, { eitherHost, virtualHost }] = await Promise.all([
        import('./hosts/node-host'),
        import('./hosts/virtual-host'),
      ]);
      return client.options.readsFiles === true ? eitherHost(NODE_HOST, virtualHost(connection)) : NODE_HOST;
    },
  });
}

/** What comes after cannot be understood, so that every request would wait for ever: a client notices a server that has ended. */
function endBroken(why: string): void {
  process.stderr.write(`What comes in does not follow the Language Server Protocol: ${why}\n`);
  process.exit(1);
}

/**
 * Lets the runtime mark what is alive between two turns, or forbids it. While somebody works, other threads mark: on this one it would
 * fill every turn until it is done, half a second where a million things are alive. At rest it has to go on, or else a collection that
 * has begun would never end, and memory would not be given back.
 */
function letMarkBetweenTurns(isAllowed: boolean): void {
  setFlagsFromString(isAllowed ? '--incremental-marking-task' : '--no-incremental-marking-task');
}

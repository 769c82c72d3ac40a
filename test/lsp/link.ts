import { spawn } from 'node:child_process';
import { PassThrough, type Readable, type Writable } from 'node:stream';
import { createConnection, createProtocolConnection, ProposedFeatures } from 'vscode-languageserver';
import { StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import * as answering from '../../server/src/lsp/answer-client';
import { NODE_HOST } from '../../server/src/lsp/hosts/node-host';
import { MessageGate } from '../../server/src/lsp/message-gate';
import { startServer } from '../../server/src/lsp/serve';
import type { WorkspaceOptions } from '../../server/src/workspace';

/** A server that has been started, as a client sees it. */
export interface Link {
  /** What the server says, and what is said to it. */
  readonly output: Readable;
  readonly input: Writable;
  /** Resolves when the server has ended, with its exit code; nothing if a signal has ended it. */
  readonly ended: Promise<number | null>;
  /** Of its process, if it has one. */
  readonly pid: number | undefined;
}

/** A server program in a process of its own, which speaks over its standard streams. */
export function serverProcess(line: readonly string[], env: NodeJS.ProcessEnv): Link {
  const child = spawn(process.execPath, [...line, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'], env });
  const ended = new Promise<number | null>(resolve => child.once('exit', resolve));
  return { input: child.stdin, output: child.stdout, pid: child.pid, ended };
}

/**
 * A server in this process, made of the same parts as the product's, with the same bytes on the way to it: without a process to start
 * and a program to bundle, a test takes a hundredth of the time. What belongs to a process (its environment, Node's options,
 * framing, its end by a signal) is not tested so.
 */
export function serverInProcess(options: WorkspaceOptions): Link {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const gate = new MessageGate();
  const ended = new Promise<number>(resolve => {
    const connection = createConnection(
      logger =>
        createProtocolConnection(new StreamMessageReader(input), new StreamMessageWriter(output), logger, {
          messageStrategy: gate,
        }),
      { shutdownReceived: false, initialize: () => undefined, exit: resolve },
      ProposedFeatures.all,
    );
    startServer(connection, {
      load: () => Promise.resolve(answering),
      gate,
      hostFor: () => Promise.resolve(NODE_HOST),
      options,
    });
  });
  // What is under way may still say something, which is for nobody.
  void ended.then(() => output.resume());
  return { input, output, ended, pid: undefined };
}

import {
  CodeLensRefreshRequest,
  MessageType,
  ShowMessageNotification,
  type Connection,
  type PublishDiagnosticsParams,
  type ShowDocumentParams,
  type ShowMessageParams,
  type WorkDoneProgressServerReporter,
} from 'vscode-languageserver';
import { CHANGED, type Changed } from '../../protocol';
import type { Client } from './client-capabilities';
import { logFailure } from './errors';

/** The progress of reading a root, as the client shows it. */
export interface LoadProgress {
  report(done: number, total: number): void;
  /** Whether somebody has pressed the button that ends the reading. */
  isCancelled(): boolean;
  done(): void;
}

/** What the client is told without having asked. Nothing waits for the client, and nothing fails because it is gone. */
export class ClientChannel {
  private readonly connection: Connection;
  private readonly client: Client;
  private revision = 0;

  constructor(connection: Connection, client: Client) {
    this.connection = connection;
    this.client = client;
  }

  /** Resolves when the findings are out. A client that asks for findings gets none here, since it would show them twice. */
  async publish(findings: PublishDiagnosticsParams): Promise<void> {
    if (this.client.options.pullDiagnostics === true) return;
    await this.connection.sendDiagnostics(findings).catch(() => undefined);
  }

  /** Says that answers given before may be out of date. */
  announceChange(): void {
    const { connection, client } = this;
    const changed: Changed = { revision: ++this.revision };
    connection.sendNotification(CHANGED, changed).catch(() => undefined);
    if (client.refreshesLenses) connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
    if (client.refreshesFindings) connection.languages.diagnostics.refresh().catch(() => undefined);
    if (client.refreshesHints) connection.languages.inlayHint.refresh().catch(() => undefined);
  }

  /** Has the client show a document, if it can; `external` is for a browser. */
  showDocument(params: ShowDocumentParams): void {
    if (this.client.showsDocuments) this.connection.window.showDocument(params).catch(() => undefined);
  }

  /** Has the client show a text to a person who has asked for it. */
  showMessage(text: string): void {
    // A request, which the connection's own method sends, has some editors wait for a choice.
    const params: ShowMessageParams = { type: MessageType.Info, message: text };
    this.connection.sendNotification(ShowMessageNotification.type, params).catch(() => undefined);
  }

  /** Writes to the log of the server. */
  warn(message: string): void {
    this.connection.console.warn(message);
  }

  /** Takes care of work that nobody awaits: if it fails, that is logged. */
  inBackground(work: Promise<unknown>): void {
    logFailure(work, this.connection.console);
  }

  /** Shows the progress of a first index, with a button that ends it, where the client can. */
  showProgress(): LoadProgress {
    if (!this.client.hasProgress) return { report: () => undefined, isCancelled: () => false, done: () => undefined };
    let isDone = false;
    let shown: WorkDoneProgressServerReporter | undefined;
    this.connection.window.createWorkDoneProgress().then(
      progress => {
        progress.begin('Reading registries', 0, undefined, true);
        if (isDone) progress.done();
        else shown = progress;
      },
      () => undefined,
    );
    return {
      report: (done, total) => shown?.report(total === 0 ? 100 : Math.floor((100 * done) / total)),
      isCancelled: () => shown?.token.isCancellationRequested === true,
      done: () => {
        isDone = true;
        shown?.done();
      },
    };
  }
}

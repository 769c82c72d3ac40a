import * as vscode from 'vscode';
import {
  CloseAction,
  ErrorAction,
  RevealOutputChannelOn,
  State,
  type BaseLanguageClient,
  type CloseHandlerResult,
  type LanguageClientOptions,
} from 'vscode-languageclient';
import {
  CHANGED,
  DIAGNOSTIC_SOURCE,
  EXPLAIN_COMMAND,
  LIST_FOLDER,
  READ_FILES,
  SHOW_RULE_COMMAND,
  type InitializationOptions,
} from '../../server/src/protocol';
import type { Picks } from './picks';
import { listFolder, readFiles } from './reading';
import { Restarts } from './restarts';
import { servedSchemes } from './schemes';
import { FileWatching, type FileChange } from './watching';

/**
 * Files the server is told about as they are typed. Remote windows need no scheme of their own: the extension runs
 * where the files are, and sees them as files.
 */
function documents(): { scheme: string; language?: string; pattern?: string }[] {
  const inFiles = servedSchemes().flatMap(scheme => [
    { scheme, language: 'python' },
    { scheme, language: 'yaml' },
    // Of these languages, only where modules are.
    { scheme, language: 'typescript', pattern: '**/extensions/**' },
    { scheme, language: 'javascript', pattern: '**/extensions/**' },
    { scheme, pattern: '**/.onextree' },
    { scheme, pattern: '**/*.policy.json' },
    { scheme, pattern: '**/*.dag.json' },
    { scheme, pattern: '**/catalog_index.json' },
  ]);
  return [...inFiles, { scheme: 'vscode-notebook-cell', language: 'python' }];
}

/** Makes the language client. The entry points of the extension decide how the server is run. */
export type Connect = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** The language server: one process, started when asked, restarted after a crash, silent in between. */
export class Server implements vscode.Disposable {
  readonly #log: vscode.LogOutputChannel;
  readonly #picks: Picks;
  readonly #connect: Connect;
  readonly #changed = new vscode.EventEmitter<void>();
  #client: BaseLanguageClient | undefined;
  #watching: FileWatching | undefined;
  readonly #restarts = new Restarts();

  /** Fires when answers given before may be out of date, and when the server comes or goes. */
  readonly onDidChange = this.#changed.event;

  constructor(log: vscode.LogOutputChannel, picks: Picks, connect: Connect) {
    this.#log = log;
    this.#picks = picks;
    this.#connect = connect;
  }

  get isRunning(): boolean {
    return this.#client?.state === State.Running;
  }

  /**
   * Starts the server unless it runs or is about to. `roots` are the repository roots that lie above opened folders.
   */
  async start(roots: readonly vscode.Uri[]): Promise<void> {
    this.#watching ??= new FileWatching(changes => void this.#tellChanges(changes));
    this.#watching.setOutsideRoots(roots);
    this.#client ??= this.#create();
    try {
      await this.#client.start();
    } catch (error) {
      this.#log.error(`The language server did not start: ${String(error)}`);
    }
  }

  async stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    this.#watching?.dispose();
    this.#watching = undefined;
    // Rejects when the server does not answer; it is then ended by force.
    await client?.dispose().catch((error: unknown) => this.#log.warn(String(error)));
  }

  /** Sends a request of `protocol.ts`. Resolves to undefined if the server does not run or could not answer. */
  async ask<Answer>(request: string, params?: object): Promise<Answer | undefined> {
    try {
      return await (params === undefined
        ? this.#client?.sendRequest<Answer>(request)
        : this.#client?.sendRequest<Answer>(request, params));
    } catch (error) {
      this.#log.error(`${request}: ${String(error)}`);
      return undefined;
    }
  }

  /** As `ask`, but what the server refuses is thrown with its reason. */
  async request<Answer>(request: string, params: object): Promise<Answer | undefined> {
    return this.#client?.sendRequest<Answer>(request, params);
  }

  /** Has the server ask for settings again, since something was picked. */
  async settingsChanged(): Promise<void> {
    await this.#client?.sendNotification('workspace/didChangeConfiguration', { settings: null });
  }

  /** An edit as the protocol says it. */
  async workspaceEdit(edit: object | undefined): Promise<vscode.WorkspaceEdit | undefined> {
    return this.#client?.protocol2CodeConverter.asWorkspaceEdit(edit as never);
  }

  dispose(): void {
    void this.stop();
    this.#changed.dispose();
  }

  #create(): BaseLanguageClient {
    const client = this.#connect('registryIntelligence', 'Registry Intelligence', this.#options());
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) {
        this.#restarts.running();
        this.#log.info('The language server is running.');
      }
      void vscode.commands.executeCommand('setContext', 'registryIntelligence.running', newState === State.Running);
      this.#changed.fire();
    });
    client.onNotification(CHANGED, () => this.#changed.fire());
    client.onRequest(LIST_FOLDER, listFolder);
    client.onRequest(READ_FILES, readFiles);
    return client;
  }

  #options(): LanguageClientOptions {
    const initializationOptions: InitializationOptions = {
      watchesFiles: true,
      readsFiles: true,
      explainCommand: true,
      showPlacesCommand: true,
      showRuleCommand: true,
      suggestCommand: true,
    };
    return {
      documentSelector: documents(),
      diagnosticCollectionName: 'registry',
      outputChannel: this.#log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationOptions,
      middleware: {
        workspace: {
          configuration: async (params, token, next) => {
            const settings = await next(params, token);
            if (!Array.isArray(settings)) return settings;
            return settings.map((each, i) => this.#picks.over(each, params.items[i]?.scopeUri));
          },
        },
        handleDiagnostics: (uri, diagnostics, next) => {
          leadToPages(diagnostics);
          next(uri, diagnostics);
        },
      },
      // The text holds what users typed into their registries; only these commands, which show something, may be run from it.
      markdown: { isTrusted: { enabledCommands: [EXPLAIN_COMMAND, SHOW_RULE_COMMAND] }, supportHtml: false },
      initializationFailedHandler: error => {
        this.#log.error(`The language server refused to start: ${String(error)}`);
        return false;
      },
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => this.#afterCrash(),
      },
    };
  }

  async #afterCrash(): Promise<CloseHandlerResult> {
    const pause = this.#restarts.pause();
    if (pause === undefined) {
      void this.#offerReload();
      return { action: CloseAction.DoNotRestart, handled: true };
    }
    await new Promise(resolve => setTimeout(resolve, pause));
    return { action: CloseAction.Restart, handled: true };
  }

  /** The only message that appears without a command: without it, findings would disappear without a reason. */
  async #offerReload(): Promise<void> {
    const choice = await vscode.window.showWarningMessage(
      vscode.l10n.t('The registry language server keeps stopping and was given up.'),
      vscode.l10n.t('Show Output'),
    );
    if (choice) this.#log.show();
  }

  async #tellChanges(changes: readonly FileChange[]): Promise<void> {
    const client = this.#client;
    if (!client) return;
    const params = {
      changes: changes.map(({ uri, type }) => ({ uri: client.code2ProtocolConverter.asUri(uri), type })),
    };
    try {
      await client.sendNotification('workspace/didChangeWatchedFiles', params);
    } catch (error) {
      this.#log.warn(`File changes were not delivered: ${String(error)}`);
    }
  }
}

/** Lets the codes of our findings lead to the page in the editor; the page has the address on the web. */
function leadToPages(diagnostics: readonly vscode.Diagnostic[]): void {
  for (const diagnostic of diagnostics) {
    const { source, code } = diagnostic;
    if (source !== DIAGNOSTIC_SOURCE || typeof code !== 'object') continue;
    const query = JSON.stringify([String(code.value)]);
    diagnostic.code = {
      value: code.value,
      target: vscode.Uri.from({ scheme: 'command', path: SHOW_RULE_COMMAND, query }),
    };
  }
}

import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type CancellationToken,
  type ClientCapabilities,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type ShowDocumentParams,
} from 'vscode-languageserver/node';
import type { WorkspaceOptions } from '../../server/src/workspace';
import { serverInProcess, serverProcess, type Link } from './link';

/** What VS Code can do, as far as it makes a difference. */
export const VSCODE: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
  },
  textDocument: {
    completion: { completionItem: { snippetSupport: true } },
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: {
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } },
    },
  },
  window: { workDoneProgress: true },
};

export interface Started {
  /** A bundled program, which is started in a process of its own; or what a server in this process is made with. */
  readonly server: string | WorkspaceOptions;
  /** Absolute; none gives a client without folders. */
  readonly folders?: readonly string[];
  /** What VS Code can do, if left out; undefined for a client that does not say. */
  readonly capabilities?: ClientCapabilities | null | undefined;
  readonly options?: object;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** For a process of its own. */
  readonly env?: Readonly<Record<string, string>>;
  /** Arguments for Node, before the program, for a process of its own. */
  readonly node?: readonly string[];
}

/** No mark to reach: a machine that others use may stand still for seconds. In milliseconds, below what a test may take. */
const PATIENCE = 120_000;

/** A client that speaks to a server and notes everything it is told. */
export class TestClient {
  /** Everything published, in order. */
  readonly published: PublishDiagnosticsParams[] = [];
  /** What the server logged as an error. */
  readonly errors: string[] = [];
  /** What the server logged as a warning. */
  readonly warnings: string[] = [];
  readonly registered: string[] = [];
  readonly progress: { kind: string; percentage?: number }[] = [];
  /** What the server had it show: documents, and messages. */
  readonly shownDocuments: ShowDocumentParams[] = [];
  readonly messages: string[] = [];
  /** The revisions that notifications of `registry/changed` have announced. */
  readonly revisions: number[] = [];
  settings: Readonly<Record<string, unknown>>;
  /** Called with each progress token; ends the progress if it says so. */
  cancelsProgress = false;
  result!: InitializeResult;
  private readonly link: Link;
  private readonly connection: ProtocolConnection;
  private readonly waiting = new Set<() => void>();
  private readonly listeners = new Set<() => void>();
  private readonly versions = new Map<string, number>();

  private constructor({ server, settings = {}, env = {}, node = [] }: Started) {
    this.settings = settings;
    this.link =
      typeof server === 'string'
        ? serverProcess([...node, server], { ...process.env, ...env })
        : serverInProcess(server);
    this.connection = createProtocolConnection(
      new StreamMessageReader(this.link.output),
      new StreamMessageWriter(this.link.input),
    );
    // So that nothing waits for the answer of a server that is gone.
    void this.link.ended.then(() => this.connection.dispose());
    this.listen();
  }

  static async start(how: Started): Promise<TestClient> {
    const client = new TestClient(how);
    client.result = await client.request<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: 'capabilities' in how ? how.capabilities : VSCODE,
      workspaceFolders: how.folders?.map(folder => ({ uri: uriOf(folder), name: path.basename(folder) })) ?? null,
      initializationOptions: how.options,
    });
    await client.notify('initialized', {});
    return client;
  }

  /** Of the process of a server that has one. */
  get pid(): number {
    assert.ok(this.link.pid !== undefined, 'it runs in this process');
    return this.link.pid;
  }

  async stop(): Promise<void> {
    await this.request('shutdown', undefined);
    await this.notify('exit', undefined);
    assert.equal(await this.link.ended, 0);
    assert.deepEqual(this.errors, []);
  }

  request<T>(method: string, params: unknown, token?: CancellationToken): Promise<T> {
    if (token === undefined) return this.connection.sendRequest<T>(method, params);
    return this.connection.sendRequest<T>(method, params, token);
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  open(file: string, text: string, languageId = 'python'): Promise<void> {
    const uri = uriOf(file);
    this.versions.set(uri, 1);
    return this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  /** Replaces the whole text. Returns the new version. */
  async edit(file: string, text: string): Promise<number> {
    return this.change(file, [{ text }]);
  }

  async change(file: string, contentChanges: readonly object[]): Promise<number> {
    const uri = uriOf(file);
    const version = this.versions.get(uri)! + 1;
    this.versions.set(uri, version);
    await this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
    return version;
  }

  close(file: string): Promise<void> {
    return this.notify('textDocument/didClose', { textDocument: { uri: uriOf(file) } });
  }

  save(file: string): Promise<void> {
    return this.notify('textDocument/didSave', { textDocument: { uri: uriOf(file) } });
  }

  watched(...events: readonly (readonly [file: string, type: 'created' | 'changed' | 'deleted'])[]): Promise<void> {
    const types = { created: 1, changed: 2, deleted: 3 };
    const changes = events.map(([file, type]) => ({ uri: uriOf(file), type: types[type] }));
    return this.notify('workspace/didChangeWatchedFiles', { changes });
  }

  /** The codes that are shown for a file now; nothing when the server never said anything about it. */
  shown(file: string): string[] | undefined {
    const last = this.published.findLast(each => each.uri === uriOf(file));
    return last?.diagnostics.map(each => String(each.code));
  }

  /** Waits until what is shown for a file is as wanted; fails in the end with what it was. */
  async until(file: string, codes: readonly string[] | undefined): Promise<void> {
    await this.when(
      () => JSON.stringify(this.shown(file)) === JSON.stringify(codes),
      () => {
        assert.deepEqual(this.shown(file), codes, path.basename(file));
      },
    );
  }

  /** Calls `heard` with each publication, until what it returns is called. */
  onPublished(heard: () => void): () => void {
    this.listeners.add(heard);
    return () => this.listeners.delete(heard);
  }

  /** Waits for the findings of a version of a file. */
  async published_(file: string, version: number): Promise<PublishDiagnosticsParams> {
    const find = () => this.published.find(each => each.uri === uriOf(file) && each.version === version);
    await this.when(
      () => find() !== undefined,
      () => assert.fail(`version ${version} was not published`),
    );
    return find()!;
  }

  /** Waits until it is so, or calls `otherwise`. */
  async when(isSo: () => boolean, otherwise: () => void): Promise<void> {
    const until = Date.now() + PATIENCE;
    while (!isSo()) {
      if (Date.now() > until) {
        otherwise();
        return;
      }
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, 100);
        this.waiting.add(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  private listen(): void {
    const { connection } = this;
    const wake = (): void => {
      for (const each of this.waiting) each();
      this.waiting.clear();
    };
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
      for (const heard of this.listeners) heard();
      wake();
    });
    connection.onNotification('window/logMessage', ({ type, message }: { type: number; message: string }) => {
      if (type === 1) this.errors.push(message);
      if (type === 2) this.warnings.push(message);
    });
    connection.onNotification('$/progress', ({ token, value }: { token: string; value: { kind: string } }) => {
      this.progress.push(value);
      if (this.cancelsProgress) void this.notify('window/workDoneProgress/cancel', { token });
      wake();
    });
    connection.onNotification('registry/changed', ({ revision }: { revision: number }) => {
      this.revisions.push(revision);
      wake();
    });
    connection.onRequest('window/showDocument', (params: ShowDocumentParams) => {
      this.shownDocuments.push(params);
      wake();
      return { success: true };
    });
    connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      this.messages.push(message);
      wake();
    });
    connection.onRequest('window/workDoneProgress/create', () => null);
    connection.onRequest('client/registerCapability', ({ registrations }: { registrations: { method: string }[] }) => {
      this.registered.push(...registrations.map(({ method }) => method));
      return null;
    });
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => this.settings),
    );
    connection.listen();
  }
}

export function uriOf(file: string): string {
  return pathToFileURL(file).href;
}

/** The parameters of a request about a place in a file. */
export function placeAt(file: string, line: number, character: number) {
  return { textDocument: { uri: uriOf(file) }, position: { line, character } };
}

import * as vscode from 'vscode';
import { holdsRegistries, isRegistryPath, mayHoldRegistries, repositoryRoot } from './probe';
import { isServed } from './schemes';
import type { Server } from './server';

/** New files come in bursts; one probe answers for all of them. */
const PAUSE_MS = 1000;

/**
 * Decides when there is something for the server to do. Each root is searched once; files that appear later reopen the
 * question.
 */
export class Starter implements vscode.Disposable {
  readonly #server: Server;
  readonly #probed = new Map<string, Promise<boolean>>();
  readonly #waiting: vscode.Disposable[] = [];
  readonly #folders: vscode.Disposable;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #found = false;

  constructor(server: Server) {
    this.#server = server;
    this.#folders = vscode.workspace.onDidChangeWorkspaceFolders(() => void this.probe());
    const created = vscode.workspace.createFileSystemWatcher('**', false, true, true);
    this.#waiting.push(
      created,
      created.onDidCreate(uri => this.#reconsider(uri)),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => this.#reconsider(uri)),
      vscode.workspace.onDidOpenTextDocument(document => void this.#probeFile(document)),
    );
  }

  /** Looks into the opened folders and files, and starts the server if anything of ours is there. */
  async probe(): Promise<void> {
    for (const { uri } of vscode.workspace.workspaceFolders ?? []) await this.#probeFolder(uri);
    for (const document of vscode.workspace.textDocuments) await this.#probeFile(document);
    if (this.#found) await this.start();
  }

  /** Starts the server, whatever the probes said; when it runs already, tells it of new folders. */
  async start(): Promise<void> {
    this.#found = true;
    clearTimeout(this.#timer);
    for (const disposable of this.#waiting.splice(0)) disposable.dispose();
    await this.#server.start(await outsideRoots());
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#folders.dispose();
    for (const disposable of this.#waiting) disposable.dispose();
  }

  #reconsider(uri: vscode.Uri): void {
    if (isRegistryPath(uri)) void this.start();
    else if (mayHoldRegistries(uri)) {
      this.#timer ??= setTimeout(() => {
        this.#timer = undefined;
        this.#probed.clear();
        void this.probe();
      }, PAUSE_MS);
    }
  }

  /** A file outside the opened folders is looked at in its repository; without one, there is no bound to a search. */
  async #probeFile({ uri, languageId }: vscode.TextDocument): Promise<void> {
    if (this.#found || !isServed(uri)) return;
    if (isRegistryPath(uri)) return this.start();
    if (!/^(?:python|yaml)$/.test(languageId) || vscode.workspace.getWorkspaceFolder(uri)) return;
    const root = await repositoryRoot(vscode.Uri.joinPath(uri, '..'));
    if (root) await this.#probeRoot(root);
  }

  /** The opened folder first, since that is a smaller search than the repository it may be a part of. */
  async #probeFolder(folder: vscode.Uri): Promise<void> {
    await this.#probeRoot(folder);
    const root = this.#found ? undefined : await repositoryRoot(folder);
    if (root) await this.#probeRoot(root);
  }

  async #probeRoot(root: vscode.Uri): Promise<void> {
    if (this.#found) return;
    const key = root.toString();
    const probe = this.#probed.get(key) ?? holdsRegistries(root);
    this.#probed.set(key, probe);
    if (await probe) await this.start();
  }
}

/** Repository roots above the opened folders: the server reads them too, so their files are watched as well. */
async function outsideRoots(): Promise<vscode.Uri[]> {
  const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
  const roots = await Promise.all(folders.map(({ uri }) => repositoryRoot(uri)));
  return roots.filter(root => root !== undefined).filter(root => !vscode.workspace.getWorkspaceFolder(root));
}

import * as vscode from 'vscode';
import { holdsRegistries, isOurs, repositoryRoot, WORTH_ANOTHER_PROBE } from './probe';
import type { Server } from './server';

/** Decides when there is something for the server to do. Each root is searched once; files that appear later reopen the question. */
export class Starter implements vscode.Disposable {
  readonly #server: Server;
  readonly #probed = new Map<string, Promise<boolean>>();
  readonly #waiting: vscode.Disposable[] = [];
  readonly #folders: vscode.Disposable;
  #found = false;

  constructor(server: Server) {
    this.#server = server;
    this.#folders = vscode.workspace.onDidChangeWorkspaceFolders(() => void this.probe());
    this.#waiting.push(vscode.workspace.onDidOpenTextDocument(document => void this.#probeFile(document.uri)));
    for (const pattern of WORTH_ANOTHER_PROBE) this.#waiting.push(this.#watch(pattern));
  }

  /** Looks into the opened folders and files, and starts the server if anything of ours is there. */
  async probe(): Promise<void> {
    for (const { uri } of vscode.workspace.workspaceFolders ?? []) await this.#probeFolder(uri);
    for (const document of vscode.workspace.textDocuments) await this.#probeFile(document.uri);
    if (this.#found) await this.start();
  }

  /** Starts the server, whatever the probes said; when it runs already, tells it of new folders. */
  async start(): Promise<void> {
    this.#found = true;
    for (const disposable of this.#waiting.splice(0)) disposable.dispose();
    await this.#server.start(await outsideRoots());
  }

  dispose(): void {
    this.#folders.dispose();
    for (const disposable of this.#waiting) disposable.dispose();
  }

  #watch(pattern: string): vscode.Disposable {
    const watcher = vscode.workspace.createFileSystemWatcher(pattern, false, true, true);
    watcher.onDidCreate(uri => {
      this.#probed.clear();
      void (isOurs(uri) ? this.start() : this.probe());
    });
    return watcher;
  }

  async #probeFile(uri: vscode.Uri): Promise<void> {
    if (this.#found || uri.scheme !== 'file') return;
    if (isOurs(uri)) await this.start();
    else if (!vscode.workspace.getWorkspaceFolder(uri)) await this.#probeFolder(vscode.Uri.joinPath(uri, '..'));
  }

  /** The opened folder first, since that is a smaller search than the repository it may be a part of. */
  async #probeFolder(folder: vscode.Uri): Promise<void> {
    for (const root of [folder, await repositoryRoot(folder)]) {
      if (this.#found || root.scheme !== 'file') return;
      const key = root.toString();
      const probe = this.#probed.get(key) ?? holdsRegistries(root);
      this.#probed.set(key, probe);
      if (await probe) await this.start();
    }
  }
}

/** Repository roots above the opened folders: the server reads them too, so their files are watched as well. */
async function outsideRoots(): Promise<vscode.Uri[]> {
  const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
  const roots = await Promise.all(folders.map(({ uri }) => repositoryRoot(uri)));
  return roots.filter(root => !vscode.workspace.getWorkspaceFolder(root));
}

import * as vscode from 'vscode';

/** Of `files.json` beside this extension: what is in the file system at its start. */
interface Contents {
  readonly isReadonly: boolean;
  readonly files: Readonly<Record<string, string>>;
}

/** What tests may ask. */
export interface Memory {
  /** Everything that somebody tried to change, by its path. */
  readonly attempts: readonly string[];
}

/** A file system `memfs:` that is on no disk, as a virtual workspace has one. */
export async function activate(context: vscode.ExtensionContext): Promise<Memory> {
  const { files, isReadonly } = await contentsOf(vscode.Uri.joinPath(context.extensionUri, 'files.json'));
  const memory = new MemoryFiles(new Map(Object.entries(files)));
  context.subscriptions.push(vscode.workspace.registerFileSystemProvider('memfs', memory, { isReadonly }));
  return memory;
}

async function contentsOf(uri: vscode.Uri): Promise<Contents> {
  if (uri.scheme.startsWith('http')) return (await (await fetch(uri.toString(true))).json()) as Contents;
  return JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri))) as Contents;
}

class MemoryFiles implements vscode.FileSystemProvider, Memory {
  readonly attempts: string[] = [];
  readonly #files: Map<string, Uint8Array>;
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();

  readonly onDidChangeFile = this.#changed.event;

  constructor(files: ReadonlyMap<string, string>) {
    const encoder = new TextEncoder();
    this.#files = new Map([...files].map(([path, text]) => [path, encoder.encode(text)]));
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const file = this.#files.get(uri.path);
    if (file) return { type: vscode.FileType.File, ctime: 0, mtime: file.length, size: file.length };
    this.readDirectory(uri);
    return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    const { path } = uri;
    if (this.#files.has(path)) throw vscode.FileSystemError.FileNotADirectory(uri);
    const below = path.endsWith('/') ? path : `${path}/`;
    const found = new Map<string, vscode.FileType>();
    for (const file of this.#files.keys()) {
      if (!file.startsWith(below)) continue;
      const [name = '', ...rest] = file.slice(below.length).split('/');
      found.set(name, rest.length === 0 ? vscode.FileType.File : vscode.FileType.Directory);
    }
    if (found.size === 0) throw vscode.FileSystemError.FileNotFound(uri);
    return [...found];
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const file = this.#files.get(uri.path);
    if (!file) throw vscode.FileSystemError.FileNotFound(uri);
    return file;
  }

  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    this.attempts.push(uri.path);
    const type = this.#files.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    this.#files.set(uri.path, content);
    this.#changed.fire([{ type, uri }]);
  }

  delete(uri: vscode.Uri): void {
    this.attempts.push(uri.path);
    this.#files.delete(uri.path);
    this.#changed.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    this.writeFile(to, this.readFile(from));
    this.delete(from);
  }

  createDirectory(uri: vscode.Uri): void {
    this.attempts.push(uri.path);
  }
}

import * as vscode from 'vscode';
import { WATCHED_FILES } from '../../server/src/protocol';
import { looksLikeFolder, IRRELEVANT_FOLDERS } from './probe';

/** As the Language Server Protocol numbers them. */
export type ChangeType = 1 | 2 | 3;
const CREATED: ChangeType = 1;
const CHANGED: ChangeType = 2;
const DELETED: ChangeType = 3;

/** A file or folder that came, changed or went. */
export interface FileChange {
  readonly uri: vscode.Uri;
  readonly type: ChangeType;
}

/** Long enough to gather the burst of one save or one branch switch, too short to be felt. */
const QUIET_MS = 50;

/**
 * A folder that appears is reported once more after this time. Watchers lose what is written into a new tree before
 * they have reached its depths (on Linux, a checkout of a new folder shows it), so the first look may be too early.
 */
const SECOND_LOOK_MS = 2000;

/**
 * Watches the opened folders, and the repository roots above them, and hands changes on in bundles, in order, without
 * repeats. Creations and deletions are reported for every path, since a folder that comes or goes is one event of the
 * folder; changes of contents only for the kinds of files we read.
 */
export class FileWatching implements vscode.Disposable {
  readonly #send: (changes: readonly FileChange[]) => void;
  readonly #watchers = new Map<string, vscode.Disposable>();
  #pending: FileChange[] = [];
  #last = new Map<string, ChangeType>();
  #timer: NodeJS.Timeout | undefined;
  #newFolders = new Map<string, vscode.Uri>();
  #secondLook: NodeJS.Timeout | undefined;

  constructor(send: (changes: readonly FileChange[]) => void) {
    this.#send = send;
    this.#watchers.set(
      '',
      this.#watch(pattern => pattern),
    );
  }

  /** Replaces the roots that are watched besides the opened folders. */
  setOutsideRoots(roots: readonly vscode.Uri[]): void {
    const wanted = new Map(roots.map(root => [root.toString(), root]));
    for (const [key, watcher] of this.#watchers) {
      if (key === '' || wanted.has(key)) continue;
      watcher.dispose();
      this.#watchers.delete(key);
    }
    for (const [key, root] of wanted) {
      if (this.#watchers.has(key)) continue;
      this.#watchers.set(
        key,
        this.#watch(pattern => new vscode.RelativePattern(root, pattern)),
      );
    }
  }

  dispose(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#secondLook);
    for (const watcher of this.#watchers.values()) watcher.dispose();
  }

  #watch(inPlace: (pattern: string) => vscode.GlobPattern): vscode.Disposable {
    const contents = vscode.workspace.createFileSystemWatcher(inPlace(WATCHED_FILES), true, false, true);
    const presence = vscode.workspace.createFileSystemWatcher(inPlace('**'), false, true, false);
    contents.onDidChange(uri => this.#note(uri, CHANGED));
    presence.onDidCreate(uri => {
      this.#note(uri, CREATED);
      if (looksLikeFolder(uri)) this.#lookAgain(uri);
    });
    presence.onDidDelete(uri => this.#note(uri, DELETED));
    return vscode.Disposable.from(contents, presence);
  }

  #note(uri: vscode.Uri, type: ChangeType): void {
    if (IRRELEVANT_FOLDERS.test(uri.path) || this.#last.get(uri.toString()) === type) return;
    this.#last.set(uri.toString(), type);
    this.#pending.push({ uri, type });
    this.#timer ??= setTimeout(() => this.#flush(), QUIET_MS);
  }

  #lookAgain(folder: vscode.Uri): void {
    this.#newFolders.set(folder.toString(), folder);
    clearTimeout(this.#secondLook);
    this.#secondLook = setTimeout(() => {
      for (const uri of this.#newFolders.values()) this.#note(uri, CREATED);
      this.#newFolders = new Map();
    }, SECOND_LOOK_MS);
  }

  #flush(): void {
    const changes = this.#pending;
    this.#pending = [];
    this.#last = new Map();
    this.#timer = undefined;
    this.#send(changes);
  }
}

import {
  CodeLensRefreshRequest,
  TextDocuments,
  type CancellationToken,
  type Connection,
  type Disposable,
  type FileEvent,
  type InitializeParams,
  type WorkspaceFolder,
  type WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { BackgroundQueue } from '../../base/background-queue';
import { Checkpoint } from '../../base/cancellation';
import { Latencies } from '../../base/latencies';
import { folderOf, isAtOrBelow } from '../../base/paths';
import { CHANGED, type Changed } from '../../protocol';
import type { WorkspaceOptions } from '../../workspace';
import { cellOf, cellPath } from './notebook-cells';
import { clientOf, foldersOf, type Client } from './client-capabilities';
import { inBackground } from './failures';
import type { Host } from '../hosts/host';
import { showProgress } from './progress';
import { askForSettings, ownSection, preferencesOf, shownOf } from './preferences';
import { Root } from './root';
import { keyOf, wantedRoots } from './root-finder';
import type { Surroundings } from './root-environment';
import { watchFiles } from './watch';
import { isBelow, parseUri, pathBelow, uriBelow, type UriParts } from '../hosts/uri';

/** For telling roots what has changed. In milliseconds. */
const SLICE = 0.5;

/** A file that belongs to a root. */
export interface Located {
  readonly root: Root;
  readonly path: string;
}

/**
 * All state of the server: which folders are open, the roots they belong to, and which of the texts that editors show
 * belong to which root. A root may lie above the folder that was opened; of nested roots the innermost has the file.
 */
export class Session {
  readonly client: Client;
  readonly latencies = new Latencies();
  readonly queue = new BackgroundQueue();
  private readonly connection: Connection;
  private readonly host: Host;
  private readonly documents = new TextDocuments(TextDocument);
  /** Where the texts that editors show belong; nothing for those that are none of ours. */
  private readonly places = new Map<string, Located | undefined>();
  private readonly around: Surroundings;
  private folders: readonly WorkspaceFolder[];
  private roots: readonly Root[] = [];
  /** The paths at which other roots lie below a root. */
  private inner: ReadonlyMap<string, readonly string[]> = new Map();
  /** Folders below opened ones that are roots of their own. */
  private readonly innerRoots = new Set<string>();
  /** Telling roots what has happened on disk, one piece of news after the other. Never rejects. */
  private told: Promise<void> = Promise.resolve();
  private watching: Promise<Disposable | undefined> | undefined;
  private revision = 0;

  constructor(connection: Connection, host: Host, params: InitializeParams, options: WorkspaceOptions) {
    this.connection = connection;
    this.host = host;
    this.client = clientOf(params);
    this.folders = foldersOf(params);
    this.around = {
      host,
      latencies: this.latencies,
      queue: this.queue,
      options,
      // A client that asks for findings would show them twice.
      send: async diagnostics => {
        if (this.client.options.pullDiagnostics === true) return;
        await connection.sendDiagnostics(diagnostics).catch(() => undefined);
      },
      changed: () => this.tellChanged(),
      isInner: (root, path) => this.inner.get(root)?.some(inner => isAtOrBelow(path, inner)) === true,
      warn: message => connection.console.warn(message),
      background: work => inBackground(connection, work),
    };
    this.listen();
  }

  /** Begins to read the folders. To be called once the client is ready to be asked things. */
  start(): void {
    this.foldersChanged({ added: [], removed: [] });
  }

  allRoots(): readonly Root[] {
    return this.roots;
  }

  /** The root and path of a file that an editor shows; nothing for a text that is none of ours. */
  at(uri: string): Located | undefined {
    return this.places.get(uri);
  }

  /** The root that a file or folder lies in, whether an editor shows it or not. */
  rootAt(uri: string): Root | undefined {
    const parts = parseUri(uri);
    return parts && this.owner(parts)?.root;
  }

  /** The root that is meant where it need not be said: that of `uri`, else the first. */
  rootFor(uri: string | undefined): Root | undefined {
    return (uri === undefined ? undefined : this.rootAt(uri)) ?? this.roots[0];
  }

  /** Resolves when every root has been read. */
  async ready(token: CancellationToken): Promise<void> {
    await Promise.all(this.roots.map(root => root.ready(token)));
  }

  foldersChanged({ added, removed }: WorkspaceFoldersChangeEvent): void {
    const gone = new Set(removed.map(folder => folder.uri));
    this.folders = [...this.folders.filter(folder => !gone.has(folder.uri)), ...added];
    this.findRoots();
    this.around.background(this.fetchPreferences());
    this.around.background(this.watch());
  }

  filesChanged(events: readonly FileEvent[]): void {
    const done = this.told.then(() => this.tellRoots(events));
    this.around.background(done);
    this.told = done.catch(() => undefined);
  }

  /** Reads everything again. Resolves when it is done. */
  async reload(): Promise<void> {
    await Promise.all(this.roots.map(root => this.load(root)));
  }

  /** Settings change answers, never findings. A client that cannot be asked sends them along. */
  configurationChanged(settings: unknown): void {
    if (this.client.hasConfiguration) {
      this.around.background(this.fetchPreferences());
      return;
    }
    const ours = ownSection(settings);
    for (const root of this.roots) {
      root.preferences = preferencesOf(this.host, ours);
      root.shown = shownOf(ours);
    }
    this.tellChanged();
  }

  private listen(): void {
    this.documents.listen(this.connection);
    this.documents.onDidOpen(({ document }) => this.places.set(document.uri, this.placeOf(document.uri)));
    this.documents.onDidChangeContent(({ document }) => {
      const place = this.places.get(document.uri);
      place?.root.show(place.path, document);
    });
    this.documents.onDidSave(({ document }) => this.places.get(document.uri)?.root.saved());
    this.documents.onDidClose(({ document }) => {
      const place = this.places.get(document.uri);
      this.places.delete(document.uri);
      place?.root.hide(place.path);
    });
  }

  /** Makes the roots that the folders need, and lets go of those they do not. */
  private findRoots(): void {
    const folders = this.folders.map(folder => folder.uri);
    const wanted = wantedRoots(folders, this.innerRoots, this.host);
    const gone = this.roots.filter(root => !wanted.has(keyOf(root.parts)));
    for (const root of this.roots) wanted.delete(keyOf(root.parts));
    const added = [...wanted.values()].map(({ uri, folder }) => new Root(uri, folder, this.around));
    this.setRoots(this.roots.filter(root => !gone.includes(root)));
    for (const root of added) this.handOver(root, (owner, path) => owner.yieldTo(path));
    this.setRoots([...this.roots, ...added]);
    for (const root of gone) {
      root.dispose();
      this.handOver(root, (owner, path) => owner.changed([path]));
    }
    this.adopt();
    for (const root of added) this.around.background(this.load(root));
  }

  private setRoots(roots: readonly Root[]): void {
    this.roots = roots;
    const below = (root: Root, other: Root): string[] => {
      const path = other === root ? undefined : pathBelow(root.parts, other.parts, false);
      return path === undefined ? [] : [path];
    };
    this.inner = new Map(roots.map(root => [root.uri, roots.flatMap(other => below(root, other))]));
  }

  /** Tells the root around a root that comes or goes. */
  private handOver(root: Root, tell: (owner: Root, path: string) => void): void {
    const owner = this.owner(root.parts);
    if (owner !== undefined) tell(owner.root, owner.path);
  }

  private async load(root: Root): Promise<void> {
    const progress = showProgress(this.connection, this.client);
    const inner = await root.load(progress).finally(() => progress.done());
    const before = this.innerRoots.size;
    for (const path of inner) this.innerRoots.add(uriBelow(root.uri, path));
    if (this.innerRoots.size > before) this.findRoots();
  }

  /** A folder may have become a root, or be none any more. */
  private markChanged({ root, path }: Located): void {
    const folder = uriBelow(root.uri, folderOf(path));
    if (folder !== root.uri) this.innerRoots.add(folder);
    this.findRoots();
  }

  /** Tells roots about files that have changed, giving way to keystrokes: a branch switch is a hundred thousand. */
  private async tellRoots(events: readonly FileEvent[]): Promise<void> {
    const checkpoint = new Checkpoint(this.queue, { slice: SLICE });
    for (const { uri } of events) {
      if (!checkpoint.mayGoOn()) await checkpoint.pass();
      const parts = parseUri(uri);
      const owner = parts && this.owner(parts);
      owner?.root.changed([owner.path]);
      if (owner !== undefined && this.host.isRootMark(owner.path)) this.markChanged(owner);
    }
  }

  /** Puts every text that an editor shows where it belongs now. */
  private adopt(): void {
    for (const document of this.documents.all()) {
      const before = this.places.get(document.uri);
      const now = this.placeOf(document.uri);
      if (before?.root === now?.root) continue;
      if (before !== undefined && this.roots.includes(before.root)) before.root.hide(before.path);
      this.places.set(document.uri, now);
      now?.root.show(now.path, document);
    }
  }

  private placeOf(uri: string): Located | undefined {
    const cell = cellOf(uri);
    const parts = parseUri(cell?.notebook ?? uri);
    const found = parts && this.owner(parts);
    const path = found && (cell === undefined ? found.path : cellPath(found.path, cell.cell));
    return path === undefined || !found!.root.accepts(path) ? undefined : { root: found!.root, path };
  }

  /** The innermost root that a URI is in or below. */
  private owner(uri: UriParts): Located | undefined {
    let best: Located | undefined;
    for (const root of this.roots) {
      const path = root.pathOf(uri);
      if (path !== undefined && (best === undefined || path.length < best.path.length)) best = { root, path };
    }
    return best;
  }

  /** An opened folder in a root, in whose scope its settings are asked for. */
  private folderIn(root: Root): string {
    const inside = this.folders.find(folder => isBelow(root.uri, folder.uri));
    return inside?.uri ?? root.uri;
  }

  /** Root by root, since each folder may have its own. */
  private async fetchPreferences(): Promise<void> {
    if (!this.client.hasConfiguration) return;
    const roots = this.roots;
    const settings = await askForSettings(
      this.connection,
      roots.map(root => this.folderIn(root)),
    );
    roots.forEach((root, i) => {
      root.preferences = preferencesOf(this.host, settings[i]);
      root.shown = shownOf(settings[i]);
    });
    this.tellChanged();
  }

  /** Asks the client to watch the roots of now. */
  private async watch(): Promise<void> {
    const before = this.watching;
    const folders = this.folders.map(folder => folder.uri);
    this.watching = watchFiles(this.connection, this.client, this.roots, folders);
    (await before)?.dispose();
    await this.watching;
  }

  private tellChanged(): void {
    const changed: Changed = { revision: ++this.revision };
    this.connection.sendNotification(CHANGED, changed).catch(() => undefined);
    const { languages } = this.connection;
    if (this.client.refreshesLenses) this.connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
    if (this.client.refreshesFindings) languages.diagnostics.refresh().catch(() => undefined);
    if (this.client.refreshesHints) languages.inlayHint.refresh().catch(() => undefined);
  }
}

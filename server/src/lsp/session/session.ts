import {
  CancellationToken,
  type Connection,
  type Disposable,
  type FileEvent,
  type InitializeParams,
  type WorkspaceFolder,
  type WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver';
import { BackgroundQueue } from '../../base/background-queue';
import { Checkpoint } from '../../base/cancellation';
import { Latencies } from '../../base/latencies';
import { folderOf, isAtOrBelowAny } from '../../base/paths';
import type { WorkspaceOptions } from '../../workspace';
import type { Host } from '../hosts/host';
import { isBelow, parseUri, type UriParts } from '../hosts/uri';
import { clientOf, foldersOf, type Client } from './client-capabilities';
import { ClientChannel } from './client-channel';
import { DocumentRouter } from './document-router';
import { annotationsOf, fetchSettings, ownSettings, preferencesOf } from './preferences';
import type { Root } from './root';
import { RootSet, type Located } from './root-set';
import { SerialWork } from './serial-work';
import { watchFiles } from './watch';

/** For telling roots what has changed. In milliseconds. */
const SLICE = 0.5;

/** All state of the server: which folders are open, the roots they belong to, and what the user has set. */
export class Session {
  readonly client: Client;
  readonly latencies = new Latencies();
  readonly queue = new BackgroundQueue();
  private readonly connection: Connection;
  private readonly host: Host;
  readonly channel: ClientChannel;
  private readonly roots: RootSet;
  private readonly documents: DocumentRouter;
  private folders: readonly WorkspaceFolder[];
  /** Telling roots what has happened on disk, one piece of news after the other. */
  private readonly news: SerialWork;
  private watching: Promise<Disposable | undefined> | undefined;

  constructor(connection: Connection, host: Host, params: InitializeParams, options: WorkspaceOptions) {
    this.connection = connection;
    this.host = host;
    this.client = clientOf(params);
    this.folders = foldersOf(params);
    this.channel = new ClientChannel(connection, this.client);
    this.news = new SerialWork(this.channel);
    const { channel, queue, latencies } = this;
    const refreshed = (root: Root, subjects: ReadonlySet<string>): void => this.rootRefreshed(root, subjects);
    this.roots = new RootSet({ host, options, channel, queue, latencies, refreshed });
    this.documents = new DocumentRouter(connection, this.roots);
  }

  /** Begins to read the folders. To be called once the client is ready to be asked things. */
  start(): void {
    this.foldersChanged({ added: [], removed: [] });
  }

  allRoots(): readonly Root[] {
    return this.roots.all();
  }

  /** The root and path of a file that an editor shows; nothing for a text that is none of ours. */
  at(uri: string): Located | undefined {
    return this.documents.at(uri);
  }

  /** The root that a file or folder lies in, whether an editor shows it or not. */
  rootAt(uri: string): Root | undefined {
    const parts = parseUri(uri);
    return parts && this.roots.owner(parts)?.root;
  }

  /** The root that is meant where it need not be said: that of `uri`, else the first. */
  rootFor(uri: string | undefined): Root | undefined {
    return (uri === undefined ? undefined : this.rootAt(uri)) ?? this.allRoots()[0];
  }

  /** Resolves when every root has been read, those among them that others have been found to hold. */
  async ready(token: CancellationToken): Promise<void> {
    let known;
    do {
      known = this.allRoots();
      await Promise.all(known.map(root => root.ready(token)));
    } while (known !== this.allRoots() && !token.isCancellationRequested);
  }

  foldersChanged({ added, removed }: WorkspaceFoldersChangeEvent): void {
    const gone = new Set(removed.map(folder => folder.uri));
    this.folders = [...this.folders.filter(folder => !gone.has(folder.uri)), ...added];
    this.updateRoots();
    this.channel.inBackground(this.fetchSettings());
    this.channel.inBackground(this.watch());
  }

  filesChanged(events: readonly FileEvent[]): void {
    void this.news.add(() => this.tellRoots(events));
  }

  /** Reads everything again. Resolves when it is done. */
  async reload(): Promise<void> {
    await Promise.all(this.allRoots().map(root => this.load(root)));
    await this.ready(CancellationToken.None);
  }

  /** Settings change answers, never findings. A client that cannot be asked sends them along. */
  configurationChanged(settings: unknown): void {
    if (this.client.hasConfiguration) {
      this.channel.inBackground(this.fetchSettings());
      return;
    }
    const ours = ownSettings(settings);
    for (const root of this.allRoots()) this.applySettings(root, ours);
    this.channel.announceChange();
  }

  /** Makes the roots that the folders need, lets go of those they do not, and reads the new ones. */
  private updateRoots(): void {
    const { added, isChanged } = this.roots.update(this.folders.map(folder => folder.uri));
    if (isChanged) this.documents.placeAgain();
    for (const root of added) this.channel.inBackground(this.load(root));
  }

  private async load(root: Root): Promise<void> {
    const progress = this.channel.showProgress();
    await root.load(progress).finally(() => progress.done());
  }

  /** Folders that were looked at again may be roots by now, or none any more, and what editors show there may be left out, or no longer. */
  private rootRefreshed(root: Root, subjects: ReadonlySet<string>): void {
    // Ignore files and other changes of a folder concern the roots inside it as well.
    for (const inner of this.roots.inside(root, subjects)) inner.changed(['']);
    this.updateRoots();
    this.documents.placeAgain(owner => owner.root === root && isAtOrBelowAny(owner.path, subjects));
  }

  /** Tells roots about files that have changed, giving way to keystrokes: a branch switch is a hundred thousand. */
  private async tellRoots(events: readonly FileEvent[]): Promise<void> {
    const checkpoint = new Checkpoint(this.queue, { slice: SLICE });
    for (const { uri } of events) {
      if (!checkpoint.mayGoOn()) await checkpoint.pass();
      const parts = parseUri(uri);
      if (parts !== undefined) this.tellRootsOf(parts);
    }
  }

  /** Tells the root that has a file or folder and, where that decides whether it is a root, the one around. */
  private tellRootsOf(uri: UriParts): void {
    const owner = this.roots.owner(uri);
    if (owner === undefined) {
      this.tellRootsBelow({ ...uri, path: this.host.subjectOf(uri.path) });
      return;
    }
    owner.root.changed([owner.path]);
    if (owner.path !== '' && !(folderOf(owner.path) === '' && this.host.isRootMark(owner.path))) return;
    const around = this.roots.around(owner.root);
    if (around === undefined) this.updateRoots();
    else around.root.changed([around.path]);
  }

  /** Tells the roots below a folder outside of all roots that it has changed: its ignore files hold in them. */
  private tellRootsBelow(folder: UriParts): void {
    if (this.roots.below(folder).length === 0) return;
    this.updateRoots();
    for (const root of this.roots.below(folder)) root.changed(['']);
  }

  /** An opened folder in a root, in whose scope its settings are asked for. */
  private folderIn(root: Root): string {
    const inside = this.folders.find(folder => isBelow(root.uri, folder.uri));
    return inside?.uri ?? root.uri;
  }

  /** Asks root by root, since each folder may have settings of its own. */
  private async fetchSettings(): Promise<void> {
    if (!this.client.hasConfiguration) return;
    const roots = this.allRoots();
    const scopes = roots.map(root => this.folderIn(root));
    const settings = await fetchSettings(this.connection, scopes);
    roots.forEach((root, i) => this.applySettings(root, settings[i]));
    this.channel.announceChange();
  }

  private applySettings(root: Root, settings: unknown): void {
    root.preferences = preferencesOf(this.host, settings);
    root.annotations = annotationsOf(settings);
  }

  /** Asks the client to watch the roots of now. */
  private async watch(): Promise<void> {
    const before = this.watching;
    const folders = this.folders.map(folder => folder.uri);
    this.watching = watchFiles(this.connection, this.client, this.allRoots(), folders);
    (await before)?.dispose();
    await this.watching;
  }
}

import type {
  CancellationToken,
  Connection,
  Disposable,
  FileEvent,
  InitializeParams,
  WorkspaceFolder,
  WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver';
import { BackgroundQueue } from '../../base/background-queue';
import { Checkpoint } from '../../base/cancellation';
import { Latencies } from '../../base/latencies';
import { folderOf } from '../../base/paths';
import type { WorkspaceOptions } from '../../workspace';
import type { Host } from '../hosts/host';
import { isBelow, parseUri } from '../hosts/uri';
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
  private readonly channel: ClientChannel;
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
    this.roots = new RootSet({ host, options, channel, queue, latencies });
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

  /** Resolves when every root has been read. */
  async ready(token: CancellationToken): Promise<void> {
    await Promise.all(this.allRoots().map(root => root.ready(token)));
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
    const added = this.roots.update(this.folders.map(folder => folder.uri));
    this.documents.rootsChanged();
    for (const root of added) this.channel.inBackground(this.load(root));
  }

  private async load(root: Root): Promise<void> {
    const progress = this.channel.showProgress();
    const inner = await root.load(progress).finally(() => progress.done());
    if (this.roots.noteFound(root, inner)) this.updateRoots();
  }

  /** Tells roots about files that have changed, giving way to keystrokes: a branch switch is a hundred thousand. */
  private async tellRoots(events: readonly FileEvent[]): Promise<void> {
    const checkpoint = new Checkpoint(this.queue, { slice: SLICE });
    for (const { uri } of events) {
      if (!checkpoint.mayGoOn()) await checkpoint.pass();
      const parts = parseUri(uri);
      const owner = parts && this.roots.owner(parts);
      owner?.root.changed([owner.path]);
      if (owner !== undefined && this.host.isRootMark(owner.path)) this.rootMarkChanged(owner);
    }
  }

  /** A folder may have become a root, or be none any more. */
  private rootMarkChanged({ root, path }: Located): void {
    const folder = folderOf(path);
    if (folder !== '') this.roots.noteFound(root, [folder]);
    this.updateRoots();
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

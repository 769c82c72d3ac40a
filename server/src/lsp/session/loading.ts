import { escapeInvisible } from '../../base/message-text';
import { isAtOrBelowAny } from '../../base/paths';
import { UNSEEN_NOTE } from '../../model/unseen';
import type { Loaded } from '../hosts/host';
import type { ClientChannel, LoadProgress } from './client-channel';
import type { Publisher } from './publisher';
import type { RootFiles } from './root-files';
import type { RootState } from './root-state';
import { SerialWork } from './serial-work';
import type { Settling } from './settling';

/** How long file events are gathered before they are looked at. In milliseconds. */
const GATHERING = 50;
/** No more folders that cannot be listed are named one by one. */
const MOST_NAMED = 10;

/** Reads the files of a root, and reads again what has changed on disk, one after the other. */
export class Loading {
  private readonly state: RootState;
  private readonly files: RootFiles;
  private readonly settling: Settling;
  private readonly publisher: Publisher;
  private readonly channel: ClientChannel;
  private readonly work: SerialWork;
  /** How often everything was to be read. */
  private loads = 0;
  /** Paths at which something has happened on disk that has not been looked at yet. */
  private readonly events = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** The folders that are roots of their own, as the disk was when they were last looked at. */
  readonly innerRoots = new Set<string>();
  private readonly refreshed: (subjects: ReadonlySet<string>) => void;

  constructor(
    state: RootState,
    files: RootFiles,
    { settling, publisher, channel }: { settling: Settling; publisher: Publisher; channel: ClientChannel },
    refreshed: (subjects: ReadonlySet<string>) => void,
  ) {
    this.state = state;
    this.files = files;
    this.settling = settling;
    this.publisher = publisher;
    this.channel = channel;
    this.refreshed = refreshed;
    this.work = new SerialWork(channel);
  }

  /** Resolves when everything that was begun has ended, also when it was cancelled. */
  get ended(): Promise<void> {
    return this.work.ended;
  }

  /**
   * Reads everything, for the first time or afresh; in the latter case the old answers hold until it is done.
   */
  async load(progress: LoadProgress): Promise<void> {
    const turn = ++this.loads;
    await this.add(async () => {
      const isStale = (): boolean => this.state.isGone || turn !== this.loads || progress.isCancelled();
      await this.read(turn === 1, isStale, progress);
      await this.settling.settle();
      if (turn > 1) this.publisher.distrustSent();
      for (const path of this.state.documents.filePaths()) await this.publisher.publishAgain(path);
      this.publisher.publishLater(this.publisher.publishedPaths());
      await this.publisher.flush();
    });
  }

  /** Something happened on disk at these paths: files and folders, created, changed or deleted. */
  filesChanged(paths: Iterable<string>): void {
    for (const path of paths) this.events.add(path);
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      void this.add(() => this.refresh());
    }, GATHERING);
  }

  dispose(): void {
    clearTimeout(this.timer);
  }

  private add(work: () => Promise<void>): Promise<void> {
    return this.work.add(async () => {
      if (!this.state.isGone) await work();
    });
  }

  /** Reads all files, into the present workspace or into a new one that then takes its place. */
  private async read(isFirst: boolean, isStale: () => boolean, progress: LoadProgress): Promise<void> {
    const { state } = this;
    const { documents } = state;
    const workspace = isFirst ? state.workspace : this.files.newWorkspace();
    const { innerRoots, unlistable } = await this.files
      .load(workspace, {
        checkpoint: state.checkpoint(isStale),
        isOpen: path => documents.has(path),
        progress: (done, total) => progress.report(done, total),
      })
      // Whoever stops it has what was read until then.
      .finally(() => workspace.connect());
    this.noteInnerRoots(new Set(['']), innerRoots);
    this.warnOfUnlistable(unlistable);
    const isNew = workspace !== state.workspace;
    state.workspace = workspace;
    if (isNew) documents.putAll(workspace);
    this.refreshed(new Set(['']));
  }

  private async refresh(): Promise<void> {
    const paths = [...this.events];
    this.events.clear();
    const { workspace, documents } = this.state;
    const { subjects, innerRoots } = await this.files.refresh(workspace, paths, {
      checkpoint: this.state.checkpoint(),
      isOpen: path => documents.has(path),
    });
    // What editors show goes with a folder that is gone, but it is shown still.
    documents.putAll(this.state.workspace, path => this.state.workspace.file(path) === undefined);
    this.noteInnerRoots(subjects, innerRoots);
    this.refreshed(subjects);
    await this.settling.settle();
  }

  private noteInnerRoots(subjects: ReadonlySet<string>, found: readonly string[]): void {
    for (const known of this.innerRoots) if (isAtOrBelowAny(known, subjects)) this.innerRoots.delete(known);
    for (const folder of found) this.innerRoots.add(folder);
  }

  private warnOfUnlistable(unlistable: Loaded['unlistable']): void {
    for (const { path, message } of unlistable.slice(0, MOST_NAMED)) {
      const folder = path === '' ? this.files.folder : path;
      this.channel.warn(`Cannot list ${escapeInvisible(folder)}: ${escapeInvisible(message)}. ${UNSEEN_NOTE}`);
    }
    if (unlistable.length > MOST_NAMED) this.channel.warn(`… and ${unlistable.length - MOST_NAMED} more folders.`);
  }
}

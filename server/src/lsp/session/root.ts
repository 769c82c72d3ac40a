import type { CancellationToken } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { BackgroundQueue } from '../../base/background-queue';
import type { Checkpoint } from '../../base/cancellation';
import type { Latencies } from '../../base/latencies';
import { fileName } from '../../base/paths';
import type { Preferences } from '../../features/context';
import type { Workspace, WorkspaceOptions } from '../../workspace';
import type { Host } from '../hosts/host';
import type { UriParts } from '../hosts/uri';
import type { ClientChannel, LoadProgress } from './client-channel';
import { Loading } from './loading';
import { MergePreviewAtIdle } from './merge-preview-at-idle';
import { notebookOf } from './notebook-cells';
import { OpenDocuments } from './open-documents';
import { annotationsOf, preferencesOf, type Annotations } from './preferences';
import { Publisher } from './publisher';
import { RootFiles } from './root-files';
import { RootFindings } from './root-findings';
import { RootPositions, type RootPlace } from './root-positions';
import { RootState } from './root-state';
import { Settling } from './settling';

/** What all roots of a server share. */
export interface Shared {
  readonly host: Host;
  /** The systems and rules of workspaces; the product's own when left out. */
  readonly options: WorkspaceOptions;
  readonly channel: ClientChannel;
  readonly queue: BackgroundQueue;
  readonly latencies: Latencies;
  /** Called when a root has looked at files and folders again. */
  readonly refreshed: (root: Root, subjects: ReadonlySet<string>) => void;
}

/** One repository: its files on disk and in the editor, what is known about them, and what is shown. */
export class Root {
  /** The client's own spelling, without `/` at the end. */
  readonly uri: string;
  readonly parts: UriParts;
  /** What the user has picked. */
  preferences: Preferences;
  annotations: Annotations = annotationsOf(undefined);
  readonly files: RootFiles;
  readonly documents: OpenDocuments;
  readonly positions: RootPositions;
  readonly findings: RootFindings;
  private readonly state: RootState;
  private readonly publisher: Publisher;
  private readonly preview: MergePreviewAtIdle;
  private readonly settling: Settling;
  private readonly loading: Loading;
  private readonly shared: Shared;

  constructor(place: RootPlace, shared: Shared) {
    const { host, options, channel, queue } = shared;
    this.uri = place.uri;
    this.parts = place.parts;
    this.shared = shared;
    this.preferences = preferencesOf(host, undefined);
    this.files = new RootFiles(place.folder, host, options);
    this.documents = new OpenDocuments(host.sizeLimit);
    this.state = new RootState(this.files.newWorkspace(), this.documents, queue);
    this.positions = new RootPositions(place, this.state, this.files);
    this.findings = new RootFindings(this.state, this.positions);
    this.publisher = new Publisher(this.findings, channel, queue);
    this.preview = new MergePreviewAtIdle(this.state, this.files, this.publisher, channel);
    this.settling = new Settling(this.state, this.publisher, this.preview, channel);
    this.loading = new Loading(
      this.state,
      this.files,
      { publisher: this.publisher, settling: this.settling, channel },
      subjects => shared.refreshed(this, subjects),
    );
  }

  /** The workspace that answers now: reading everything afresh replaces it. */
  get workspace(): Workspace {
    return this.state.workspace;
  }

  /** Whether every file has been read, so that answers are final. */
  get isReady(): boolean {
    return this.workspace.isComplete;
  }

  /** What a person calls it: the name of its folder, or what stands for the top of a file system. */
  get label(): string {
    return fileName(this.parts.path) || this.uri;
  }

  /** Resolves when loading has ended, also when it was cancelled; or when nobody waits for the answer any more. */
  async ready(token: CancellationToken): Promise<void> {
    if (this.isReady || token.isCancellationRequested) return;
    await Promise.race([this.loading.ended, new Promise(resolve => token.onCancellationRequested(resolve))]);
  }

  /** For long answers: it gives way to keystrokes, and notices when nobody waits or the texts are others by now. */
  checkpoint(token: CancellationToken): Checkpoint {
    const isStale = this.state.staleness();
    return this.state.checkpoint(() => token.isCancellationRequested || isStale());
  }

  /** Whether what an editor shows at `path` says anything to us. */
  accepts(path: string): boolean {
    return this.workspace.claims(path) && !this.files.isLeftOut(path);
  }

  /** An editor has opened a file or changed its text. Its findings are out when this returns. */
  show(path: string, document: TextDocument): void {
    this.setDocument(path, document);
    this.takeShown(path);
  }

  private takeShown(path: string): void {
    const began = performance.now();
    this.documents.put(path, this.workspace);
    if (notebookOf(path) !== undefined) return;
    const isSettled = this.settling.withinKeystroke(path);
    this.publisher.publishEdited(path);
    this.shared.latencies.record('edit', performance.now() - began);
    if (isSettled) this.settling.everythingIsChecked();
    else this.settling.later(path);
  }

  /** An editor has closed a file: from here on the disk says what is in it. */
  hide(path: string): void {
    this.setDocument(path, undefined);
    if (notebookOf(path) === undefined) this.changed([path]);
    else this.workspace.showUnindexed(path, undefined);
  }

  /** An editor has saved a file: what it says is what is meant from here on. */
  saved(path: string): void {
    const document = this.documents.markSaved(path);
    if (document !== undefined && notebookOf(path) === undefined) this.takeShown(path);
    this.shared.channel.inBackground(this.publisher.flush());
  }

  /** Something happened on disk at these paths: files and folders, created, changed or deleted. */
  changed(paths: Iterable<string>): void {
    this.loading.filesChanged(paths);
  }

  /** Another root has taken over everything below `path`. */
  yieldTo(path: string): void {
    this.publisher.takeBack(path);
    this.workspace.takeChanges(new Map([[path, undefined]]));
    this.settling.later();
  }

  /** The folders below that are roots of their own, as far as files have been read. */
  get innerRoots(): Iterable<string> {
    return this.loading.innerRoots;
  }

  /** Reads everything, for the first time or afresh. */
  load(progress: LoadProgress): Promise<void> {
    return this.loading.load(progress);
  }

  dispose(): void {
    this.state.isGone = true;
    this.loading.dispose();
    this.settling.dispose();
    this.preview.dispose();
    this.publisher.close();
  }

  /** Whoever opens a file may spell its URI in another way than we do. */
  private setDocument(path: string, document: TextDocument | undefined): void {
    if (this.documents.get(path)?.uri !== document?.uri) this.positions.forgetRelated();
    this.documents.set(path, document);
  }
}

import type { CancellationToken, Diagnostic, DiagnosticRelatedInformation, Range } from 'vscode-languageserver';
import { TextDocument, type Position } from 'vscode-languageserver-textdocument';
import { Checkpoint } from '../../base/cancellation';
import { Lately } from '../../base/lru-cache';
import { fileName } from '../../base/paths';
import type { Span } from '../../base/text';
import { visible } from '../../base/escape-invisible';
import type { Preferences } from '../../features/context';
import { diagnostics } from '../../features/overviews/diagnostics';
import { foretellMerge, wantsMergePreview } from '../../features/states/merge-findings';
import type { PlacedFinding } from '../../model/finding';
import { UNSEEN_NOTE } from '../../model/unseen';
import { Workspace, type Change } from '../../workspace';
import { notebookOf, withImports } from './notebook-cells';
import { diagnosticsOf, rangeBetween, relatedOf, START, type Positions } from './convert';
import type { Engine, Loaded } from '../hosts/host';
import { Cases } from './case-folding';
import { ownPart } from './root-filter';
import { preferencesOf, shownOf, type Shown } from './preferences';
import { Publisher, type Publishing } from './publish';
import type { LoadProgress, Surroundings } from './root-environment';
import { parseUri, pathBelow, uriBelow, type UriParts } from '../hosts/uri';

/** How long file events are gathered before they are looked at. In milliseconds. */
const GATHER = 50;
/** How long a keystroke may spend on other files than its own, before they are left for later. In milliseconds. */
const SPARE = 3;
/** How long it may spend on its own file; what is left then is told when it is known. In milliseconds. */
const OWN = 8;
/** No more folders that cannot be listed are named one by one. */
const MOST_SAID = 10;
/** How long nobody may type before what is left is checked. In milliseconds. */
const PAUSE = 40;
/** For work in the background. In milliseconds. */
const SLICE = 2;
/** How long nothing may change before a merge preview is worked out. In milliseconds. */
const IDLE = 1500;

/** One repository: its files on disk and in the editor, what is known about them, and what is shown. */
export class Root implements Positions {
  /** The client's own spelling, without `/` at the end. */
  readonly uri: string;
  readonly parts: UriParts;
  /** The host's name for it. */
  readonly folder: string;
  /** What the user has picked. */
  preferences: Preferences;
  shown: Shown = shownOf(undefined);
  workspace: Workspace;
  private readonly foldsCase: boolean;
  private readonly around: Surroundings;
  private readonly publisher: Publisher;
  /** What editors show, by path. */
  private readonly documents = new Map<string, TextDocument>();
  private readonly events = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly cases = new Cases();
  /** Loading and refreshing, one after the other. Never rejects. */
  private work: Promise<void> = Promise.resolve();
  private loads = 0;
  private pause: ReturnType<typeof setTimeout> | undefined;
  /** Stands for the last keystroke that left something to check. */
  private spreading: object | undefined;
  /** The file that was edited last, while not everything that it touches has been checked. */
  private unsettled: string | undefined;
  private isGone = false;
  private idle: ReturnType<typeof setTimeout> | undefined;
  /** Findings of a merge preview are shown. */
  private hasPreview = false;
  /** The lines of closed files are packed, and an edited file may name hundreds of them, at every keystroke. */
  private related = newRelated();
  /** What closed files name is not kept: they are many, and each is told about once. */
  private readonly closedPlaces: Positions = {
    uriOf: path => this.uriOf(path),
    rangeIn: (path, span) => this.rangeIn(path, span),
    relatedIn: places => relatedOf(places, this),
  };

  constructor(uri: string, folder: string, around: Surroundings) {
    this.uri = uri;
    this.folder = folder;
    this.around = around;
    this.parts = parseUri(uri)!;
    this.foldsCase = around.host.foldsCase(folder);
    this.preferences = preferencesOf(around.host, undefined);
    this.workspace = this.newWorkspace();
    this.publisher = new Publisher(this.publishing(), around.queue);
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
    await Promise.race([this.work, new Promise(resolve => token.onCancellationRequested(resolve))]);
  }

  /** For long answers: it gives way to keystrokes, and notices when nobody waits or the texts are others by now. */
  checkpoint(token: CancellationToken): Checkpoint {
    const { workspace } = this;
    const { revision } = workspace;
    const isStale = (): boolean => workspace !== this.workspace || workspace.revision !== revision;
    return new Checkpoint(this.around.queue, {
      isStale: () => token.isCancellationRequested || isStale(),
      slice: SLICE,
    });
  }

  /** The path of a URI below this root, in the case that is known of it; nothing for others. */
  pathOf(uri: UriParts): string | undefined {
    const path = pathBelow(this.parts, uri, this.foldsCase);
    return path === undefined || !this.foldsCase ? path : this.cases.known(path, this.workspace);
  }

  uriOf(path: string): string {
    return this.documents.get(path)?.uri ?? uriBelow(this.uri, path);
  }

  rangeIn(path: string, span: Span): Range {
    const range = this.workspace.range(path, span);
    return range === undefined ? START : rangeBetween(range.start, range.end);
  }

  relatedIn(places: PlacedFinding['related']): DiagnosticRelatedInformation[] {
    let related = this.related.get(places);
    if (related === undefined) this.related.set(places, (related = relatedOf(places, this)));
    return related;
  }

  /** The version of the text that an editor shows; nothing for a closed file. */
  versionOf(path: string): number | undefined {
    return this.documents.get(path)?.version;
  }

  /** Nothing for a file that is not known. A position beyond the text or its line gives the nearest one within. */
  offsetAt(path: string, position: Position): number | undefined {
    const document = this.documents.get(path);
    if (document !== undefined) return document.offsetAt(position);
    const text = this.workspace.file(path) && this.workspace.text(path);
    return text === undefined ? undefined : TextDocument.create('', '', 0, text).offsetAt(position);
  }

  /** The findings of a file, for a client that asks for them. */
  findings(path: string): Diagnostic[] {
    this.workspace.settleFile(path);
    return diagnosticsOf(diagnostics(this.workspace, path, this.documents.has(path)), this);
  }

  /** Whether a file is there that may not be written to. */
  isReadOnly(path: string): boolean {
    return this.around.host.isReadOnly(this.folder, path);
  }

  /** Whether what an editor shows at `path` says anything to us. */
  accepts(path: string): boolean {
    return this.workspace.claims(path) && !this.around.host.isLeftOut(this.folder, path);
  }

  /** An editor has opened a file or changed its text. Its findings are out when this returns. */
  show(path: string, document: TextDocument): void {
    const began = performance.now();
    this.setDocument(path, document);
    const { workspace } = this;
    if (notebookOf(path) !== undefined) return this.showCells(notebookOf(path)!);
    workspace.take(new Map([[path, this.change(document)]]));
    const isSettled = workspace.settleEdited(path, { spare: within(SPARE), own: within(SPARE + OWN) });
    this.publisher.now(path);
    this.around.latencies.note('edit', performance.now() - began);
    if (!isSettled) return this.spread(path);
    this.publishOthers(path);
    this.previewLater();
  }

  /** An editor has closed a file: from here on the disk says what is in it. */
  hide(path: string): void {
    this.setDocument(path, undefined);
    if (notebookOf(path) === undefined) this.changed([path]);
    else this.workspace.showAside(path, undefined);
  }

  saved(): void {
    this.around.background(this.publisher.flush());
  }

  /** Something happened on disk at these paths: files and folders, created, changed or deleted. */
  changed(paths: Iterable<string>): void {
    for (const path of paths) this.events.add(path);
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      void this.queue(() => this.refresh());
    }, GATHER);
  }

  /** Another root has taken over everything below `path`. */
  yieldTo(path: string): void {
    this.workspace.take(new Map([[path, undefined]]));
    this.spread();
  }

  /** Reads everything, for the first time or afresh; in the latter case the old answers hold until it is done. */
  async load(progress: LoadProgress): Promise<readonly string[]> {
    const turn = ++this.loads;
    let innerRoots: readonly string[] = [];
    await this.queue(async () => {
      const isStale = (): boolean => this.isGone || turn !== this.loads || progress.isCancelled();
      const workspace = turn === 1 ? this.workspace : this.newWorkspace();
      const found = await this.around.host
        .load(this.ownPart(workspace), this.folder, {
          checkpoint: new Checkpoint(this.around.queue, { isStale, slice: SLICE }),
          isOpen: path => this.documents.has(path),
          progress: (done, total) => progress.report(done, total),
        })
        // Whoever stops it has what was read until then.
        .finally(() => workspace.connect());
      innerRoots = found.innerRoots;
      this.sayClosed(found.closed);
      const isNew = workspace !== this.workspace;
      this.workspace = workspace;
      if (isNew) this.takeDocuments(() => true);
      await this.settleAll();
      for (const path of this.documents.keys()) if (notebookOf(path) === undefined) await this.publisher.again(path);
      this.publisher.later(this.publisher.shown());
      await this.publisher.flush();
    });
    return innerRoots;
  }

  private sayClosed(closed: Loaded['closed']): void {
    for (const { path, message } of closed.slice(0, MOST_SAID))
      this.around.warn(`Cannot list ${visible(path === '' ? this.folder : path)}: ${visible(message)}. ${UNSEEN_NOTE}`);
    if (closed.length > MOST_SAID) this.around.warn(`… and ${closed.length - MOST_SAID} more folders.`);
  }

  /** Another engine that has read the same texts, for what is only imagined. */
  async copy(checkpoint: Checkpoint): Promise<Workspace> {
    const copy = this.newWorkspace();
    const isOpen = (path: string): boolean => this.documents.has(path);
    await this.around.host.load(this.ownPart(copy), this.folder, { checkpoint, isOpen });
    for (const [path, document] of this.documents)
      if (notebookOf(path) === undefined) copy.take(new Map([[path, this.change(document)]]));
    await checkpoint.untilDone(mayGoOn => copy.settle(mayGoOn));
    return copy;
  }

  /** Another engine with the files of a branch, tag or commit; nothing where there is none of that name. */
  async copyOf(ref: string): Promise<Workspace | undefined> {
    const copy = new Workspace(this.around.options);
    const isThere = await this.around.host.loadCommit?.(this.ownPart(copy), this.folder, ref);
    return isThere === true ? copy : undefined;
  }

  dispose(): void {
    this.isGone = true;
    clearTimeout(this.timer);
    clearTimeout(this.pause);
    clearTimeout(this.idle);
    this.publisher.clear();
  }

  private newWorkspace(): Workspace {
    const readText = (path: string): string | undefined => this.around.host.readText(this.folder, path);
    return new Workspace({ readText, ...this.around.options });
  }

  private publishing(): Publishing {
    return {
      diagnosticsOf: path => {
        const version = this.versionOf(path);
        const found = diagnostics(this.workspace, path, version !== undefined);
        const places = version === undefined ? this.closedPlaces : this;
        return { uri: this.uriOf(path), version, diagnostics: diagnosticsOf(found, places) };
      },
      send: params => this.around.send(params),
      caughtUp: () => this.around.changed(),
    };
  }

  /** Whoever opens a file may spell its URI in another way than we do. */
  private setDocument(path: string, document: TextDocument | undefined): void {
    if (this.documents.get(path)?.uri !== document?.uri) this.related = newRelated();
    if (document === undefined) this.documents.delete(path);
    else this.documents.set(path, document);
  }

  private change(document: TextDocument): Change {
    const text = document.getText();
    if (text.length <= this.around.host.sizeLimit) return { text, open: true };
    return { text: '', open: true, unreadable: { message: 'This text is too large to read', offset: 0 } };
  }

  private queue(step: () => Promise<void>): Promise<void> {
    const done = this.work.then(() => (this.isGone ? undefined : step()));
    this.around.background(done);
    this.work = done.catch(() => undefined);
    return this.work;
  }

  private async refresh(): Promise<void> {
    const paths = [...this.events];
    this.events.clear();
    await this.around.host.refresh(this.ownPart(this.workspace), this.folder, paths, {
      checkpoint: new Checkpoint(this.around.queue, { isStale: () => this.isGone, slice: SLICE }),
      isOpen: path => this.documents.has(path),
    });
    // What editors show goes with a folder that is gone, but it is shown still.
    this.takeDocuments(path => this.workspace.file(path) === undefined);
    await this.settleAll();
  }

  private takeDocuments(isMeant: (path: string) => boolean): void {
    for (const [path, document] of this.documents) {
      const notebook = notebookOf(path);
      if (notebook !== undefined) this.showCells(notebook);
      else if (isMeant(path)) this.workspace.take(new Map([[path, this.change(document)]]));
    }
  }

  /** A cell sees what the others of its notebook import. */
  private showCells(notebook: string): void {
    const cells = [...this.documents].filter(([path]) => notebookOf(path) === notebook);
    for (const [path, document] of cells) {
      const others = cells.filter(([other]) => other !== path).map(([, other]) => other.getText());
      this.workspace.showAside(path, withImports(document.getText(), others));
    }
  }

  /** Checks the rest of what was touched after a pause, so that the next keystroke need not wait for it. */
  private spread(edited?: string): void {
    this.unsettled = edited;
    clearTimeout(this.pause);
    const mine = (this.spreading = {});
    const isOvertaken = (): boolean => this.spreading !== mine;
    this.pause = setTimeout(() => this.around.background(this.settleAll(isOvertaken)), PAUSE);
  }

  /** Checks what was touched, giving way to keystrokes, then lets other files be published. */
  private async settleAll(isOvertaken = (): boolean => false): Promise<void> {
    const checkpoint = new Checkpoint(this.around.queue, { isStale: () => this.isGone, slice: SLICE });
    while (!this.workspace.settle(() => checkpoint.mayGoOn())) {
      await checkpoint.pass();
      if (isOvertaken()) return;
    }
    const edited = this.unsettled;
    this.unsettled = undefined;
    if (edited !== undefined) await this.publisher.again(edited);
    this.publishOthers(edited);
    this.previewLater();
  }

  /** Works out a merge preview when nothing has changed for a while, if the project file asks for it. */
  private previewLater(): void {
    clearTimeout(this.idle);
    const { workspace } = this;
    if (!this.isReady || !(this.hasPreview || wantsMergePreview(workspace))) return;
    // What is half typed would be taken for gone: what was foretold before stays.
    const isDamaged = (path: string): boolean => workspace.file(path)?.problems.some(({ damage }) => damage) === true;
    if (this.hasPreview && [...this.documents.keys()].some(isDamaged)) return;
    this.idle = setTimeout(() => this.around.background(this.preview()), IDLE);
  }

  /** Gives up when something changes: the next pause begins another one. */
  private async preview(): Promise<void> {
    const { workspace } = this;
    const { revision } = workspace;
    const isStale = (): boolean => this.isGone || workspace !== this.workspace || workspace.revision !== revision;
    const checkpoint = new Checkpoint(this.around.queue, { isStale, slice: SLICE });
    await foretellMerge(workspace, () => this.copy(checkpoint), checkpoint);
    this.hasPreview = wantsMergePreview(workspace);
    this.publishOthers(undefined);
  }

  /** Until everything is read, only what an editor shows has findings. */
  private publishOthers(edited: string | undefined): void {
    if (!this.isReady) return;
    const paths = this.workspace.takeChanged();
    if (edited !== undefined) paths.delete(edited);
    this.publisher.later(paths);
  }

  private ownPart(workspace: Workspace): Engine {
    return ownPart(workspace, path => !this.around.isInner(this.uri, path));
  }
}

function newRelated(): Lately<PlacedFinding['related'], DiagnosticRelatedInformation[]> {
  return new Lately(2048);
}

function within(milliseconds: number): () => boolean {
  const until = performance.now() + milliseconds;
  return () => performance.now() < until;
}

import type { Diagnostic } from 'vscode-languageserver';
import type { BackgroundQueue } from '../../base/background-queue';
import { Checkpoint } from '../../base/cancellation';
import { fingerprint } from '../../base/fingerprint';
import { isAtOrBelow } from '../../base/paths';
import type { ClientChannel } from './client-channel';

/** What is to be shown for a file. */
export interface FileFindings {
  readonly uri: string;
  /** The version of the text that the findings are computed from, for a file that an editor shows. */
  readonly version: number | undefined;
  readonly diagnostics: Diagnostic[];
}

/** Knows what is to be published. */
export interface FindingsSource {
  /** The findings of a file, which are published by whoever asks. */
  toPublish(path: string): FileFindings;
  /** The paths whose findings may have changed since this or `toPublish` was last asked; nothing until everything is read. */
  takeChanged(): Set<string> | undefined;
}

/** How long nothing may be typed before other files than the edited one are told about. In milliseconds. */
const QUIET = 250;
/** No keystroke waits longer than this for the findings of other files. In milliseconds. */
const SLICE = 1;

/**
 * Sends findings: those of the edited file at once, those of others after a pause, so that a half-typed name does not
 * flicker in them, and in small slices, each send awaited, so that the edited file never waits for them.
 */
export class Publisher {
  private readonly source: FindingsSource;
  private readonly client: Pick<ClientChannel, 'publish' | 'announceChange'>;
  private readonly queue: BackgroundQueue;
  private readonly waiting = new Set<string>();
  /** A fingerprint of what was sent last, by path; files without findings that no editor shows are left out. */
  private readonly sent = new Map<string, { uri: string; print: () => string | undefined }>();
  private readonly mentions = new Mentions();
  /** The URIs of files whose texts may have moved since findings were sent that name places in them. */
  private readonly moved = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Stands for the flush that goes on. */
  private flushing: object | undefined;
  private isClosed = false;

  constructor(
    source: FindingsSource,
    client: Pick<ClientChannel, 'publish' | 'announceChange'>,
    queue: BackgroundQueue,
  ) {
    this.source = source;
    this.client = client;
    this.queue = queue;
  }

  /** Sends the findings of a file at once. Its text is a new one, so what was sent before is compared with nothing. */
  publishEdited(path: string): void {
    this.waiting.delete(path);
    const findings = this.take(path);
    const { uri, version, diagnostics } = findings;
    // A fingerprint takes time that a keystroke has not.
    this.sent.set(path, { uri, print: () => printOf(version, diagnostics) });
    this.moved.add(uri);
    this.queue.holdUntilOut(this.send(findings));
  }

  /** Sends what has changed about a file whose text is the same. */
  async publishAgain(path: string): Promise<void> {
    this.waiting.delete(path);
    await this.publish(path);
  }

  /** Publishes, after a pause, all files whose findings have changed since they were published. */
  publishChanged(): void {
    const paths = this.source.takeChanged();
    if (paths !== undefined) this.publishLater(paths);
  }

  /** The files that something is shown for. */
  publishedPaths(): Iterable<string> {
    return this.sent.keys();
  }

  /** From here on, what was sent is sent once more when it is published again, whatever the client has made of it since. */
  distrustSent(): void {
    for (const sent of this.sent.values()) sent.print = () => 'unknown';
  }

  /** Publishes files after a pause; every call begins the pause anew, also for files that wait already. */
  publishLater(paths: Iterable<string>): void {
    for (const path of paths) this.waiting.add(path);
    this.flushing = undefined;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), QUIET);
  }

  /**
   * Publishes the files that wait, and then those with findings that name places in files that were published; giving way after each
   * slice. Stops when something new is to wait for a pause.
   */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    const mine = (this.flushing = {});
    const checkpoint = new Checkpoint(this.queue, { slice: SLICE });
    const isMine = async (): Promise<boolean> => {
      await checkpoint.pass();
      return this.flushing === mine;
    };
    for (const path of this.waiting) {
      if (!(await isMine())) return;
      this.waiting.delete(path);
      this.moved.add(await this.publish(path));
    }
    for (const uri of this.moved) {
      for (const path of this.mentions.of(uri)) {
        if (!(await isMine())) return;
        await this.publish(path);
      }
      this.moved.delete(uri);
    }
    if (this.flushing !== mine) return;
    this.flushing = undefined;
    this.client.announceChange();
  }

  /** Takes back what was sent about a file or folder that is somebody else's from here on. */
  takeBack(path: string): void {
    for (const waiting of this.waiting) if (isAtOrBelow(waiting, path)) this.waiting.delete(waiting);
    for (const [at, { uri }] of this.sent)
      if (isAtOrBelow(at, path)) {
        this.mentions.note(at, NONE);
        this.sent.delete(at);
        void this.client.publish({ uri, diagnostics: [] });
      }
  }

  /** Takes everything back that was sent, and sends nothing any more. */
  close(): void {
    clearTimeout(this.timer);
    this.takeBack('');
    this.isClosed = true;
  }

  /** Sends the findings of a file if they differ from those that were sent. Gives the URI of the file. */
  private async publish(path: string): Promise<string> {
    const findings = this.take(path);
    const { uri, version, diagnostics } = findings;
    const before = this.sent.get(path)?.print();
    const print = printOf(version, diagnostics);
    if (print === undefined) this.sent.delete(path);
    else this.sent.set(path, { uri, print: () => print });
    if (before !== print) await this.send(findings);
    return uri;
  }

  /** What is to be shown now. Takes back what was shown under another spelling of the URI. */
  private take(path: string): FileFindings {
    const findings = this.source.toPublish(path);
    this.mentions.note(path, findings.diagnostics);
    const before = this.sent.get(path);
    if (before !== undefined && before.uri !== findings.uri) {
      void this.client.publish({ uri: before.uri, diagnostics: [] });
      this.sent.delete(path);
    }
    return findings;
  }

  private async send({ version, ...params }: FileFindings): Promise<void> {
    if (this.isClosed) return;
    await this.client.publish(version === undefined ? params : { ...params, version });
  }
}

/** Which files have findings that name places in other files: when a text there moves, such findings are to be sent again. */
class Mentions {
  /** The URIs that the findings of a file name, by its path. */
  private readonly uris = new Map<string, readonly string[]>();
  /** The paths of files, by the URI that their findings name. */
  private readonly paths = new Map<string, Set<string>>();

  /** The paths of files whose findings name places in the file at `uri`. */
  of(uri: string): readonly string[] {
    return [...(this.paths.get(uri) ?? [])];
  }

  note(path: string, diagnostics: readonly Diagnostic[]): void {
    const uris = new Set<string>();
    for (const { relatedInformation } of diagnostics)
      for (const { location } of relatedInformation ?? []) uris.add(location.uri);
    const before = this.uris.get(path) ?? NONE;
    if (uris.size === before.length && before.every(uri => uris.has(uri))) return;
    for (const uri of before) {
      const paths = this.paths.get(uri);
      if (paths?.delete(path) === true && paths.size === 0) this.paths.delete(uri);
    }
    for (const uri of uris) this.paths.set(uri, (this.paths.get(uri) ?? new Set()).add(path));
    if (uris.size === 0) this.uris.delete(path);
    else this.uris.set(path, [...uris]);
  }
}

const NONE: readonly never[] = [];

/** A fingerprint of what is shown; nothing for a file without findings that no editor shows. */
function printOf(version: number | undefined, diagnostics: readonly Diagnostic[]): string | undefined {
  if (version === undefined && diagnostics.length === 0) return undefined;
  return `${version ?? ''} ${fingerprint(diagnostics)}`;
}

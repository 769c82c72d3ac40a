import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';
import type { BackgroundQueue } from '../../base/background-queue';
import { Checkpoint } from '../../base/cancellation';
import { fingerprint } from '../../base/fingerprint';

/** Where published findings come from and go to. */
export interface Publishing {
  /** What is to be shown for a file now. The version is that of the text it is computed from, for a file an editor shows. */
  diagnosticsOf(path: string): { uri: string; version: number | undefined; diagnostics: Diagnostic[] };
  send(params: PublishDiagnosticsParams): Promise<void>;
  /** The findings of files that were not edited are out. */
  caughtUp(): void;
}

/** How long nothing may be typed before other files than the edited one are told about. In milliseconds. */
const QUIET = 250;
/** In milliseconds: no keystroke waits longer than this for the others. */
const SLICE = 1;

/**
 * Sends findings: those of the edited file at once, those of others after a pause, so that a half-typed name does not
 * flicker in them, and in small slices, each send awaited, so that the edited file never waits for them.
 */
export class Publisher {
  private readonly to: Publishing;
  private readonly queue: BackgroundQueue;
  private readonly waiting = new Set<string>();
  /** What stands for what was sent last for each file; files without findings that no editor shows are left out. */
  private readonly sent = new Map<string, { uri: string; print: () => string | undefined }>();
  private readonly mentions = new Mentions();
  /** The URIs of files whose texts may have moved since those that name places in them were sent. */
  private readonly moved = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private draining: object | undefined;

  constructor(to: Publishing, queue: BackgroundQueue) {
    this.to = to;
    this.queue = queue;
  }

  /** The files that something is shown for. */
  shown(): Iterable<string> {
    return this.sent.keys();
  }

  /** The text is a new one, so there is nothing to compare with: what was sent is kept as it is, until there is. */
  now(path: string): void {
    this.waiting.delete(path);
    const { version, ...params } = this.take(path);
    const { uri, diagnostics } = params;
    this.sent.set(path, { uri, print: () => printOf(version, diagnostics) });
    this.moved.add(uri);
    this.queue.holdUntilOut(this.to.send(version === undefined ? params : { ...params, version }));
  }

  /** Sends what has changed about a file whose text is the same. */
  async again(path: string): Promise<void> {
    this.waiting.delete(path);
    await this.publish(path);
  }

  /** After a pause; every call begins the pause anew, also for what waits already. */
  later(paths: Iterable<string>): void {
    for (const path of paths) this.waiting.add(path);
    this.draining = undefined;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), QUIET);
  }

  /**
   * Sends what waits, and then what names places in files that were sent; giving way after each slice. Stops when something
   * new is to wait for a pause.
   */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    const mine = (this.draining = {});
    const checkpoint = new Checkpoint(this.queue, { slice: SLICE });
    const isMine = async (): Promise<boolean> => {
      await checkpoint.pass();
      return this.draining === mine;
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
    if (this.draining !== mine) return;
    this.draining = undefined;
    this.to.caughtUp();
  }

  /** Takes everything back. */
  clear(): void {
    clearTimeout(this.timer);
    this.draining = undefined;
    this.waiting.clear();
    this.moved.clear();
    this.mentions.clear();
    for (const { uri } of this.sent.values()) void this.to.send({ uri, diagnostics: [] });
    this.sent.clear();
  }

  /** Sends what differs from what was sent. Gives the file's URI. */
  private async publish(path: string): Promise<string> {
    const { version, ...params } = this.take(path);
    const before = this.sent.get(path)?.print();
    const print = printOf(version, params.diagnostics);
    if (print === undefined) this.sent.delete(path);
    else this.sent.set(path, { uri: params.uri, print: () => print });
    if (before !== print) await this.to.send(version === undefined ? params : { ...params, version });
    return params.uri;
  }

  /** What is to be shown now; takes back what was shown under another spelling of the file's URI. */
  private take(path: string): ReturnType<Publishing['diagnosticsOf']> {
    const params = this.to.diagnosticsOf(path);
    this.mentions.note(path, params.diagnostics);
    const before = this.sent.get(path);
    if (before !== undefined && before.uri !== params.uri) {
      void this.to.send({ uri: before.uri, diagnostics: [] });
      this.sent.delete(path);
    }
    return params;
  }
}

/** Which files have findings that name places in others: where a text moves, they are to follow. */
class Mentions {
  private readonly by = new Map<string, readonly string[]>();
  /** The files by the URI of what they name. */
  private readonly files = new Map<string, Set<string>>();

  of(uri: string): readonly string[] {
    return [...(this.files.get(uri) ?? [])];
  }

  note(path: string, diagnostics: readonly Diagnostic[]): void {
    const uris = new Set<string>();
    for (const { relatedInformation } of diagnostics)
      for (const { location } of relatedInformation ?? []) uris.add(location.uri);
    const before = this.by.get(path) ?? NONE;
    if (uris.size === before.length && before.every(uri => uris.has(uri))) return;
    for (const uri of before)
      if (this.files.get(uri)!.delete(path) && this.files.get(uri)!.size === 0) this.files.delete(uri);
    for (const uri of uris) this.files.set(uri, (this.files.get(uri) ?? new Set()).add(path));
    if (uris.size === 0) this.by.delete(path);
    else this.by.set(path, [...uris]);
  }

  clear(): void {
    this.by.clear();
    this.files.clear();
  }
}

const NONE: readonly string[] = [];

/** Stands for what is shown; nothing for a file without findings that no editor shows. */
function printOf(version: number | undefined, diagnostics: readonly Diagnostic[]): string | undefined {
  if (version === undefined && diagnostics.length === 0) return undefined;
  return `${version ?? ''} ${fingerprint(diagnostics)}`;
}

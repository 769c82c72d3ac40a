import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import type { BackgroundQueue } from '../../base/background-queue';
import type { Latencies } from '../../base/latencies';
import type { WorkspaceOptions } from '../../workspace';
import type { Host } from '../hosts/host';

/** What a root needs of the session around it. */
export interface Surroundings {
  readonly host: Host;
  /** The systems and rules of its workspace; the product's own when left out. */
  readonly options: WorkspaceOptions;
  /** Never rejects. */
  send(params: PublishDiagnosticsParams): Promise<void>;
  /** Answers given before may be out of date. */
  changed(): void;
  /** Whether `path` lies in another root below the one with the URI `root`. */
  isInner(root: string, path: string): boolean;
  readonly latencies: Latencies;
  readonly queue: BackgroundQueue;
  /** Says something in the log of the server. */
  warn(message: string): void;
  /** Takes care of work that nobody awaits. */
  background(work: Promise<unknown>): void;
}

export interface LoadProgress {
  report(done: number, total: number): void;
  isCancelled(): boolean;
}

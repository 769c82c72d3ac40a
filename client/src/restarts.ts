/** Restarts in a row, each a little later than the one before, until the server is given up. */
const MAX_IN_A_ROW = 12;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 30_000;
/** A server that ran this long has earned a fresh count. */
const CALM_MS = 60_000;

/**
 * Decides whether and when a crashed server is started again. The language client of VS Code gives up at the fifth
 * crash within three minutes, which a single file that triggers a bug can cause.
 */
export class Restarts {
  #inARow = 0;
  #runningSince: number | undefined;
  readonly #now: () => number;

  /** `now` is in milliseconds and never goes back, whatever becomes of the clock on the wall. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** To be called when the server is there. */
  running(): void {
    this.#runningSince = this.#now();
  }

  /**
   * To be called when it has stopped: how long to wait before it is started again, in milliseconds; nothing to give up.
   */
  pause(): number | undefined {
    const since = this.#runningSince;
    this.#runningSince = undefined;
    if (since !== undefined && this.#now() - since > CALM_MS) this.#inARow = 0;
    if (this.#inARow >= MAX_IN_A_ROW) return undefined;
    return Math.min(FIRST_PAUSE_MS * 2 ** this.#inARow++, LONGEST_PAUSE_MS);
  }
}

import { BackgroundQueue } from './background-queue';

/** Thrown out of work whose answer nobody waits for any more. Caught in one place of each front end. */
export class Cancelled extends Error {
  constructor() {
    super('cancelled');
    this.name = 'Cancelled';
  }
}

/** How a piece of long work gives way. By default it is never stale and has a slice of 10 ms. */
export interface CheckpointOptions {
  /** Whether nobody waits for the result of the work any more. */
  readonly isStale?: () => boolean;
  /** How long the work goes on before it gives way. In milliseconds. */
  readonly slice?: number;
}

/**
 * One per piece of long work. After each slice of time the work gives way to whatever else waits for the thread, and it ends where it has
 * become stale.
 */
export class Checkpoint {
  private readonly queue: BackgroundQueue;
  private readonly isStale: () => boolean;
  private readonly slice: number;
  private until: number;

  constructor(queue: BackgroundQueue, { isStale = () => false, slice = 10 }: CheckpointOptions = {}) {
    this.queue = queue;
    this.isStale = isStale;
    this.slice = slice;
    this.until = performance.now() + slice;
  }

  /** Whether the slice has time left: for loops that cannot wait in their middle. */
  mayGoOn(): boolean {
    return performance.now() < this.until;
  }

  /** Calls `work`, which stops when it is told that it may not go on, until it returns true. Throws as `pass` does. */
  async untilDone(work: (mayGoOn: () => boolean) => boolean): Promise<void> {
    while (!work(() => this.mayGoOn())) await this.pass();
  }

  /** Gives way to other work when the time slice is used up; loops await it in each round. Throws `Cancelled` when the work is stale. */
  async pass(): Promise<void> {
    if (!this.mayGoOn()) {
      await this.queue.waitForTurn();
      this.until = performance.now() + this.slice;
    }
    if (this.isStale()) throw new Cancelled();
  }
}

/** For a process that does one thing at a time, such as a command: the work takes turns with nothing but input. */
export function soleCheckpoint(): Checkpoint {
  return new Checkpoint(new BackgroundQueue());
}

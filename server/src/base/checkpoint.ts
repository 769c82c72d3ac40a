/** Thrown out of work whose answer nobody waits for any more. Caught in one place of each front end. */
export class Cancelled extends Error {
  constructor() {
    super('cancelled');
    this.name = 'Cancelled';
  }
}

/**
 * One per piece of long work. It gives way to whatever else waits for the thread after each slice of time, and notices
 * when the work has become stale.
 */
export class Checkpoint {
  private until: number;
  private readonly isStale: () => boolean;
  private readonly slice: number;

  /** `slice` is in milliseconds. */
  constructor(isStale: () => boolean = () => false, slice = 10) {
    this.isStale = isStale;
    this.slice = slice;
    this.until = performance.now() + slice;
  }

  /** Whether the slice has time left: for loops that cannot wait in their middle. */
  mayGoOn(): boolean {
    return performance.now() < this.until;
  }

  /** To be awaited in loops. Throws `Cancelled` when the work is stale. */
  async pass(): Promise<void> {
    if (!this.mayGoOn()) {
      await giveWay();
      this.until = performance.now() + this.slice;
    }
    if (this.isStale()) throw new Cancelled();
  }
}

/** Whoever has given way, longest first. */
const waiting: (() => void)[] = [];

/**
 * Lets waiting input be handled first, and others who have given way: only one goes on at a time, so that however many there are,
 * input waits for one slice.
 */
function giveWay(): Promise<void> {
  return new Promise(resolve => {
    waiting.push(resolve);
    if (waiting.length === 1) afterInput(goOn);
  });
}

function goOn(): void {
  waiting.shift()!();
  if (waiting.length > 0) afterInput(goOn);
}

/** One turn reads input, the next one takes it apart, the third one handles it. Browser workers have no `setImmediate`. */
function afterInput(then: () => void): void {
  if (typeof setImmediate === 'function') setImmediate(() => setImmediate(() => setImmediate(then)));
  else setTimeout(then, 0);
}

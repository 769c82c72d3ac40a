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

  /** Calls `work`, which stops when it is told that it may not go on, until it returns true. Throws as `pass` does. */
  async untilDone(work: (mayGoOn: () => boolean) => boolean): Promise<void> {
    while (!work(() => this.mayGoOn())) await this.pass();
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
let isTurnTaken = false;
/** How many answers that somebody waits for are on their way. */
let answers = 0;
/** How long whoever gets an answer has the machine: to take a large one apart is work, too, and there may be two cores. In milliseconds. */
const HANDOVER = 5;
/** How long answers hold work up: a client may stop reading, or edit without a pause. In milliseconds. */
const MOST_HELD = 25;
/** Runs while they do; started by the first one, and by every turn that was taken all the same. */
let held: ReturnType<typeof setTimeout> | undefined;

/**
 * Work in the background waits until `answer` is out, too, and for a moment more: a large one leaves in pieces, each as soon as the one
 * before has been taken, and a slice of work between two of them would come on top every time.
 */
export function putFirst(answer: Promise<unknown>): void {
  if (answers++ === 0) hold();
  const goOn = (): void => {
    if (--answers === 0) letGo();
  };
  const handOver = (): void => void setTimeout(goOn, HANDOVER);
  answer.then(handOver, handOver);
}

/** Lets waiting input be handled first, and others who have given way. */
function giveWay(): Promise<void> {
  return new Promise(resolve => {
    waiting.push(resolve);
    takeTurns();
  });
}

/** Only one goes on at a time, so that however many there are, input waits for one slice. */
function takeTurns(): void {
  if (isTurnTaken || held !== undefined || waiting.length === 0) return;
  isTurnTaken = true;
  afterInput(() => {
    isTurnTaken = false;
    if (held === undefined) {
      waiting.shift()!();
      if (answers > 0) hold();
    }
    takeTurns();
  });
}

function hold(): void {
  held = setTimeout(letGo, MOST_HELD);
}

function letGo(): void {
  clearTimeout(held);
  held = undefined;
  takeTurns();
}

/** One turn reads input, the next one takes it apart, the third one handles it. Browser workers have no `setImmediate`. */
function afterInput(then: () => void): void {
  if (typeof setImmediate === 'function') setImmediate(() => setImmediate(() => setImmediate(then)));
  else setTimeout(then, 0);
}

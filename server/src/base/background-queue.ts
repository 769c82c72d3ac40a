/** How long a client is left alone with an answer: taking a large one apart is work, too, and there may be two cores. In milliseconds. */
const HANDOVER = 5;
/** How long answers hold up work in the background: a client may stop reading, or edit without a pause. In milliseconds. */
const LONGEST_HOLD = 25;

/**
 * Work in the background that waits for its turn on the one thread. Each turn comes after waiting input, and after answers that are on
 * their way. There is one queue for a server, so that input waits for one slice of work, however much work there is.
 */
export class BackgroundQueue {
  /** What resumes each piece of work; the piece that has waited longest comes first. */
  private readonly waiting: (() => void)[] = [];
  private isTurnPlanned = false;
  private pendingAnswers = 0;
  /** Set while answers hold up all work. Begun by the first answer, and again by each turn that was taken before the last answer was out. */
  private hold: ReturnType<typeof setTimeout> | undefined;

  /** Resolves when input that waits has been handled, and whoever waited before has had a turn. */
  waitForTurn(): Promise<void> {
    return new Promise(resolve => {
      this.waiting.push(resolve);
      this.planTurn();
    });
  }

  /**
   * Holds up all work until `answer` is out, and for a moment more: a large one leaves in pieces, each as soon as the one before has been
   * taken, and a slice of work between two of them would come on top every time.
   */
  holdUntilOut(answer: Promise<unknown>): void {
    if (this.pendingAnswers++ === 0) this.startHold();
    const handOver = (): void => void setTimeout(() => this.answerIsOut(), HANDOVER);
    answer.then(handOver, handOver);
  }

  private answerIsOut(): void {
    if (--this.pendingAnswers === 0) this.resume();
  }

  /** Plans the next turn, unless one is planned, work is held up, or none waits. */
  private planTurn(): void {
    if (this.isTurnPlanned || this.hold !== undefined || this.waiting.length === 0) return;
    this.isTurnPlanned = true;
    afterInput(() => {
      this.isTurnPlanned = false;
      if (this.hold === undefined) {
        this.waiting.shift()?.();
        if (this.pendingAnswers > 0) this.startHold();
      }
      this.planTurn();
    });
  }

  private startHold(): void {
    this.hold = setTimeout(() => this.resume(), LONGEST_HOLD);
  }

  private resume(): void {
    clearTimeout(this.hold);
    this.hold = undefined;
    this.planTurn();
  }
}

/** The first round of the event loop reads input, the next one takes it apart, the third one handles it. Browser workers have no `setImmediate`. */
function afterInput(then: () => void): void {
  if (typeof setImmediate === 'function') setImmediate(() => setImmediate(() => setImmediate(then)));
  else setTimeout(then, 0);
}

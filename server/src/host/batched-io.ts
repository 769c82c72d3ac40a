/** How the disk, or a client, is asked about things. */
export interface Asking<Job, Answer> {
  /** Blocks the thread; absent where nobody answers at once. */
  readonly now?: (job: Job) => Answer;
  /** Does not; while the machine is short of something, it waits. */
  readonly later: (jobs: readonly Job[]) => Promise<readonly Answer[]>;
  /** Whether asking again, later, may give another answer. */
  readonly mayPass?: (answer: Answer) => boolean;
}

/**
 * Asks the disk about many things; `next` gives up to so many of those that are left, and there may be more after each
 * batch of answers. What the system remembers is had fastest one after the other, blocking; what has to come from the
 * disk, many at once.
 */
export async function* asked<Job, Answer>(
  next: (most: number) => readonly Job[],
  { now, later, mayPass }: Asking<Job, Answer>,
): AsyncGenerator<readonly (readonly [Job, Answer])[]> {
  let isWarm = now !== undefined;
  for (;;) {
    const jobs = next(isWarm ? IN_A_ROW : AT_ONCE);
    if (jobs.length === 0) return;
    const answers: Answer[] = [];
    const wasWarm: boolean = isWarm;
    const began = performance.now();
    while (now !== undefined && isWarm && answers.length < jobs.length) {
      answers.push(now(jobs[answers.length]!));
      isWarm = performance.now() - began < HICCUP + COLD * answers.length;
    }
    for (const [i, answer] of answers.entries())
      if (mayPass?.(answer) === true) [answers[i]] = (await later([jobs[i]!])) as [Answer];
    if (answers.length < jobs.length) answers.push(...(await later(jobs.slice(answers.length))));
    // After many at once, one is tried again.
    isWarm ||= !wasWarm && now !== undefined;
    yield jobs.map((job, i) => [job, answers[i]!]);
  }
}

/** Answers that take longer on average (in milliseconds) come from the disk, but one may. */
const COLD = 0.5;
const HICCUP = 2;
const IN_A_ROW = 16;
const AT_ONCE = 64;

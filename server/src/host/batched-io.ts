/** How the disk is asked about one thing. */
export interface Asking<Job, Answer> {
  /** Blocks the thread. */
  readonly now: (job: Job) => Answer;
  /** Does not; while the machine is short of something, it waits. */
  readonly later: (job: Job) => Promise<Answer>;
  /** Whether asking again, later, may give another answer. */
  readonly mayPass: (answer: Answer) => boolean;
}

/**
 * Asks the disk about many things; `next` gives up to so many of those that are left, and there may be more after each batch of
 * answers. What the system remembers is had fastest one after the other, blocking; what has to come from the disk, many at once.
 */
export async function* asked<Job, Answer>(
  next: (most: number) => readonly Job[],
  { now, later, mayPass }: Asking<Job, Answer>,
): AsyncGenerator<readonly (readonly [Job, Answer])[]> {
  let isWarm = true;
  for (let jobs = next(IN_A_ROW); jobs.length > 0; jobs = next(isWarm ? IN_A_ROW : AT_ONCE)) {
    const answers: Answer[] = [];
    const wasWarm: boolean = isWarm;
    const began = performance.now();
    while (isWarm && answers.length < jobs.length) {
      answers.push(now(jobs[answers.length]!));
      isWarm = performance.now() - began < HICCUP + COLD * answers.length;
    }
    for (const [i, answer] of answers.entries()) if (mayPass(answer)) answers[i] = await later(jobs[i]!);
    answers.push(...(await Promise.all(jobs.slice(answers.length).map(later))));
    // After many at once, one is tried again.
    isWarm ||= !wasWarm;
    yield jobs.map((job, i) => [job, answers[i]!]);
  }
}

/** Answers that take longer on average (in milliseconds) come from the disk, but one may. */
const COLD = 0.5;
const HICCUP = 2;
const IN_A_ROW = 16;
const AT_ONCE = 64;

/** How questions are put to the disk or to a client: one after the other, or many at once. */
export interface Requests<Job, Answer> {
  /** Answers at once and blocks the thread; absent if the source cannot. */
  readonly now?: (job: Job) => Answer;
  /** Answers without blocking the thread; waits while the machine is short of a resource. */
  readonly later: (jobs: readonly Job[]) => Promise<readonly Answer[]>;
  /** Whether the answer may be another one later, since the machine was short of a resource. */
  readonly isTransient?: (answer: Answer) => boolean;
}

/**
 * Puts many questions. `next` returns at most `most` of those that are left; answers may lead to further ones. Blocking
 * one after the other is fastest for what the system has cached, many at once for what has to come from the disk.
 */
export async function* answersInBatches<Job, Answer>(
  next: (most: number) => readonly Job[],
  { now, later, isTransient }: Requests<Job, Answer>,
): AsyncGenerator<readonly (readonly [Job, Answer])[]> {
  let isWarm = now !== undefined;
  for (;;) {
    const jobs = next(isWarm ? BLOCKING_BATCH : CONCURRENT_BATCH);
    if (jobs.length === 0) return;
    const answers: Answer[] = [];
    const answerTo = (i: number): Answer => answers[i] as Answer;
    const wasWarm: boolean = isWarm;
    const began = performance.now();
    for (const job of jobs) {
      if (now === undefined || !isWarm) break;
      answers.push(now(job));
      isWarm = performance.now() - began < SLOW_ALLOWANCE + SLOW_AVERAGE * answers.length;
    }
    for (const [i, job] of jobs.slice(0, answers.length).entries())
      if (isTransient?.(answerTo(i)) === true) [answers[i]] = (await later([job])) as [Answer];
    if (answers.length < jobs.length) answers.push(...(await later(jobs.slice(answers.length))));
    // After a batch of many at once, blocking is tried again.
    isWarm ||= !wasWarm && now !== undefined;
    yield jobs.map((job, i) => [job, answerTo(i)]);
  }
}

/**
 * In milliseconds: if answers take longer than this on average, beside one slow answer, they are taken to come from the
 * disk.
 */
const SLOW_AVERAGE = 0.5;
const SLOW_ALLOWANCE = 2;
const BLOCKING_BATCH = 16;
const CONCURRENT_BATCH = 64;

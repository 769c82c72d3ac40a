/** Work that may be long: between two steps, others may have the thread. */
export type Steps<T = void> = Generator<void, T>;

/** So many small things are done in one step. */
const STRIDE = 64;

/** Does something with each item, some of them at a step. */
export function* inSteps<T>(items: Iterable<T>, use: (item: T) => void): Steps {
  let count = 0;
  for (const item of items) {
    use(item);
    if (++count % STRIDE === 0) yield;
  }
}

/** Does all steps at once, and gives what they came to. */
export function finish<T>(work: Steps<T>): T {
  for (;;) {
    const { value, done } = work.next();
    if (done === true) return value;
  }
}

/** Does steps until `mayGoOn` says no. Returns whether all are done. */
export function advance(work: Steps, mayGoOn: () => boolean): boolean {
  while (work.next().done !== true) if (!mayGoOn()) return false;
  return true;
}

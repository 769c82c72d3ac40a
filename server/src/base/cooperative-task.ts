/** Work that may be long. Wherever it yields, its caller may stop for a while, let others have the thread, and go on later. */
export type Task<T = void> = Generator<void, T>;

/** Small, so that what is done between two yields never keeps anybody waiting. */
const ITEMS_PER_YIELD = 64;

/** Calls `use` with each item, and yields now and then. */
export function* forEachYielding<T>(items: Iterable<T>, use: (item: T) => void): Task {
  let count = 0;
  for (const item of items) {
    use(item);
    if (++count % ITEMS_PER_YIELD === 0) yield;
  }
}

/** Does the whole task at once, and returns its result. */
export function runToEnd<T>(task: Task<T>): T {
  for (;;) {
    const { value, done } = task.next();
    if (done === true) return value;
  }
}

/** Goes on with a task until `mayGoOn` says no. Returns whether the task is done. */
export function runWhile(task: Task, mayGoOn: () => boolean): boolean {
  while (task.next().done !== true) if (!mayGoOn()) return false;
  return true;
}

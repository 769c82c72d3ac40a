import { constants, PerformanceObserver, type PerformanceEntry } from 'node:perf_hooks';
import { getHeapStatistics, setFlagsFromString } from 'node:v8';

/** So many bytes outside of its heap are worth a collection to the runtime. Nothing is written to them, so the system gives none. */
const WORTH_COLLECTING = 65 << 20;
/** How many times as large as after the last collection the heap has to be: the runtime's own measure. */
const GROWN = 1.1;
/** Between two steps of a collection, which take 5 to 10. In milliseconds. */
const PAUSE = 20;
/** Far more steps than a collection takes: should the runtime not take them, nobody is woken for ever. */
const MOST_STEPS = 500;

/**
 * Gives memory back while nobody asks for anything; to be called every few seconds of rest, and when it ends.
 *
 * The runtime collects the whole heap in steps, by itself only where much is made: what is rubbish when work ends, up to half of the heap,
 * would stay for hours, and so would a collection that has begun. While somebody works its steps are taken beside, in other threads: on
 * this one they would fill every turn until they are done, half a second where a million things are alive.
 */
export function memoryGiver(): (isAtRest: boolean) => void {
  let before = 0;
  let left = 0;
  let stop: (() => void) | undefined;
  return isAtRest => {
    setFlagsFromString(isAtRest ? '--incremental-marking-task' : '--no-incremental-marking-task');
    if (!isAtRest) {
      stop?.();
      stop = undefined;
      return;
    }
    const size = heapSize();
    const isQuiet = size <= before;
    before = size;
    if (!isQuiet || stop !== undefined) return;
    left = Math.min(left, size);
    if (size <= left * GROWN) return;
    stop = collect(() => {
      left = heapSize();
      stop = undefined;
    });
  };
}

/** In bytes, with what is free in it. */
function heapSize(): number {
  return getHeapStatistics().total_heap_size;
}

/**
 * Begins a collection of the whole heap, or goes on with one that has begun: what is made outside of the heap while too much is there makes
 * the runtime take a step. Gives what stops it.
 */
function collect(done: () => void): () => void {
  let weight: ArrayBuffer | undefined = new ArrayBuffer(WORTH_COLLECTING);
  let steps = 0;
  const timer = setInterval(() => {
    if (weight !== undefined && steps++ < MOST_STEPS) new ArrayBuffer(1);
    else end();
  }, PAUSE).unref();
  const observer = new PerformanceObserver(list => {
    if (list.getEntries().some(isOfAll)) end();
  });
  const stop = (): void => {
    weight = undefined;
    clearInterval(timer);
    observer.disconnect();
  };
  const end = (): void => {
    stop();
    done();
  };
  observer.observe({ type: 'gc' });
  return stop;
}

function isOfAll(entry: PerformanceEntry & { readonly detail?: { readonly kind?: number } }): boolean {
  return entry.detail?.kind === constants.NODE_PERFORMANCE_GC_MAJOR;
}

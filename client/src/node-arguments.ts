import { availableParallelism } from 'node:os';

/** How many threads Node uses by default to collect garbage and compile, beside the one that runs the program. */
const DEFAULT_POOL_SIZE = 4;

/**
 * The size of the young generation of the heap in MB: half of Node's default. When it is full, live objects are copied
 * out of it, and no request is answered meanwhile; while the first index is made, most objects are live.
 */
const YOUNG_GENERATION_MB = 8;

/**
 * The arguments with which Node starts the server; they cannot be set later (`docs/performance.md`). The thread pool is
 * no larger than the number of other cores: on two cores, four threads that collect garbage leave a third of a core to
 * the editor.
 */
export const NODE_ARGUMENTS: readonly string[] = [
  `--v8-pool-size=${Math.min(DEFAULT_POOL_SIZE, Math.max(1, availableParallelism() - 1))}`,
  `--max-semi-space-size=${YOUNG_GENERATION_MB}`,
];

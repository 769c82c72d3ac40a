import { availableParallelism } from 'node:os';

/** How many threads Node takes by itself for collecting garbage and compiling, beside the one that runs the program. */
const NODES_OWN = 4;

/**
 * What Node is told when it starts the server: to take no more threads than there are other cores. On two cores, four of them that look
 * for garbage leave a third of a core to whoever types (`docs/performance.md`). It cannot be said later.
 */
export const NODE_ARGUMENTS: readonly string[] = [
  `--v8-pool-size=${Math.min(NODES_OWN, Math.max(1, availableParallelism() - 1))}`,
];

import { availableParallelism } from 'node:os';

/** How many threads Node takes by itself for collecting garbage and compiling, beside the one that runs the program. */
const NODES_OWN = 4;

/**
 * How much room there is for objects that are new, in MB: half of what Node takes by itself. When it is full, what is
 * alive is copied out of it, and nobody gets an answer meanwhile. While everything is read, most is alive.
 */
const YOUNG = 8;

/**
 * What Node is told when it starts the server, which cannot be said later (`docs/performance.md`): that, and to take no
 * more threads than there are other cores. On two cores, four of them that look for garbage leave a third of a core to
 * whoever types.
 */
export const NODE_ARGUMENTS: readonly string[] = [
  `--v8-pool-size=${Math.min(NODES_OWN, Math.max(1, availableParallelism() - 1))}`,
  `--max-semi-space-size=${YOUNG}`,
];

import fc from 'fast-check';

/** What random cases come from. The same in every run, so that a run says something about the code; a soak tries others. */
export const SEED = Number(process.env['PROPERTY_SEED'] ?? 1);
fc.configureGlobal({ seed: SEED });

/** How many of its random cases a test tries: a tenth in `npm test`, all in `npm run test:long`, several times as many in a soak. */
const EFFORT = Number(process.env['TEST_EFFORT'] ?? 0.1);
/** Fewer say nothing, unless each case is one of many things that happen. */
const FEWEST = 20;

/** How many cases to try where `npm run test:long` tries `all`. */
export function tries(all: number, fewest = FEWEST): number {
  return Math.max(Math.ceil(all * EFFORT), Math.min(all, fewest));
}

/** Whether to do what takes long and is not a matter of random cases. */
export const isLong = EFFORT >= 1;

/** All of what is given in `npm run test:long`, one of `oneOf`, from all over the list, in `npm test`. */
export function someOf<T>(all: readonly T[], oneOf: number): T[] {
  return all.filter((_, i) => isLong || i % oneOf === 0);
}

export const isSoak = EFFORT > 1;

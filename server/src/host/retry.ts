/** Whether an operation failed for lack of a resource that other programs may give back, such as open files. */
export function isShortage(error: unknown): boolean {
  return error instanceof Error && 'code' in error && SHORTAGES.has(String(error.code));
}

const SHORTAGES = new Set(['EMFILE', 'ENFILE', 'EAGAIN', 'ENOMEM', 'EBUSY']);

/**
 * Repeats an attempt after growing pauses as long as its result `isWanting`. Returns the result of the last attempt.
 */
export async function retryWhileShort<T>(attempt: () => Promise<T>, isWanting: (result: T) => boolean): Promise<T> {
  for (const pause of PAUSES_MS) {
    const result = await attempt();
    if (!isWanting(result)) return result;
    await new Promise(resolve => setTimeout(resolve, pause));
  }
  return attempt();
}

/** In milliseconds. */
const PAUSES_MS: readonly number[] = [5, 50, 500];

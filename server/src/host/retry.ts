/** Whether an operation failed for want of something that others may give back, such as open files. */
export function isShortage(error: unknown): boolean {
  return error instanceof Error && 'code' in error && SHORTAGES.has(String(error.code));
}

const SHORTAGES = new Set(['EMFILE', 'ENFILE', 'EAGAIN', 'ENOMEM', 'EBUSY']);

/** Tries again after a while, and longer each time, as long as the result `isWanting`; in the end that one is given. */
export async function patiently<T>(attempt: () => Promise<T>, isWanting: (result: T) => boolean): Promise<T> {
  for (const pause of PAUSES) {
    const result = await attempt();
    if (!isWanting(result)) return result;
    await new Promise(resolve => setTimeout(resolve, pause));
  }
  return attempt();
}

/** In milliseconds. */
const PAUSES: readonly number[] = [5, 50, 500];

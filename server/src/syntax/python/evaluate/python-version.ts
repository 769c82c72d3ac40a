import type { PyValue } from './values';

/** The least version of Python that is reckoned with, as `library-names.ts` does. */
const LEAST = [3, 10] as const;

/**
 * How `sys.version_info` stands to a tuple: behind it where every version does, before it where none that is reckoned with reaches
 * it. Newer versions than are known may come, so that what is true of the known ones alone is left open.
 */
export function orderOfVersion(a: PyValue, b: PyValue): number | undefined {
  if (isVersionInfo(a)) return againstTuple(b);
  const found = isVersionInfo(b) ? againstTuple(a) : undefined;
  return found === undefined ? undefined : -found;
}

function isVersionInfo(value: PyValue): boolean {
  return typeof value === 'object' && value?.kind === 'unknown' && value.harmless === 'sys.version_info';
}

function againstTuple(value: PyValue): number | undefined {
  if (typeof value !== 'object' || value?.kind !== 'tuple') return undefined;
  for (const [i, least] of LEAST.entries()) {
    const item = value.items[i];
    // The version has more items than a tuple that it begins with, and so stands behind it.
    if (item === undefined) return 1;
    if (typeof item !== 'bigint') return undefined;
    if (item < BigInt(least)) return 1;
    if (item > BigInt(least)) return i === 0 ? -1 : undefined;
  }
  return value.items.length === LEAST.length ? 1 : undefined;
}

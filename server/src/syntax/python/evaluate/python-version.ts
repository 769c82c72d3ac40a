import { builtinClass } from './builtin-classes';
import { unknown } from './outcomes';
import type { PyValue, Run } from './values';

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

/** Whether one value is `sys.version_info`, and the other a tuple that it can be compared with. */
export function isOrderedVersion(one: PyValue, other: PyValue): boolean {
  const isTuple = typeof other === 'object' && other?.kind === 'tuple';
  return isVersionInfo(one) && isTuple && other.items.slice(0, 3).every(item => typeof item === 'bigint');
}

/** `sys.version_info[0]`, or nothing where it is something else that is taken. */
export function partOfVersion(run: Run, object: PyValue, key: PyValue): PyValue | undefined {
  const isPart = typeof key === 'bigint' && key >= 0n && key <= 2n;
  if (!isVersionInfo(object) || !isPart) return undefined;
  return unknown(run, '`sys.version_info` is used', { class: builtinClass('int') });
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

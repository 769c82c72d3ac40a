import { defined } from './defined';

/**
 * The items in groups by `keyOf`, in order of first appearance (`Map.groupBy` of newer runtimes). By its type, a group has a
 * first item.
 */
export function groupBy<K, V>(items: Iterable<V>, keyOf: (item: V) => K): Map<K, [V, ...V[]]> {
  const groups = new Map<K, [V, ...V[]]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** The items after `items[i]` in a ring, `count` at most, without that item itself. */
export function nextInRing<T>(items: readonly T[], i: number, count: number): T[] {
  const next = [...items.slice(i + 1, i + 1 + count), ...items.slice(0, count)];
  return next.slice(0, Math.min(count, items.length - 1));
}

/** How many items come first of which all `isBefore`, in a list that begins with them; found by halving. */
export function firstNotBefore<T>(items: readonly T[], isBefore: (item: T) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(defined(items[middle], 'an item'))) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Adds to the list under `key`, making it when absent. */
export function pushTo<K, V>(lists: Map<K, V[]>, key: K, item: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

/** Adds what another list has, however long: `push(...more)` fails above some hundred thousand. */
export function addAll<T>(list: T[], more: Iterable<T>): void {
  for (const each of more) list.push(each);
}

/** Compares strings by UTF-16 unit, the same on every machine. */
export function compareStrings(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

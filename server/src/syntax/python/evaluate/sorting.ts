import { order, truthOf } from './comparing';
import { argumentsOf } from './objects';
import { reachOf } from './mappings';
import { doubtful, isUnknown } from './outcomes';
import type { PyValue, Run, Unknown } from './values';

/** The items in the order of `sorted`; raises TypeError for items that have none. */
export function sortItems(
  run: Run,
  items: readonly PyValue[],
  key: PyValue | undefined,
  reverse: PyValue | undefined,
): PyValue[] | Unknown {
  const isReverse = reverse === undefined ? false : truthOf(run, reverse);
  const keyed = items.map(item => ({
    item,
    by: key === undefined || key === null ? item : run.call(key, argumentsOf(run, item)),
  }));
  let isTold = isReverse !== undefined;
  const direction = isReverse === true ? -1 : 1;
  keyed.sort((a, b) => {
    const found = isUnknown(a.by) || isUnknown(b.by) ? undefined : order(run, a.by, b.by);
    if (found === undefined) isTold = false;
    return direction * (found ?? 0);
  });
  if (isTold) return keyed.map(({ item }) => item);
  return doubtful(run, 'operation', 'values that cannot be told are sorted', { reach: items.flatMap(reachOf) });
}

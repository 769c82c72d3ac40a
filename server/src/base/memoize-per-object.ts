/**
 * `compute`, done once for each object: for what follows from one object that never changes, and from nothing else. Results live as long
 * as their objects. What follows from the index is remembered with `Lookup.remember`; lists that the index gives are made anew for each
 * question, so nothing can be remembered for them.
 */
export function memoizePerObject<K extends object, V extends object>(compute: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>();
  return key => {
    const there = known.get(key);
    if (there !== undefined) return there;
    const value = compute(key);
    known.set(key, value);
    return value;
  };
}

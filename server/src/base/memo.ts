/**
 * `compute`, done once for each object: for what follows from the object alone. Results live as long as their objects.
 */
export function perObject<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V | typeof NOTHING>();
  return key => {
    const there = known.get(key);
    if (there !== undefined) return there === NOTHING ? (undefined as V) : there;
    const value = compute(key);
    known.set(key, value === undefined ? NOTHING : value);
    return value;
  };
}

/** Stands for `undefined`, which a map gives for what it does not have. */
const NOTHING = Symbol();

/**
 * The same for what follows from a list. Lists of one are made anew whenever the index is asked for them: to remember what follows from
 * them would be work for nothing.
 */
export function perList<T, V>(compute: (list: readonly T[]) => V): (list: readonly T[]) => V {
  const remembered = perObject(compute);
  return list => (list.length < 2 ? compute(list) : remembered(list));
}

/**
 * `compute`, done once for each object: for what follows from the object alone. Results live as long as their objects. Not for lists of
 * one that the index gives: they are made anew for each question.
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

/** `compute`, remembered for the last `size` objects that were asked about: for what takes too much room to keep for all. */
export function lately<K extends object, V>(size: number, compute: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return key => {
    const there = known.get(key);
    if (there !== undefined) return there;
    if (known.size >= size) for (const oldest of known.keys()) if (known.delete(oldest)) break;
    const value = compute(key);
    known.set(key, value);
    return value;
  };
}

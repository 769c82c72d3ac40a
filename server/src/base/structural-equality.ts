/** Whether two plain values (primitives, arrays, Maps, plain objects) state the same, in the same order. */
export function sameData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, i) => sameData(item, b[i]));
  if (a instanceof Map)
    return b instanceof Map && sameData([...(a as Map<unknown, unknown>)], [...(b as Map<unknown, unknown>)]);
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every(key => sameData((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  );
}

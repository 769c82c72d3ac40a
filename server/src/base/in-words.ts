/** Items as a sentence lists them: `a`, `a and b`, `a, b or c`. */
export function inWords(items: readonly string[], conjunction: 'and' | 'or'): string {
  const last = items.at(-1);
  if (last === undefined || items.length === 1) return last ?? '';
  return `${items.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}

/** Why something cannot be told, as every answer begins that only running the code could give. */
export function cannotTell(why: string): string {
  return `cannot tell: ${why}`;
}

import type { Fact } from '../model/fact';

/** How the facts of a file differ from those it had. */
export interface FactChanges {
  readonly removed: readonly Fact[];
  readonly added: readonly Fact[];
  /** Between the first and the last difference, the facts of both lists: in the order that they had, and in the one they have. */
  readonly kept: { readonly before: readonly Fact[]; readonly after: readonly Fact[] };
}

/** Compares two lists of facts by identity; nothing if they are the same. */
export function changedFacts(before: readonly Fact[], after: readonly Fact[]): FactChanges | undefined {
  const [gone, come] = differingMiddles(before, after);
  if (gone.length === 0 && come.length === 0) return undefined;
  const [had, has] = [new Set(gone), new Set(come)];
  return {
    removed: gone.filter(fact => !has.has(fact)),
    added: come.filter(fact => !had.has(fact)),
    kept: { before: gone.filter(fact => has.has(fact)), after: come.filter(fact => had.has(fact)) },
  };
}

/** The kept facts from the first to the last one whose place among the facts of the file has changed. */
export function movedFacts({ before, after }: FactChanges['kept']): readonly Fact[] {
  const first = after.findIndex((fact, i) => fact !== before[i]);
  return first < 0 ? [] : after.slice(first, after.findLastIndex((fact, i) => fact !== before[i]) + 1);
}

/** What is left of two lists without what they begin and end with alike: most edits change one fact of a thousand. */
function differingMiddles(before: readonly Fact[], after: readonly Fact[]): [readonly Fact[], readonly Fact[]] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
}

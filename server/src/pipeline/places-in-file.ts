import { memoizePerObject } from '../base/memoize-per-object';
import type { Fact } from '../model/fact';

/** Where each fact of a file stands among all of them. Asked for by every key that several facts of a file share. */
export const placesInFile = memoizePerObject(
  (facts: readonly Fact[]): ReadonlyMap<Fact, number> => new Map(facts.map((fact, place) => [fact, place])),
);

import type { FactFile } from './fact';
import type { At } from './finding';
import type { Lookup } from './lookup';

/**
 * Something that keeps rules from being certain, so that they stay silent where they may have something to say: code that
 * decides at run time what there is, or a file or folder that is damaged or not in sight.
 */
export interface BlindSpot {
  /** The codes of the rules that stay silent; empty for whatever calls something absent. */
  readonly rules: readonly string[];
  /** Where they do, in words: `core`, `workspace 'alice'`. Absent if it is the whole repository. */
  readonly scope?: string;
  /** What the reason is, as a clause: `code gives the module names at run time`. */
  readonly reason: string;
  /** Where the reason stands; absent if it is that something is not in sight. */
  readonly at?: At;
}

/** Where the text of a damaged file breaks. */
export function damageOf(file: FactFile, lookup: Lookup): At {
  return { file, span: lookup.contents(file).problems.find(({ damage }) => damage)?.span ?? { start: 0, end: 0 } };
}

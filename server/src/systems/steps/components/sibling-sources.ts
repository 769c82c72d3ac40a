import { isTestPath } from '../../../base/test-paths';
import type { Lookup } from '../../../model/lookup';
import { stepNamedBy } from '../define/known-names';
import { SPECIFICATIONS_KEY } from '../keys';
import { packageOf } from '../layout';
import { termsOf, type Term, type TermsFact } from '../terms';
import { mayLackTerms, mayMissTerms } from './terms';

/** Steps that are alike: what they do has the same name at its end, and they have an output of the same name and type. */
interface Siblings {
  readonly output: string;
  readonly type: string;
  /** In the order of their specifications. */
  readonly steps: Set<string>;
}

/** Siblings of which most are sources of a dependency. */
export interface LeftOut {
  readonly output: string;
  /** The siblings that are sources, three at least for each that is not. */
  readonly listed: readonly string[];
  readonly missing: readonly string[];
}

/** How many siblings have to be sources for each that is not, before their names say anything. */
const LISTED_FOR_EACH = 3;

/** The siblings of its sources that a dependency does not name; nothing where a source is no step, or something may be unread. */
export function siblingsLeftOut(specification: TermsFact, dependency: Term, lookup: Lookup): readonly LeftOut[] {
  const { sources = [], type, isOpen } = dependency;
  if (sources.length < LISTED_FOR_EACH || isOpen || mayMissTerms(lookup)) return [];
  const own = stepOf(specification, lookup);
  const steps = sources.map(source => stepNamedBy(source, lookup)?.step);
  if (steps.includes(undefined)) return [];
  const left = siblingsIn(packageOf(specification.file.path), lookup).flatMap((group): LeftOut[] => {
    if (group.type !== type) return [];
    const others = [...group.steps].filter(step => step !== own);
    const listed = others.filter(step => steps.includes(step));
    const missing = others.filter(step => !steps.includes(step));
    const isGap = missing.length > 0 && listed.length >= LISTED_FOR_EACH * missing.length;
    return isGap ? [{ output: group.output, listed, missing }] : [];
  });
  // Of siblings with several outputs, one is enough.
  return [...new Map(left.map(each => [each.missing.join(' '), each])).values()];
}

function siblingsIn(home: string | undefined, lookup: Lookup): readonly Siblings[] {
  return lookup.remember(`siblings in:${home ?? ''}`, inner => {
    const groups = new Map<string, Siblings>();
    for (const specification of inner.providers(SPECIFICATIONS_KEY)) {
      const { path } = specification.file;
      const step = stepOf(specification, inner);
      const work = step && LAST_WORD.exec(step)?.[0];
      if (
        step === undefined ||
        work === undefined ||
        packageOf(path) !== home ||
        isTestPath(path) ||
        mayLackTerms(specification)
      )
        continue;
      for (const { term } of termsOf(specification, 'output')) {
        if (term.type === undefined || term.isOpen) continue;
        const key = [work, term.name, term.type].join('\n');
        const group = groups.get(key) ?? { output: term.name, type: term.type, steps: new Set() };
        groups.set(key, group);
        group.steps.add(step);
      }
    }
    return [...groups.values()].filter(({ steps }) => steps.size > LISTED_FOR_EACH);
  });
}

/** What a step does: `Training` of `LightGBMTraining`. */
const LAST_WORD = /[A-Z][a-z0-9]*$/;

function stepOf({ stepType }: TermsFact, lookup: Lookup): string | undefined {
  return stepType === undefined ? undefined : stepNamedBy(stepType, lookup)?.step;
}

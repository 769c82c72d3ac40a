import type { Explanation } from '../../../model/explanation';
import type { Profile } from '../../../model/settings';
import { runOf } from '../define/core-rows';
import { loadingPoints } from '../define/steps-table';
import { definitionInWords, type Candidate } from '../resolve/candidates';
import type { Lookup } from '../../../model/lookup';
import type { Decision } from '../resolve/decide';
import { decideWithDoubts, type Resolution } from '../resolve/resolve';

type Divergence = Explanation['divergence'];

const PROFILE_IN_WORDS: Readonly<Record<Profile, string>> = {
  isolated: 'profile isolated, get_all_step_definitions() and STEP_NAMES at run time',
  hybrid: 'profile hybrid, get_step_definition() at run time',
  intelligent: 'profile intelligent',
};

/** Under which other profiles, run-time functions and feature flags another definition would win. */
export function divergenceOf(resolution: Resolution, lookup: Lookup): Divergence {
  if (resolution.undecided !== undefined) return [];
  return [
    ...otherProfiles(resolution, lookup),
    ...otherFrameworks(resolution, lookup),
    ...otherFlags(resolution, lookup),
  ];
}

function otherProfiles(resolution: Resolution, lookup: Lookup): Divergence {
  const { effectiveContext } = resolution;
  const profiles = (['isolated', 'hybrid', 'intelligent'] as const).filter(
    profile => profile !== effectiveContext.profile,
  );
  return profiles.flatMap(profile =>
    divergenceUnlessSame(
      resolution,
      PROFILE_IN_WORDS[profile],
      decideWithDoubts(resolution, { ...effectiveContext, profile }, lookup),
    ),
  );
}

/** Frameworks of candidates that would change the winner in the intelligent profile. */
function otherFrameworks(resolution: Resolution, lookup: Lookup): Divergence {
  const { effectiveContext, candidates } = resolution;
  const usual = decideWithDoubts(resolution, { ...effectiveContext, profile: 'intelligent' }, lookup).winner;
  const frameworks = new Set(candidates.flatMap(({ framework }) => (typeof framework === 'string' ? framework : [])));
  return [...frameworks].sort().flatMap(framework => {
    if (effectiveContext.frameworks[0] === framework) return [];
    const decision = decideWithDoubts(
      resolution,
      { ...effectiveContext, profile: 'intelligent', frameworks: [framework] },
      lookup,
    );
    if (isSameWinner(decision.winner, usual)) return [];
    return divergenceUnlessSame(resolution, `profile intelligent with framework '${framework}'`, decision);
  });
}

/** The feature flags of document 002, each at its default value. */
function otherFlags(resolution: Resolution, lookup: Lookup): Divergence {
  const { effectiveContext } = resolution;
  const { info, workspace } = effectiveContext;
  const inCore = decideWithDoubts(
    resolution,
    { ...effectiveContext, profile: 'isolated', workspace: undefined, info: undefined },
    lookup,
  );
  const found = [...divergenceUnlessSet('CURSUS_HYBRID_REGISTRY', resolution, inCore)];
  if (workspace !== undefined) {
    const without = decideWithDoubts(
      resolution,
      { ...effectiveContext, workspace: undefined, info: undefined, strategy: undefined },
      lookup,
    );
    // Without CURSUS_HYBRID_REGISTRY core alone is asked, so that the context decides nothing by default.
    const isDefault = isSameOutcome(without, inCore);
    const [variable, withoutIt] = ['CURSUS_WORKSPACE_CONTEXT', `CURSUS_WORKSPACE_CONTEXT is not set`];
    found.push(
      ...(isDefault
        ? divergenceUnlessSet(variable, resolution, without)
        : divergenceUnlessSame(resolution, withoutIt, without)),
    );
  }
  if (
    info !== undefined &&
    (loadingPoints(info.header, lookup).stopsAt !== undefined || runOf(info.header, lookup) !== undefined)
  ) {
    const when = "CURSUS_REGISTRY_FALLBACK is 'core_only', as by default, and loading the registry fails";
    found.push(...divergenceUnlessSame(resolution, when, inCore));
  }
  return found;
}

function divergenceUnlessSet(unlessSet: string, resolution: Resolution, decision: Decision): Divergence {
  const when = `${unlessSet} is not 'true', as by default`;
  return divergenceUnlessSame(resolution, when, decision).map(each => ({ ...each, unlessSet }));
}

function divergenceUnlessSame(resolution: Resolution, when: string, decision: Decision): Divergence {
  if (isSameWinner(decision.winner, resolution.winner)) return [];
  const nobody = decision.undecided === undefined ? 'nobody' : 'cannot tell';
  return [
    { when, winner: decision.winner === undefined ? nobody : definitionInWords(decision.winner), why: decision.reason },
  ];
}

function isSameOutcome(a: Decision, b: Decision): boolean {
  return isSameWinner(a.winner, b.winner) && (a.undecided === undefined) === (b.undecided === undefined);
}

function isSameWinner(a: Candidate | undefined, b: Candidate | undefined): boolean {
  return a?.definition === b?.definition;
}

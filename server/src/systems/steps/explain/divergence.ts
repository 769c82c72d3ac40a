import type { Explanation } from '../../../model/explanation';
import type { Profile } from '../../../model/settings';
import { ownerOf, type Candidate } from '../resolve/candidates';
import { decide, type Decision } from '../resolve/decide';
import type { Resolution } from '../resolve/resolve';

type Divergence = Explanation['divergence'];

const WHEN: Readonly<Record<Profile, string>> = {
  isolated: 'profile isolated, get_all_step_definitions() and STEP_NAMES at run time',
  hybrid: 'profile hybrid, get_step_definition() at run time',
  intelligent: 'profile intelligent',
};

/** Which profiles, real functions and flags would give another winner. */
export function divergenceOf(resolution: Resolution): Divergence {
  return [...otherProfiles(resolution), ...otherFrameworks(resolution), ...flags(resolution)];
}

function otherProfiles(resolution: Resolution): Divergence {
  const { situation, candidates } = resolution;
  const profiles = (['isolated', 'hybrid', 'intelligent'] as const).filter(profile => profile !== situation.profile);
  return profiles.flatMap(profile =>
    unlessSame(resolution, WHEN[profile], decide(candidates, { ...situation, profile })),
  );
}

/** Frameworks of candidates that would settle the intelligent profile in another way. */
function otherFrameworks(resolution: Resolution): Divergence {
  const { situation, candidates } = resolution;
  const usual = decide(candidates, { ...situation, profile: 'intelligent' }).winner;
  const frameworks = new Set(candidates.flatMap(({ framework }) => (typeof framework === 'string' ? framework : [])));
  return [...frameworks].sort().flatMap(framework => {
    if (situation.frameworks[0] === framework) return [];
    const decision = decide(candidates, { ...situation, profile: 'intelligent', frameworks: [framework] });
    if (same(decision.winner, usual)) return [];
    return unlessSame(resolution, `profile intelligent with framework '${framework}'`, decision);
  });
}

/** The feature flags of document 002, by what they are unless somebody sets them. */
function flags(resolution: Resolution): Divergence {
  const { situation, candidates } = resolution;
  const { info, workspace } = situation;
  const inCore = decide(candidates, { ...situation, profile: 'isolated', workspace: undefined });
  const found = [...unlessSame(resolution, "CURSUS_HYBRID_REGISTRY is not 'true', as by default", inCore)];
  if (workspace !== undefined) {
    const without = decide(candidates, { ...situation, workspace: undefined, strategy: undefined });
    found.push(...unlessSame(resolution, "CURSUS_WORKSPACE_CONTEXT is not 'true', as by default", without));
  }
  if (info !== undefined && (info.header.stopsAt !== undefined || info.header.file.incomplete)) {
    const when = "CURSUS_REGISTRY_FALLBACK is 'core_only', as by default, and loading the registry fails";
    found.push(...unlessSame(resolution, when, inCore));
  }
  return found;
}

function unlessSame(resolution: Resolution, when: string, decision: Decision): Divergence {
  if (same(decision.winner, resolution.winner)) return [];
  const winner = decision.winner === undefined ? 'nobody' : ownerOf(decision.winner);
  return [{ when, winner, why: decision.reason }];
}

function same(a: Candidate | undefined, b: Candidate | undefined): boolean {
  return a?.definition === b?.definition;
}

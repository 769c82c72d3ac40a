import type { Explanation } from '../../model/explanation';
import type { Profile } from '../../model/settings';
import { ownerOf, type Candidate } from './candidates';
import { decide, type Decision, type Preferences } from './decide';
import type { Resolution } from './resolve';

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
  return profiles.flatMap(profile => {
    const decision = decide(candidates, { ...situation, profile });
    const note = profile === 'hybrid' ? directoryOrder(decision, situation) : '';
    return unlessSame(resolution, WHEN[profile], decision, note);
  });
}

/** The real function asks other workspaces in the order in which the disk lists them. */
function directoryOrder({ winner, asked }: Decision, { workspace }: Preferences): string {
  const others = new Set(asked.flatMap(candidate => candidate.workspace ?? []));
  if (winner === undefined || winner.scope === 'core' || winner.workspace === workspace || others.size < 2) return '';
  return '; at run time the order of the directories decides between workspaces, which may be another';
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

function unlessSame(resolution: Resolution, when: string, decision: Decision, note = ''): Divergence {
  if (same(decision.winner, resolution.winner)) return [];
  const winner = decision.winner === undefined ? 'nobody' : ownerOf(decision.winner);
  return [{ when, winner, why: decision.reason + note }];
}

function same(a: Candidate | undefined, b: Candidate | undefined): boolean {
  return a?.definition === b?.definition;
}

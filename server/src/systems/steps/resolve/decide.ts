import { isUnknown } from '../../../model/value';
import { byOwner, ownerOf, type Candidate } from './candidates';
import type { Situation } from './effective-context';

/** Who wins among candidates, and why. */
export interface Decision {
  readonly winner: Candidate | undefined;
  /** The test that decided; for an open choice, none. */
  readonly strategy: string | undefined;
  readonly reason: string;
  /** Those that took part, in the order in which they are asked; the profile never asks any other. */
  readonly asked: readonly Candidate[];
  /** Those that were as good as the winner, which only stands before them in order. */
  readonly tied: readonly Candidate[];
  /** What else there is to know: a strategy that does nothing. */
  readonly notes: readonly string[];
  /** Several are left, and nothing that is known decides between them. */
  readonly ambiguous: boolean;
}

/** What decides between candidates; it needs nothing of a situation but this. */
export type Preferences = Pick<Situation, 'profile' | 'mode' | 'workspace' | 'frameworks' | 'environment' | 'strategy'>;

/** Decides by the profile (resolution.md). The order of `candidates` only matters within one table of one workspace. */
export function decide(candidates: readonly Candidate[], preferences: Preferences): Decision {
  if (preferences.profile === 'intelligent') return byTests(nominees(candidates), preferences);
  return byOrder(inOrder(candidates, preferences), preferences);
}

/** The candidates in the order in which `isolated` and `hybrid` ask them. */
function inOrder(candidates: readonly Candidate[], { profile, workspace }: Preferences): Candidate[] {
  const of = (scope: Candidate['scope'], mine: boolean): Candidate[] =>
    candidates.filter(candidate => candidate.scope === scope && (candidate.workspace === workspace) === mine);
  const core = candidates.filter(({ scope }) => scope === 'core');
  if (profile === 'isolated')
    return workspace === undefined ? core : [...of('override', true), ...of('workspace', true), ...core];
  const own = workspace === undefined ? [] : [...of('workspace', true), ...of('override', true)];
  const others = [...of('workspace', false), ...of('override', false)].sort(byOwner);
  return [...own, ...others, ...core];
}

function byOrder(asked: readonly Candidate[], { profile, workspace }: Preferences): Decision {
  const [winner] = asked;
  if (winner === undefined) return undecided(asked, nowhere(profile, workspace));
  return decided(winner, asked, 'workspace_priority', reasonOf(winner, workspace, asked));
}

function nowhere(profile: Preferences['profile'], workspace: string | undefined): string {
  if (profile !== 'isolated') return 'no registry has a step of this name';
  return workspace === undefined
    ? 'core has no step of this name'
    : 'neither the workspace nor core has a step of this name';
}

function reasonOf(winner: Candidate, workspace: string | undefined, asked: readonly Candidate[]): string {
  if (winner.scope === 'core')
    return workspace === undefined ? 'core has it' : `workspace '${workspace}' does not have it, core does`;
  if (winner.workspace === workspace)
    return asked.length > 1 ? `the ${ownerOf(winner)} is asked first` : `only workspace '${workspace ?? ''}' has it`;
  const leak = `it leaks in from workspace '${winner.workspace ?? ''}', which is asked before core`;
  const owners = new Set(asked.flatMap(candidate => candidate.workspace ?? []));
  return owners.size < 2 ? leak : `${leak}; at run time the order of the directories decides which workspace that is`;
}

/** One candidate for core and each workspace, which puts up its override, else its local. */
function nominees(candidates: readonly Candidate[]): Candidate[] {
  const chosen = new Map<string | undefined, Candidate>();
  for (const candidate of candidates) {
    const before = chosen.get(candidate.workspace);
    if (before === undefined || (before.scope !== 'override' && candidate.scope === 'override'))
      chosen.set(candidate.workspace, candidate);
  }
  return [...chosen.values()].sort(byOwner);
}

type Test = 'workspace_priority' | 'framework_match' | 'environment_match' | 'priority_based';
const TESTS: readonly Test[] = ['workspace_priority', 'framework_match', 'environment_match', 'priority_based'];

/** What a test says: who wins, that it cannot tell, or nothing. */
interface Verdict {
  readonly winner?: Candidate;
  readonly tied?: readonly Candidate[];
  readonly reason: string;
}

function byTests(asked: readonly Candidate[], preferences: Preferences): Decision {
  const [first, second] = asked;
  if (first === undefined) return undecided(asked, nowhere('intelligent', undefined));
  if (second === undefined) return decided(first, asked, 'no_conflict', `only ${possessor(first)} has it`);
  const { strategy, note } = strategyOf(asked, preferences);
  const notes = note === undefined ? [] : [note];
  if (isUnknown(strategy)) return open(asked, `cannot tell: its strategy is decided at run time (${strategy.unknown})`);
  if (strategy === 'manual') return open(asked, `the strategy 'manual' leaves the choice to a person`);
  for (const test of testsInOrder(strategy, preferences)) {
    const verdict = RUN[test](asked, preferences);
    if (verdict?.winner === undefined && verdict !== undefined) return open(asked, verdict.reason, notes);
    if (verdict?.winner !== undefined)
      return { ...decided(verdict.winner, asked, test, verdict.reason), tied: verdict.tied ?? [], notes };
  }
  return open(asked, `several registries have it, and mode '${preferences.mode}' leaves the choice to a person`, notes);
}

/** The context workspace's own strategy, else that of its metadata. */
function strategyOf(
  asked: readonly Candidate[],
  preferences: Preferences,
): { strategy: Candidate['strategy']; note?: string } {
  const { workspace } = preferences;
  const own =
    workspace === undefined ? undefined : asked.find(candidate => candidate.workspace === workspace)?.strategy;
  const strategy = own ?? preferences.strategy;
  if (typeof strategy !== 'string' || strategy === 'manual' || (TESTS as readonly string[]).includes(strategy))
    return { strategy };
  return {
    strategy: undefined,
    note: `the strategy '${strategy}' is not supported, so the tests keep their usual order`,
  };
}

/** A strategy moves its test to the front. Only `automatic` lets a number decide. */
function testsInOrder(strategy: string | undefined, { mode }: Preferences): Test[] {
  const tests = TESTS.filter(test => mode === 'automatic' || test !== 'priority_based');
  return [...tests.filter(test => test === strategy), ...tests.filter(test => test !== strategy)];
}

const RUN: Readonly<Record<Test, (asked: readonly Candidate[], preferences: Preferences) => Verdict | undefined>> = {
  workspace_priority(asked, { workspace }) {
    const winner = workspace === undefined ? undefined : asked.find(candidate => candidate.workspace === workspace);
    return winner && { winner, reason: `workspace '${workspace ?? ''}' has it itself` };
  },
  framework_match(asked, { frameworks }) {
    for (const wanted of frameworks) {
      const verdict = onlyOne(asked, `framework '${wanted}'`, ({ framework }) =>
        isUnknown(framework) ? undefined : framework === wanted,
      );
      if (verdict !== undefined) return verdict;
    }
    return undefined;
  },
  environment_match(asked, { environment: wanted }) {
    if (wanted.length === 0) return undefined;
    return onlyOne(asked, `environment '${wanted.join(', ')}'`, ({ environment }) =>
      'unknown' in environment ? undefined : environment.length === 0 || environment.some(tag => wanted.includes(tag)),
    );
  },
  priority_based(asked) {
    const unknown = asked.find(({ priority }) => isUnknown(priority));
    if (unknown !== undefined)
      return { reason: `cannot tell: the priority of ${possessor(unknown)} is decided at run time` };
    const lowest = Math.min(...asked.map(({ priority }) => Number(priority)));
    const [winner, ...tied] = asked.filter(({ priority }) => priority === lowest);
    if (tied.length === 0) return { winner: winner!, reason: `its priority ${lowest} is the lowest number` };
    const reason = `priority ${lowest} is a tie, which goes to core first, then to the workspaces by name`;
    return { winner: winner!, tied, reason };
  },
};

/** Decides if exactly one fits; `fits` gives nothing for what is decided at run time. */
function onlyOne(
  asked: readonly Candidate[],
  what: string,
  fits: (candidate: Candidate) => boolean | undefined,
): Verdict | undefined {
  const fitting = asked.filter(candidate => fits(candidate) === true);
  if (fitting.length > 1) return undefined;
  const unknown = asked.find(candidate => fits(candidate) === undefined);
  if (unknown !== undefined)
    return { reason: `cannot tell: whether ${possessor(unknown)} fits ${what} is decided at run time` };
  return fitting[0] && { winner: fitting[0], reason: `it is the only one that fits ${what}` };
}

function possessor({ scope, workspace }: Candidate): string {
  return scope === 'core' ? 'core' : `workspace '${workspace ?? ''}'`;
}

function decided(winner: Candidate, asked: readonly Candidate[], strategy: string, reason: string): Decision {
  return { winner, strategy, reason, asked, tied: [], notes: [], ambiguous: false };
}

function undecided(asked: readonly Candidate[], reason: string): Decision {
  return { winner: undefined, strategy: undefined, reason, asked, tied: [], notes: [], ambiguous: false };
}

function open(asked: readonly Candidate[], reason: string, notes: readonly string[] = []): Decision {
  return { ...undecided(asked, reason), notes, ambiguous: true };
}

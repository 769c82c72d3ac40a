import { defined } from '../../../base/defined';
import type { Place } from '../../../model/fact';
import { isUnknown } from '../../../model/value';
import { compareOwners, definitionInWords, type Candidate } from './candidates';
import type { EffectiveContext } from './effective-context';

/** Which of some candidates wins, and why. */
export interface Decision {
  readonly winner: Candidate | undefined;
  /** The name of the test that decided; undefined if nothing decides. */
  readonly strategy: string | undefined;
  readonly reason: string;
  /** The candidates that the profile considers, in the order in which it asks them. */
  readonly contenders: readonly Candidate[];
  /** The candidates that were as good as the winner, which merely comes before them in order. */
  readonly tied: readonly Candidate[];
  /** Remarks for the reader, such as that a strategy has no effect. */
  readonly notes: readonly string[];
  /** Several candidates are left, and nothing that is known decides between them. */
  readonly ambiguous: boolean;
  /** In the mode `interactive` a person decides: the winner is what the person has chosen, if anything. */
  readonly asksPerson?: true;
  /** Code decides who wins; `reason` says so. The place of the code, if it is not in the values of a contender. */
  readonly undecided?: { readonly at?: Place };
}

/** What decides between candidates; a part of the effective context. */
export type Preferences = Pick<
  EffectiveContext,
  'profile' | 'mode' | 'workspace' | 'frameworks' | 'environment' | 'strategy' | 'chosen'
>;

/**
 * Decides as the profile says (resolution.md). The order of `candidates` matters only within one table of a workspace.
 */
export function decide(candidates: readonly Candidate[], preferences: Preferences): Decision {
  if (preferences.profile === 'intelligent') return decideByTests(preferredPerOwner(candidates), preferences);
  return decideByPrecedence(inPrecedence(candidates, preferences), preferences);
}

/** The candidates in the order in which `isolated` and `hybrid` ask them. */
function inPrecedence(candidates: readonly Candidate[], { profile, workspace }: Preferences): Candidate[] {
  const of = (scope: Candidate['scope'], isOwn: boolean): Candidate[] =>
    candidates.filter(candidate => candidate.scope === scope && (candidate.workspace === workspace) === isOwn);
  const core = candidates.filter(({ scope }) => scope === 'core');
  if (profile === 'isolated')
    return workspace === undefined ? core : [...of('override', true), ...of('workspace', true), ...core];
  const own = workspace === undefined ? [] : [...of('workspace', true), ...of('override', true)];
  const others = [...of('workspace', false), ...of('override', false)].sort(compareOwners);
  return [...own, ...others, ...core];
}

function decideByPrecedence(contenders: readonly Candidate[], { profile, workspace }: Preferences): Decision {
  const [winner] = contenders;
  if (winner === undefined) return noWinner(contenders, reasonNotFound(profile, workspace));
  return decisionFor(winner, contenders, 'workspace_priority', reasonForFirst(winner, workspace, contenders));
}

function reasonNotFound(profile: Preferences['profile'], workspace: string | undefined): string {
  if (profile !== 'isolated') return 'no registry has a step of this name';
  return workspace === undefined
    ? 'core has no step of this name'
    : 'neither the workspace nor core has a step of this name';
}

function reasonForFirst(winner: Candidate, workspace: string | undefined, contenders: readonly Candidate[]): string {
  if (winner.scope === 'core')
    return workspace === undefined ? 'core has it' : `workspace '${workspace}' does not have it, core does`;
  if (winner.workspace === workspace)
    return contenders.length > 1
      ? `the ${definitionInWords(winner)} is asked first`
      : `only workspace '${workspace ?? ''}' has it`;
  const leak = `it leaks in from workspace '${winner.workspace ?? ''}', which is asked before core`;
  const owners = new Set(contenders.flatMap(candidate => candidate.workspace ?? []));
  return owners.size < 2 ? leak : `${leak}; at run time the order of the directories decides which workspace that is`;
}

/** One candidate for core and for each workspace: of a workspace its override, else its local step. */
function preferredPerOwner(candidates: readonly Candidate[]): Candidate[] {
  const chosen = new Map<string | undefined, Candidate>();
  for (const candidate of candidates) {
    const before = chosen.get(candidate.workspace);
    if (before === undefined || (before.scope !== 'override' && candidate.scope === 'override'))
      chosen.set(candidate.workspace, candidate);
  }
  return [...chosen.values()].sort(compareOwners);
}

type TestName = 'workspace_priority' | 'framework_match' | 'environment_match' | 'priority_based';
const TEST_ORDER: readonly TestName[] = [
  'workspace_priority',
  'framework_match',
  'environment_match',
  'priority_based',
];

/** What a test says: with `winner` who wins and why, without it why the test cannot tell. */
interface Verdict {
  readonly winner?: Candidate;
  readonly tied?: readonly Candidate[];
  readonly reason: string;
}

function decideByTests(contenders: readonly Candidate[], preferences: Preferences): Decision {
  const [first, second] = contenders;
  if (first === undefined) return noWinner(contenders, reasonNotFound('intelligent', undefined));
  if (second === undefined) return decisionFor(first, contenders, 'no_conflict', `only ${ownerInWords(first)} has it`);
  const { strategy, note } = strategyOf(contenders, preferences);
  const notes = note === undefined ? [] : [note];
  if (isUnknown(strategy))
    return {
      ...openChoice(contenders, `cannot tell: its strategy is decided at run time (${strategy.unknown})`),
      undecided: {},
    };
  if (strategy === 'manual')
    return choiceOfPerson(contenders, preferences, `the strategy 'manual' leaves the choice to a person`);
  for (const test of testsInOrder(strategy, preferences)) {
    const verdict = TESTS[test](contenders, preferences);
    if (verdict?.winner === undefined && verdict !== undefined)
      return { ...openChoice(contenders, verdict.reason, notes), undecided: {} };
    if (verdict?.winner !== undefined)
      return { ...decisionFor(verdict.winner, contenders, test, verdict.reason), tied: verdict.tied ?? [], notes };
  }
  return choiceOfPerson(
    contenders,
    preferences,
    `several registries have it, and mode '${preferences.mode}' leaves the choice to a person`,
    notes,
  );
}

/** The strategy of the contender in the context's workspace, else the default in the metadata of that workspace. */
function strategyOf(
  contenders: readonly Candidate[],
  preferences: Preferences,
): { strategy: Candidate['strategy']; note?: string } {
  const { workspace } = preferences;
  const own =
    workspace === undefined ? undefined : contenders.find(candidate => candidate.workspace === workspace)?.strategy;
  const strategy = own ?? preferences.strategy;
  if (typeof strategy !== 'string' || strategy === 'manual' || (TEST_ORDER as readonly string[]).includes(strategy))
    return { strategy };
  return {
    strategy: undefined,
    note: `the strategy '${strategy}' is not supported, so the tests keep their usual order`,
  };
}

/** The tests in order: the strategy's own test first. Priorities decide in the mode `automatic` only. */
function testsInOrder(strategy: string | undefined, { mode }: Preferences): TestName[] {
  const tests = TEST_ORDER.filter(test => mode === 'automatic' || test !== 'priority_based');
  return [...tests.filter(test => test === strategy), ...tests.filter(test => test !== strategy)];
}

const TESTS: Readonly<
  Record<TestName, (contenders: readonly Candidate[], preferences: Preferences) => Verdict | undefined>
> = {
  workspace_priority(contenders, { workspace }) {
    const winner =
      workspace === undefined ? undefined : contenders.find(candidate => candidate.workspace === workspace);
    return winner && { winner, reason: `workspace '${workspace ?? ''}' has it itself` };
  },
  framework_match(contenders, { frameworks }) {
    for (const wanted of frameworks) {
      const verdict = onlyFitting(contenders, `framework '${wanted}'`, ({ framework }) =>
        isUnknown(framework) ? undefined : framework === wanted,
      );
      if (verdict !== undefined) return verdict;
    }
    return undefined;
  },
  environment_match(contenders, { environment: wanted }) {
    if (wanted.length === 0) return undefined;
    return onlyFitting(contenders, `environment '${wanted.join(', ')}'`, ({ environment }) =>
      'unknown' in environment ? undefined : environment.length === 0 || environment.some(tag => wanted.includes(tag)),
    );
  },
  priority_based(contenders) {
    const unknown = contenders.find(({ priority }) => isUnknown(priority));
    if (unknown !== undefined)
      return { reason: `cannot tell: the priority of ${ownerInWords(unknown)} is decided at run time` };
    const lowest = Math.min(...contenders.map(({ priority }) => Number(priority)));
    const [first, ...tied] = contenders.filter(({ priority }) => priority === lowest);
    const winner = defined(first, 'a contender of the lowest priority');
    if (tied.length === 0) return { winner, reason: `its priority ${lowest} is the lowest number` };
    const reason = `priority ${lowest} is a tie, which goes to core first, then to the workspaces by name`;
    return { winner, tied, reason };
  },
};

/**
 * Decides for the only contender that fits; undefined if none or several do. `fits` returns undefined if code decides.
 */
function onlyFitting(
  contenders: readonly Candidate[],
  what: string,
  fits: (candidate: Candidate) => boolean | undefined,
): Verdict | undefined {
  const fitting = contenders.filter(candidate => fits(candidate) === true);
  if (fitting.length > 1) return undefined;
  const unknown = contenders.find(candidate => fits(candidate) === undefined);
  if (unknown !== undefined)
    return { reason: `cannot tell: whether ${ownerInWords(unknown)} fits ${what} is decided at run time` };
  return fitting[0] && { winner: fitting[0], reason: `it is the only one that fits ${what}` };
}

function ownerInWords({ scope, workspace }: Candidate): string {
  return scope === 'core' ? 'core' : `workspace '${workspace ?? ''}'`;
}

function decisionFor(winner: Candidate, contenders: readonly Candidate[], strategy: string, reason: string): Decision {
  return { winner, strategy, reason, contenders, tied: [], notes: [], ambiguous: false };
}

function noWinner(contenders: readonly Candidate[], reason: string): Decision {
  return { winner: undefined, strategy: undefined, reason, contenders, tied: [], notes: [], ambiguous: false };
}

/** What a person has chosen in the mode `interactive`; nobody wins in other modes, or as long as nothing is chosen. */
function choiceOfPerson(
  contenders: readonly Candidate[],
  { mode, chosen }: Preferences,
  reason: string,
  notes: readonly string[] = [],
): Decision {
  if (mode !== 'interactive') return openChoice(contenders, reason, notes);
  const name = contenders[0]?.definition.entry.name ?? '';
  const words = chosen?.get(name);
  const winner = contenders.find(candidate => definitionInWords(candidate) === words);
  if (winner === undefined) return { ...openChoice(contenders, reason, notes), asksPerson: true };
  const why = `you have chosen it in the editor or the terminal; to the run time it is open: ${reason}`;
  return { ...decisionFor(winner, contenders, 'interactive', why), notes, asksPerson: true };
}

function openChoice(contenders: readonly Candidate[], reason: string, notes: readonly string[] = []): Decision {
  return { ...noWinner(contenders, reason), notes, ambiguous: true };
}

import { diffMarkdown, diffText, type Blame } from '../../features/states/diff-report';
import { diffStates, isEmptyDiff, type StateDiff } from '../../features/states/state-diff';
import { blameWinners } from './blame';
import { JSON_VERSION, jsonText } from '../../features/text/json';
import type { RepositoryOptions } from '../environment/repository';
import { historyRootOf, openState, type NamedState } from '../environment/states';
import type { Terminal } from '../environment/terminal';
import { WrongUse } from '../environment/wrong-use';

/** The options of `diff`. */
export interface DiffOptions extends RepositoryOptions {
  readonly format: 'text' | 'json' | 'markdown';
  readonly failOn: 'any' | 'winners' | 'removed' | 'broken' | 'never';
  readonly blame?: boolean;
}

/** Says what differs between two states. Exit code 1 when there is something of what `--fail-on` names. */
export async function diff(
  from: string,
  to: string | undefined,
  options: DiffOptions,
  terminal: Terminal,
): Promise<number> {
  const a = await openState(from, options, terminal);
  const b = await openState(to ?? options.root ?? '.', options, terminal);
  const found = diffStates(a.state, b.state);
  const blame = options.blame === true ? await blameOf(found, a, b, options) : undefined;
  const labels = { a: a.label, b: b.label };
  if (options.format === 'json') terminal.write(jsonText(diffJson(found, blame)));
  else if (options.format === 'markdown') terminal.write(diffMarkdown(found, labels, blame));
  else terminal.write(diffText(found, labels, blame, terminal));
  return FAILS[options.failOn](found) ? 1 : 0;
}

/** The JSON of `diff` (cli.md). */
export function diffJson(
  { added, removed, changed, winners, undecided, open, broken }: StateDiff,
  blame?: readonly (Blame | undefined)[],
): object {
  return {
    version: JSON_VERSION,
    added,
    removed,
    changed,
    winners: winners.map((each, i) => (blame === undefined ? each : { ...each, blame: blame[i] ?? null })),
    ...(undecided.length === 0 ? {} : { undecided }),
    ...(open.length === 0 ? {} : { open }),
    ...(broken.length === 0 ? {} : { broken }),
  };
}

const FAILS: Readonly<Record<DiffOptions['failOn'], (diff: StateDiff) => boolean>> = {
  any: found => !isEmptyDiff(found),
  winners: ({ winners }) => winners.length > 0,
  removed: ({ removed, undecided }) => removed.length + undecided.filter(({ after }) => after === null).length > 0,
  broken: ({ broken }) => broken.length > 0,
  never: () => false,
};

/** Blame needs a history: both ends are commits, or the second one is the files that stand on its last commit. */
async function blameOf(
  found: StateDiff,
  a: NamedState,
  b: NamedState,
  options: DiffOptions,
): Promise<readonly (Blame | undefined)[]> {
  if (a.at === undefined) throw new WrongUse('--blame takes a branch, tag or commit to begin with.');
  const { history } = a.at;
  const isHere = b.root !== undefined && b.root === historyRootOf(options);
  const end = b.at?.commit ?? (isHere ? await history.resolve('HEAD') : undefined);
  if (end === undefined) throw new WrongUse('--blame takes a second branch, tag or commit, or the files on disk.');
  return blameWinners(found.winners, history, { from: a.at.commit, to: end }, options, b.root);
}

import type { Context, Outcome } from '../../model/explanation';
import type { Fact } from '../../model/fact';
import type { Lookup } from '../../model/lookup';
import { settingsOf } from '../../model/settings';
import type { Answers, Refused } from '../../systems/system';
import type { Workspace } from '../../workspace';

export interface NameChange {
  readonly from: string;
  readonly to: string;
  readonly defines: readonly Fact[];
}

/**
 * Why a rename would change what else runs: asks for the old and the new name in every workspace and outside of them,
 * before and after, in the profile that the project is judged by. Nothing when only the renamed definitions have moved.
 */
export function otherWinners(
  workspace: Workspace,
  answers: Answers,
  change: NameChange,
  after: Lookup,
): Refused | undefined {
  if (change.defines.length === 0) return undefined;
  const { lookup } = workspace;
  const { profile, mode } = settingsOf(lookup).resolution;
  const ids = new Set(answers.workspaces?.(lookup).map(({ id }) => id));
  for (const id of [undefined, ...ids]) {
    const context: Context = { profile, mode, ...(id === undefined ? {} : { workspace: id }) };
    const ask = (name: string, facts: Lookup): Outcome =>
      answers.outcome?.(name, context, facts) ?? answers.explain(name, context, facts).outcome;
    const why = difference(change, {
      old: [ask(change.from, lookup), ask(change.from, after)],
      new: [ask(change.to, lookup), ask(change.to, after)],
    });
    if (why !== undefined)
      return { refused: id === undefined ? `Outside of workspaces ${why}` : `In workspace '${id}' ${why}` };
  }
  return undefined;
}

/** What each name means, before and after. */
interface Meanings {
  readonly old: readonly [Outcome, Outcome];
  readonly new: readonly [Outcome, Outcome];
}

function difference({ from, to, defines }: NameChange, meanings: Meanings): string | undefined {
  const [oldBefore, oldAfter] = meanings.old;
  const [newBefore, newAfter] = meanings.new;
  const isRenamed = oldBefore.at !== undefined && defines.includes(oldBefore.at.fact);
  if (!isRenamed && !isSame(oldBefore, oldAfter))
    return `'${from}' would mean ${owner(oldAfter)} instead of ${owner(oldBefore)}`;
  if (isRenamed && oldAfter.resolved) return `'${from}' would then mean ${owner(oldAfter)}`;
  if (isRenamed && newBefore.resolved) return `'${to}' already means ${owner(newBefore)}`;
  if (isRenamed && newAfter.at?.fact.file.path !== oldBefore.at.fact.file.path)
    return `'${to}' would mean ${owner(newAfter)} instead of ${owner(oldBefore)}`;
  if (!isRenamed && newBefore.resolved && !isSame(newBefore, newAfter))
    return `'${to}' would mean ${owner(newAfter)} instead of ${owner(newBefore)}`;
  return undefined;
}

function isSame(a: Outcome, b: Outcome): boolean {
  return a.winner === b.winner && a.at?.fact.file.path === b.at?.fact.file.path;
}

/** `override of alice` → `the override of alice`. */
function owner({ resolved, winner }: Outcome): string {
  if (!resolved) return 'nothing';
  return winner === undefined || winner === 'core' ? "core's" : `the ${winner}`;
}

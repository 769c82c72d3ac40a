import type { Context, Outcome } from '../../model/explanation';
import type { Fact } from '../../model/fact';
import type { Lookup } from '../../model/lookup';
import { settingsOf } from '../../model/settings';
import type { Answers, Refused } from '../../systems/system';
import type { Workspace } from '../../workspace';

/** A rename of a definition. `renamedFacts` are the facts, as they are before it, that get the new name. */
export interface NameChange {
  readonly from: string;
  readonly to: string;
  readonly renamedFacts: readonly Fact[];
}

/**
 * Refuses a rename that would change the winner of a name: resolves the old and the new name in every workspace and
 * outside of them, before and after the rename, in the profile of the project. Returns undefined if each name means
 * what it meant before, except that the renamed definitions have the new name.
 */
export function changedWinnerRefusal(
  workspace: Workspace,
  answers: Answers,
  change: NameChange,
  after: Lookup,
): Refused | undefined {
  if (change.renamedFacts.length === 0) return undefined;
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

/** The outcomes of both names, each before and after the rename. */
interface Meanings {
  readonly old: readonly [Outcome, Outcome];
  readonly new: readonly [Outcome, Outcome];
}

function difference({ from, to, renamedFacts }: NameChange, meanings: Meanings): string | undefined {
  const [oldBefore, oldAfter] = meanings.old;
  const [newBefore, newAfter] = meanings.new;
  const isRenamed = oldBefore.at !== undefined && renamedFacts.includes(oldBefore.at.fact);
  if (!isRenamed && !isSame(oldBefore, oldAfter))
    return `'${from}' would mean ${ownerInWords(oldAfter)} instead of ${ownerInWords(oldBefore)}`;
  if (isRenamed && oldAfter.resolved) return `'${from}' would then mean ${ownerInWords(oldAfter)}`;
  if (isRenamed && newBefore.resolved) return `'${to}' already means ${ownerInWords(newBefore)}`;
  if (isRenamed && newAfter.at?.fact.file.path !== oldBefore.at.fact.file.path)
    return `'${to}' would mean ${ownerInWords(newAfter)} instead of ${ownerInWords(oldBefore)}`;
  if (!isRenamed && newBefore.resolved && !isSame(newBefore, newAfter))
    return `'${to}' would mean ${ownerInWords(newAfter)} instead of ${ownerInWords(newBefore)}`;
  return undefined;
}

function isSame(a: Outcome, b: Outcome): boolean {
  return a.winner === b.winner && a.at?.fact.file.path === b.at?.fact.file.path;
}

/** `override of alice` → `the override of alice`. */
function ownerInWords({ resolved, winner }: Outcome): string {
  if (!resolved) return 'nothing';
  return winner === undefined || winner === 'core' ? "core's" : `the ${winner}`;
}

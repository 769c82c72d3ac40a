import type { Context, Explanation } from '../../model/explanation';
import type { Workspace } from '../../workspace';
import type { Preferences } from '../context';
import { withPolicies } from './policies';
import { nameAt } from '../at-cursor/name-at';

/**
 * Explains a name in every system that knows it, or only in the system of `kind`. A name that no system knows is
 * explained by every system that knows any name: why the name means nothing is an answer, too.
 */
export function explain(workspace: Workspace, name: string, context: Context, kind?: string): readonly Explanation[] {
  const { lookup } = workspace;
  const asked =
    kind === undefined
      ? answersInUse(workspace.answers, lookup)
      : workspace.answers.filter(answers => answers.kind === kind);
  const knowing = asked.filter(answers => answers.names(lookup).includes(name));
  return (knowing.length === 0 ? asked : knowing).map(answers =>
    withPolicies(answers.explain(name, context, lookup), answers, workspace),
  );
}

/** The systems of which the repository has definitions; all systems if it has no definitions at all. */
export function answersInUse(answers: Workspace['answers'], lookup: Workspace['lookup']): Workspace['answers'] {
  const used = answers.filter(each => each.names(lookup).length > 0);
  return used.length === 0 ? answers : used;
}

/** The name that can be explained for the text at `offset`, and the context that the text is read in. */
export function explainableAt(
  workspace: Workspace,
  path: string,
  offset: number,
  preferences: Preferences,
): { readonly name: string; readonly kind: string; readonly context: Context } | undefined {
  const found = nameAt(workspace, path, offset, preferences);
  if (found === undefined) return undefined;
  const { answers, named, context } = found;
  const name = answers.describe(named, context, workspace.lookup)?.explain;
  return name === undefined ? undefined : { name, kind: answers.kind, context };
}

/**
 * Every name that can be explained, sorted, each once. An empty name can be in a registry, but nobody can ask for it.
 */
export function explainableNames(workspace: Workspace): readonly string[] {
  const all = workspace.answers.flatMap(answers => answers.names(workspace.lookup));
  return [...new Set(all)].filter(name => name !== '').sort();
}

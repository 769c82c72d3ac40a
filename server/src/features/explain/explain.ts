import type { Context, Explanation } from '../../model/explanation';
import type { Workspace } from '../../workspace';
import type { Preferences } from '../context';
import { withPolicies } from './policies';
import { namedAt } from '../at-cursor/name-at';

/**
 * Explains a name in every system that knows it, or in the system of `kind` alone. A name that none of them knows is
 * explained as well, by every system that knows any name: why it means nothing is an answer.
 */
export function explain(workspace: Workspace, name: string, context: Context, kind?: string): readonly Explanation[] {
  const { lookup } = workspace;
  const asked =
    kind === undefined ? inUse(workspace.answers, lookup) : workspace.answers.filter(answers => answers.kind === kind);
  const knowing = asked.filter(answers => answers.names(lookup).includes(name));
  return (knowing.length === 0 ? asked : knowing).map(answers =>
    withPolicies(answers.explain(name, context, lookup), answers, workspace),
  );
}

/** The systems that the repository has anything of; all, where it has nothing of any. */
export function inUse(answers: Workspace['answers'], lookup: Workspace['lookup']): Workspace['answers'] {
  const used = answers.filter(each => each.names(lookup).length > 0);
  return used.length === 0 ? answers : used;
}

/** The name that can be explained for what the text at `offset` names, and the context it stands in. */
export function explainableAt(
  workspace: Workspace,
  path: string,
  offset: number,
  preferences: Preferences,
): { readonly name: string; readonly kind: string; readonly context: Context } | undefined {
  const found = namedAt(workspace, path, offset, preferences);
  if (found === undefined) return undefined;
  const { answers, named, context } = found;
  const name = answers.describe(named, context, workspace.lookup)?.explain;
  return name === undefined ? undefined : { name, kind: answers.kind, context };
}

/** Every name that can be explained, sorted, each once; an empty one can be written but not asked for. */
export function names(workspace: Workspace): readonly string[] {
  const all = workspace.answers.flatMap(answers => answers.names(workspace.lookup));
  return [...new Set(all)].filter(name => name !== '').sort();
}

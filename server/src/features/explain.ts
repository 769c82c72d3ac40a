import type { Context, Explanation } from '../model/explanation';
import type { Workspace } from '../workspace';

/**
 * Explains a name in every system that knows it, or in the system of `kind` alone. A name that none of them knows is
 * explained as well: why it means nothing is an answer.
 */
export function explain(workspace: Workspace, name: string, context: Context, kind?: string): readonly Explanation[] {
  const { lookup } = workspace;
  const asked = workspace.answers.filter(answers => kind === undefined || answers.kind === kind);
  const knowing = asked.filter(answers => answers.names(lookup).includes(name));
  return (knowing.length === 0 ? asked : knowing).map(answers => answers.explain(name, context, lookup));
}

/** Every name that can be explained, sorted, each once. */
export function names(workspace: Workspace): readonly string[] {
  const all = workspace.answers.flatMap(answers => answers.names(workspace.lookup));
  return [...new Set(all)].sort();
}

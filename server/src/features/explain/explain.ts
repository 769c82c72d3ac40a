import type { Context, Explanation } from '../../model/explanation';
import type { Workspace } from '../../workspace';
import { withPolicies } from './policies';
import { meant, type Meant } from './meant';

/**
 * Explains a name in every system that knows it, or only in the system of `kind`; a text that no system knows as a name by what it
 * means (`meant`). Where that is nothing, one system says why: the one that says most.
 */
export function explain(workspace: Workspace, text: string, context: Context, kind?: string): readonly Explanation[] {
  const found = meant(workspace, text, context, askedOf(workspace, kind));
  const all = found.map(each => explained(workspace, text, each, context));
  const isName = found.some(({ name }) => name === text);
  return isName ? all : all.toSorted((a, b) => rank(a) - rank(b)).slice(0, 1);
}

function explained(workspace: Workspace, text: string, { answers, name, tried }: Meant, context: Context): Explanation {
  const explanation = answers.explain(name ?? text, context, workspace.lookup);
  const trace = explanation.outcome.resolved === true && name === undefined ? [] : tried;
  return withPolicies({ ...explanation, trace: [...trace, ...explanation.trace] }, answers, workspace);
}

/** Explanations that are resolved come first, then those that cannot tell, then those that know what to do. */
function rank({ outcome, recommendations }: Explanation): number {
  if (outcome.resolved === true) return 0;
  if (outcome.resolved === null) return 1;
  return recommendations.length > 0 ? 2 : 3;
}

/** The systems that a question of a kind is put to: without a kind, all that the repository uses. */
export function askedOf({ answers, lookup }: Workspace, kind: string | undefined): Workspace['answers'] {
  return kind === undefined ? answersInUse(answers, lookup) : answers.filter(each => each.kind === kind);
}

/** The systems of which the repository has definitions; all systems if it has no definitions at all. */
export function answersInUse(answers: Workspace['answers'], lookup: Workspace['lookup']): Workspace['answers'] {
  const used = answers.filter(each => each.names(lookup).length > 0);
  return used.length === 0 ? answers : used;
}

/**
 * Every name that can be explained, sorted, each once. An empty name can be in a registry, but nobody can ask for it.
 */
export function explainableNames(workspace: Workspace): readonly string[] {
  const all = workspace.answers.flatMap(answers => answers.names(workspace.lookup));
  return [...new Set(all)].filter(name => name !== '').sort();
}

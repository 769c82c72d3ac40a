import type { Place } from '../../model/fact';
import type { Explanation } from '../../model/explanation';
import type { Workspace } from '../../workspace';
import { alignmentJson } from './alignment';
import { locate, type Location } from '../text/locations';

/**
 * An explanation as JSON (cli.md). Places are paths and ranges; absent places and winners are null. `outcome.resolved` is null if only
 * running the code decides, and `location` is then the place that decides; `alignment` is null where no contract is there to hold the
 * files of a step against.
 */
export function explainJson(workspace: Workspace, explanation: Explanation) {
  const { kind, subject, context, outcome, pipeline, divergence, recommendations } = explanation;
  const location = (at: Place | undefined): Location | null => (at && locate(workspace, at)) ?? null;
  return {
    kind,
    subject,
    context,
    outcome: {
      resolved: outcome.resolved,
      winner: outcome.winner ?? null,
      strategy: outcome.strategy ?? null,
      reason: outcome.reason,
      location: location(outcome.at),
    },
    trace: explanation.trace.map(({ source, at, verdict, why }) => ({ source, location: location(at), verdict, why })),
    components: explanation.components.map(({ kind, name, at, path, scope, status, tried }) => ({
      kind,
      name,
      path: path ?? at?.fact.file.path ?? null,
      location: location(at),
      scope: scope ?? null,
      status,
      tried,
    })),
    alignment: explanation.alignment === undefined ? null : alignmentJson(workspace, explanation.alignment),
    pipeline,
    divergence: divergence.map(({ when, winner, why }) => ({ when, winner, why })),
    conflicts: explanation.conflicts.map(({ message, at }) => ({ message, location: location(at) })),
    policies: (explanation.policies ?? []).map(({ policy, pack, verdict, why, at, of }) => ({
      policy,
      pack,
      verdict,
      why,
      location: location(at),
      of: location(of),
    })),
    recommendations,
    counterfactuals: explanation.counterfactuals.map(({ edit, effect, at }) => ({
      edit,
      effect,
      location: location(at),
    })),
  };
}

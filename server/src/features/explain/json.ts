import type { Place } from '../../model/fact';
import type { Context, Explanation } from '../../model/explanation';
import type { Workspace } from '../../workspace';
import { alignmentJson, type AlignmentJson } from './alignment';
import { locate, type Location } from '../text/locations';

/** An explanation as JSON (cli.md). Places are paths and ranges; absent places and winners are null. */
export interface ExplanationJson {
  readonly kind: string;
  readonly subject: string;
  readonly context: Context;
  readonly outcome: {
    /** Null if only running the code decides; `location` is then the place that decides. */
    readonly resolved: boolean | null;
    readonly winner: string | null;
    readonly strategy: string | null;
    readonly reason: string;
    readonly location: Location | null;
  };
  readonly trace: readonly {
    readonly source: string;
    readonly location: Location | null;
    readonly verdict: string;
    readonly why: string;
  }[];
  readonly components: readonly {
    readonly kind: string;
    readonly name: string;
    readonly path: string | null;
    readonly location: Location | null;
    readonly scope: string | null;
    readonly status: string;
    readonly tried: readonly string[];
  }[];
  /** Null where there is no contract to hold the files of a step against. */
  readonly alignment: AlignmentJson | null;
  readonly pipeline: Explanation['pipeline'];
  readonly divergence: Explanation['divergence'];
  readonly conflicts: readonly { readonly message: string; readonly location: Location | null }[];
  readonly policies: readonly {
    readonly policy: string;
    readonly pack: string;
    readonly verdict: string;
    readonly why: string;
    readonly location: Location | null;
    readonly of: Location | null;
  }[];
  readonly recommendations: readonly string[];
  readonly counterfactuals: readonly {
    readonly edit: string;
    readonly effect: string;
    readonly location: Location | null;
  }[];
}

export function explainJson(workspace: Workspace, explanation: Explanation): ExplanationJson {
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
    divergence,
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

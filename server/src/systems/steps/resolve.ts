import type { Context } from '../../model/explanation';
import type { Lookup } from '../../model/lookup';
import { candidateOf, type Candidate } from './candidates';
import { decide, type Decision } from './decide';
import { allDefinitions, definitionsOf, type Definition } from './definitions';
import { situationOf, type Situation } from './situation';
import { workspaceNamed } from './workspaces';

/** Who wins for a name in a context, with everything that could have (resolution.md). */
export interface Resolution extends Decision {
  readonly name: string;
  readonly situation: Situation;
  /** Every row of that name, loaded or not, by path and place. */
  readonly definitions: readonly Definition[];
  /** The loaded ones. */
  readonly candidates: readonly Candidate[];
}

export function resolveStep(name: string, context: Context, lookup: Lookup): Resolution {
  const situation = situationOf(context, lookup);
  const definitions = survivors(definitionsOf(name, lookup), lookup);
  const candidates = definitions.filter(({ lost }) => lost === undefined).map(candidateOf);
  return { name, situation, definitions, candidates, ...decide(candidates, situation) };
}

/**
 * What `STEP_NAMES` (`get_all_step_definitions`) holds in a workspace: core, then its locals, then its overrides, each
 * going over what was there. In the order of the dict: a name keeps the place where it came in.
 */
export function mergedView(lookup: Lookup, workspace?: string): ReadonlyMap<string, Definition> {
  const situation = situationOf(
    { profile: 'isolated', mode: 'automatic', ...(workspace === undefined ? {} : { workspace }) },
    lookup,
  );
  const all = survivors(allDefinitions(lookup, situation.workspace ?? ''), lookup).filter(
    ({ lost }) => lost === undefined,
  );
  const view = new Map<string, Definition>();
  for (const scope of ['core', 'workspace', 'override'])
    for (const definition of all) if (definition.scope === scope) view.set(definition.entry.name, definition);
  return view;
}

/** Of directories that end up with one id only one is loaded: see `workspaceNamed`. */
function survivors(definitions: readonly Definition[], lookup: Lookup): Definition[] {
  return definitions.map(definition => {
    const { entry, workspace, lost } = definition;
    if (workspace === undefined || survives(entry.file.path, workspace, lookup)) return definition;
    const clash = `another directory ends up as workspace '${workspace}' too, and only one of them is loaded`;
    return { ...definition, lost: lost ?? clash };
  });
}

/** Whether a registry is the one that counts for a workspace. */
export function survives(path: string, workspace: string, lookup: Lookup): boolean {
  return workspaceNamed(workspace, lookup)?.header.file.path === path;
}

import type { Context } from '../../model/explanation';
import type { Lookup } from '../../model/lookup';
import { candidateOf, type Candidate } from './candidates';
import { decide, type Decision } from './decide';
import { allDefinitions, definitionsOf, type Definition } from './definitions';
import { folderOf, workspaceFolder } from './layout';
import { situationOf, type Situation } from './situation';

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
  const definitions = survivors(definitionsOf(name, lookup), situation);
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
  const all = survivors(allDefinitions(lookup, situation.workspace ?? ''), situation).filter(
    ({ lost }) => lost === undefined,
  );
  const view = new Map<string, Definition>();
  for (const scope of ['core', 'workspace', 'override'])
    for (const definition of all) if (definition.scope === scope) view.set(definition.entry.name, definition);
  return view;
}

/**
 * Of directories that end up with one id only one is loaded: in the context workspace the one that `workspaceNamed`
 * finds, elsewhere the last that has the step.
 */
function survivors(definitions: readonly Definition[], { workspace, info }: Situation): Definition[] {
  const folders = new Map<string, string>();
  for (const { entry, workspace: owner } of definitions)
    if (owner !== undefined) folders.set(owner, folderOfRow(entry.file.path));
  if (workspace !== undefined && info !== undefined) folders.set(workspace, info.folder);
  return definitions.map(definition => {
    const { entry, workspace: owner, lost } = definition;
    if (lost !== undefined || owner === undefined || folderOfRow(entry.file.path) === folders.get(owner))
      return definition;
    return {
      ...definition,
      lost: `another directory ends up as workspace '${owner}' too, and only one of them is loaded`,
    };
  });
}

function folderOfRow(path: string): string {
  return workspaceFolder(path) ?? folderOf(path);
}

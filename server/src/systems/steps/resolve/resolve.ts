import type { Context } from '../../../model/explanation';
import type { Lookup } from '../../../model/lookup';
import { candidateOf, type Candidate } from './candidates';
import { decide, type Decision } from './decide';
import { coreEntries, coreOf } from '../define/core';
import { definitionsOf, definitionsOfEntries, type Definition } from '../define/definitions';
import { isStep } from '../facts';
import { effectiveContextOf, type EffectiveContext } from './effective-context';
import { isWorkspaceRegistryInForce } from '../define/workspaces';

/** Which definition of a step wins in a context, with all definitions of the step (resolution.md). */
export interface Resolution extends Decision {
  readonly name: string;
  readonly effectiveContext: EffectiveContext;
  /** Every definition of the step, loaded or not, by path and place. */
  readonly definitions: readonly Definition[];
  /** The loaded definitions. */
  readonly candidates: readonly Candidate[];
}

export function resolveStep(name: string, context: Context, lookup: Lookup): Resolution {
  const effectiveContext = effectiveContextOf(context, lookup);
  const definitions = markIdClashes(definitionsOf(name, lookup), lookup);
  const candidates = definitions.filter(({ reasonNotLoaded }) => reasonNotLoaded === undefined).map(candidateOf);
  return { name, effectiveContext, definitions, candidates, ...decide(candidates, effectiveContext) };
}

/**
 * What `STEP_NAMES` (`get_all_step_definitions`) holds in a workspace: the rows of core, replaced by its locals,
 * replaced by its overrides. In the order of the Python dict, in which a replaced key keeps its place.
 */
export function mergedView(lookup: Lookup, workspace?: string): ReadonlyMap<string, Definition> {
  const own = effectiveContextOf({ ...ISOLATED, ...(workspace === undefined ? {} : { workspace }) }, lookup).info;
  const rows = [...coreEntries(coreOf(lookup)), ...(own?.header.file.facts.filter(isStep) ?? [])];
  const loaded = definitionsOfEntries(rows, lookup).filter(({ reasonNotLoaded }) => reasonNotLoaded === undefined);
  const view = new Map<string, Definition>();
  for (const scope of ['core', 'workspace', 'override'])
    for (const definition of loaded) if (definition.scope === scope) view.set(definition.entry.name, definition);
  return view;
}

const ISOLATED = { profile: 'isolated', mode: 'automatic' } as const;

/** Marks rows as not loaded if their directory shares its workspace id with one that wins: see `workspaceNamed`. */
function markIdClashes(definitions: readonly Definition[], lookup: Lookup): Definition[] {
  return definitions.map(definition => {
    const { entry, workspace, reasonNotLoaded } = definition;
    if (workspace === undefined || isWorkspaceRegistryInForce(entry.file, workspace, lookup)) return definition;
    const clash = `another directory ends up as workspace '${workspace}' too, and only one of them is loaded`;
    return { ...definition, reasonNotLoaded: reasonNotLoaded ?? clash };
  });
}

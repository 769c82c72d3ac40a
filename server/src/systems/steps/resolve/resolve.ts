import type { Context } from '../../../model/explanation';
import type { Lookup } from '../../../model/lookup';
import { candidateOf, type Candidate } from './candidates';
import { decide, type Decision } from './decide';
import { coreEntries, rowsIn } from '../define/core';
import { definitionsOf, definitionsOfEntries, type Definition } from '../define/definitions';
import { effectiveContextOf, type EffectiveContext } from './effective-context';
import { decisiveDoubt, doubtfulVerdict, doubtsAbout, openTables, withDoubt, type Doubt } from './doubts';
import { HeaderPart } from '../facts';

/** Which definition of a step wins in a context, with all definitions of the step (resolution.md). */
export interface Resolution extends Decision {
  readonly name: string;
  readonly effectiveContext: EffectiveContext;
  /** Every definition of the step, loaded or not, by path and place. */
  readonly definitions: readonly Definition[];
  /** The definitions that are loaded for certain. */
  readonly candidates: readonly Candidate[];
}

/** Resolves a step as the registry manager does. */
export function resolveStep(name: string, context: Context, lookup: Lookup): Resolution {
  const effectiveContext = effectiveContextOf(context, lookup);
  const definitions = definitionsOf(name, lookup);
  const candidates = definitions.filter(({ loaded }) => loaded === true).map(each => candidateOf(each, lookup));
  const rows = { definitions, candidates };
  return { name, effectiveContext, ...rows, ...decideWithDoubts(rows, effectiveContext, lookup) };
}

/** Decides who wins among definitions; nobody does if that depends on what only running the code decides. */
export function decideWithDoubts(
  { definitions, candidates }: Pick<Resolution, 'definitions' | 'candidates'>,
  context: EffectiveContext,
  lookup: Lookup,
): Decision {
  const decision = decide(candidates, context);
  const sharing = context.profile === 'isolated' ? sharedView(context) : undefined;
  if (sharing !== undefined && decision.winner !== undefined && decision.winner.scope !== 'core')
    return withDoubt(decision, sharing);
  const doubt = decisiveDoubt(doubtsAbout(definitions, context, lookup), decision, context);
  return doubt === undefined ? decision : withDoubt(decision, doubt);
}

/**
 * What `STEP_NAMES` (`get_all_step_definitions`) holds in a workspace: the rows of core, replaced by its locals,
 * replaced by its overrides. In the order of the Python dict, in which a replaced key keeps its place. A definition of
 * which it cannot be told whether it is there, or is replaced, has `loaded: null`.
 */
export function mergedView(lookup: Lookup, workspace?: string): ReadonlyMap<string, Definition> {
  const context = effectiveContextOf({ ...ISOLATED, ...(workspace === undefined ? {} : { workspace }) }, lookup);
  const own = context.info;
  const rows = [...coreEntries(lookup), ...(own === undefined ? [] : rowsIn(own.header, lookup))];
  const possible = definitionsOfEntries(rows, lookup).filter(({ loaded }) => loaded !== false);
  const view = new Map<string, Definition>();
  for (const scope of SCOPES) {
    const [doubt] = own === undefined ? [] : openTables(own, lookup).filter(each => each.scope === scope);
    if (doubt !== undefined)
      for (const [name, { entry, workspace: owner, scope: hidden }] of view)
        view.set(name, { entry, workspace: owner, scope: hidden, ...doubtfulVerdict(doubt) });
    const shared = scope === 'core' ? undefined : sharedView(context);
    for (const definition of possible)
      if (definition.scope === scope)
        view.set(definition.entry.name, shared ? { ...definition, ...doubtfulVerdict(shared) } : definition);
  }
  return view;
}

/**
 * Why it cannot be told what a workspace called `core` sees: the registry manager remembers its view under the same key as that
 * without a workspace (`_get_cached_definitions`), so that both are what is asked for first.
 */
function sharedView({ info }: EffectiveContext): Pick<Doubt, 'reason' | 'at'> | undefined {
  if (info?.id !== 'core') return undefined;
  const reason =
    "cannot tell: a workspace called 'core' sees what was in force for whoever asked first, with a workspace or without";
  return { reason, at: { fact: info.header, part: HeaderPart.id } };
}

const ISOLATED = { profile: 'isolated', mode: 'automatic' } as const;
const SCOPES = ['core', 'workspace', 'override'] as const;

import { classKey } from '../../../model/class-outline';
import type { Context } from '../../../model/explanation';
import { Part, type Fact, type Place } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import type { NamedSymbol } from '../../system';
import { findClass } from '../components/classes';
import { effectiveRow } from '../define/core-rows';
import { coreDefinition } from '../define/definitions';
import { isReference, isStep, textOf, type AliasFact, type StepEntry } from '../facts';
import { aliasKey, scriptKey, specTypeKey, stepKey, workspaceKey } from '../keys';
import { workspaceDirectory } from '../layout';
import { resolveStep } from '../resolve/resolve';
import { wordTargets } from './words-in-code';

/**
 * The targets of "Go to Definition": for a step its winning row, and at that row itself its builder and the rows it
 * hides; for a class its statement; for an alias its step; for a script its file.
 */
export function definitions(named: NamedSymbol, context: Context, lookup: Lookup): readonly Place[] {
  const { kind, name, place } = named;
  if (kind === 'step') return stepTargets(name, place.fact, context, lookup);
  if (kind === 'class') return classTargets(name, place.fact, lookup);
  if (kind === 'alias') return lookup.providers(aliasKey(name)).flatMap(alias => aliasTargets(alias, lookup));
  if (kind === 'spec type') return lookup.readers(specTypeKey(name)).filter(isStep).map(nameOf);
  if (kind === 'workspace') return lookup.providers(workspaceKey(name)).map(nameOf);
  if (kind === 'script') return lookup.providers(scriptKey(name)).map(fact => ({ fact, part: Part.whole }));
  return isReference(place.fact) ? wordTargets(named, context, lookup) : [];
}

/** The targets of "Go to Declaration": for a step its core row, for anything else its definition. */
export function declarations(named: NamedSymbol, context: Context, lookup: Lookup): readonly Place[] {
  if (named.kind !== 'step') return definitions(named, context, lookup);
  const core = coreDefinition(named.name, lookup);
  return core === undefined ? definitions(named, context, lookup) : [nameOf(core)];
}

/** The targets of "Go to Implementation": for a step its builder class, for anything else its definition. */
export function implementations(named: NamedSymbol, context: Context, lookup: Lookup): readonly Place[] {
  if (named.kind !== 'step') return definitions(named, context, lookup);
  const winner = resolveStep(named.name, context, lookup).winner?.definition.entry;
  const entry = isStep(named.place.fact) ? named.place.fact : winner;
  return entry === undefined ? [] : builderOf(entry, lookup);
}

function stepTargets(name: string, from: Fact, context: Context, lookup: Lookup): Place[] {
  const { winner: candidate, definitions } = resolveStep(name, context, lookup);
  const winner = candidate?.definition.entry;
  const others = definitions.map(({ entry }) => entry).filter(entry => entry !== from);
  if (winner === undefined) return others.map(nameOf);
  return winner === from ? [...builderOf(winner, lookup), ...others.map(nameOf)] : [nameOf(winner)];
}

function builderOf(entry: StepEntry, lookup: Lookup): Place[] {
  const builder = textOf(effectiveRow(entry, lookup), 'builder_step_name');
  return builder === undefined ? [] : classTargets(builder, entry, lookup).slice(0, 1);
}

/** The class that the workspace of `from` would find, then all other classes of that name. */
function classTargets(name: string, from: Fact, lookup: Lookup): Place[] {
  const verdict = findClass(name, workspaceDirectory(from.file.path), lookup);
  const all = lookup.providers(classKey(name));
  const first = verdict.status === 'found' ? [verdict.fact] : [];
  return [...first, ...all.filter(fact => fact !== first[0])].map(nameOf);
}

function aliasTargets(alias: AliasFact, lookup: Lookup): Place[] {
  const targets = lookup.providers(stepKey(alias.target));
  return (targets.length > 0 ? targets : [alias]).map(nameOf);
}

function nameOf(fact: Fact): Place {
  return { fact, part: Part.name };
}

import type { ComponentItem, Context, Explanation, TraceItem } from '../../../model/explanation';
import { Part, type Place } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import { classNamed, inheritedAttribute } from '../components/classes';
import { configurationOf } from '../define/configuration';
import { schemaPlace } from '../resolve/class-places';
import { pathsOfId, statusOf, whyFileIsNone, whyNotRegistered } from '../resolve/dependencies';
import type { Abort } from '../resolve/abort';
import { discoveryRunOf, reasonOf, type DiscoveredModule, type DiscoveryRun } from '../resolve/discovery';
import { DEPENDENCY, dependenciesOf, type DependencyFact, isDependency } from '../facts';
import type { Module } from '../resolve/module';
import { whyOpen } from '../resolve/same-id';
import { fixesInWords } from './counterfactuals';
import { divergenceOf } from './divergence';
import { moduleKey } from '../keys';
import { registrationsOf, usesOf } from '../resolve/uses';
import { languageOf } from '../layout';
import { isEntered, linkOnTheWay } from '../define/scan-links';
import { stagesOf } from './stages';

/** Why a module is registered, in which place, or why not (resolution.md, Modules): all eight stages, whatever happened. */
export function explainModule(name: string, context: Context, lookup: Lookup): Explanation {
  const found = find(name, lookup);
  const base = { kind: 'module', subject: name, context, traceTitle: 'files with this id' } as const;
  if (found === undefined)
    return {
      ...base,
      ...registeredByCode(name, lookup),
      components: [],
      pipeline: [],
      divergence: [],
      conflicts: [],
      recommendations: [],
      counterfactuals: [],
    };
  const { run, all } = found;
  const [chosen] = all;
  return {
    ...base,
    outcome: outcomeOf(chosen, run),
    trace: all.map(each => traceOf(each, chosen)),
    components: componentsOf(chosen, run, lookup),
    pipeline: stagesOf(chosen, run, lookup),
    divergence: divergenceOf(chosen, run, lookup),
    conflicts: run.aborted === undefined ? [] : [{ message: inFull(run.aborted), at: run.aborted.at }],
    recommendations: recommendationsOf(chosen, run),
    counterfactuals: fixesInWords(chosen, run, lookup),
  };
}

/** Of an id that no file gives: what code registers under it, if anything. */
function registeredByCode(name: string, lookup: Lookup): Pick<Explanation, 'outcome' | 'trace'> {
  const registrations = registrationsOf(name, lookup);
  const nowhere = `No file below an extension root gives a module of this id${behindLink(name, lookup)}`;
  const [first] = registrations;
  if (first === undefined) return { outcome: { resolved: false, reason: nowhere }, trace: [] };
  const why = `code registers it, so it is there once ${first.file.path} has run that far`;
  const trace = registrations.map((fact): TraceItem => ({
    source: fact.file.path,
    at: { fact, part: Part.name },
    verdict: 'cannot tell',
    why: 'registered by code',
  }));
  return { outcome: { resolved: null, at: { fact: first, part: Part.name }, reason: `cannot tell: ${why}` }, trace };
}

/** Whether a link that the scan does not follow stands where the id says. */
function behindLink(id: string, lookup: Lookup): string {
  const { discoveries, links } = configurationOf(lookup);
  const paths = discoveries.flatMap(discovery => pathsOfId(id, discovery));
  const link = paths.map(path => linkOnTheWay(path, links)).find(at => at !== undefined && !isEntered(at, links));
  return link === undefined ? '' : `; ${link} is a link that the scan passes over`;
}

/** The first discovery that has the id, and all of its files that do, the one that is kept first. */
function find(
  id: string,
  lookup: Lookup,
): { run: DiscoveryRun; all: readonly [DiscoveredModule, ...DiscoveredModule[]] } | undefined {
  for (const discovery of configurationOf(lookup).discoveries) {
    const [file] = lookup.providers(moduleKey(discovery, id));
    const language = file && languageOf(file.file.path);
    if (language === undefined) continue;
    const run = discoveryRunOf(discovery, language, lookup);
    const [first, ...others] = run.modules.filter(({ module }) => module.id === id);
    if (first !== undefined) return { run, all: [first, ...others] };
  }
  return undefined;
}

function outcomeOf(each: DiscoveredModule, run: DiscoveryRun): Explanation['outcome'] {
  const { module, outcome, lost, order } = each;
  const at = lost?.at ?? { fact: module.fact, part: Part.name };
  if (outcome === 'cannot tell') return { resolved: null, at, reason: reasonOf(each) ?? '' };
  if (outcome !== 'registered') return { resolved: false, at, reason: `${outcome}: ${lost?.why ?? ''}` };
  const count = run.modules.filter(other => other.outcome === 'registered').length;
  const rival = module.rivals?.at(1);
  return {
    resolved: true,
    winner: module.fact.file.path,
    at,
    reason: `registered as number ${order ?? 0} of ${count}${rival === undefined ? '' : `; ${whyOpen(rival)}`}`,
  };
}

function traceOf(each: DiscoveredModule, chosen: DiscoveredModule): TraceItem {
  const at = { fact: each.module.fact, part: Part.name };
  const source = each.module.fact.file.path;
  const why = reasonOf(each) ?? '';
  if (each.outcome === 'cannot tell') return { source, at, verdict: 'cannot tell', why };
  if (each !== chosen) return { source, at, verdict: 'dropped', why };
  // Why the chosen file is not registered, the outcome has said above.
  if (each.outcome === 'registered') return { source, at, verdict: 'selected', why: '' };
  return { source, at, verdict: each.outcome === 'skipped' ? 'dropped' : 'not loaded', why: '' };
}

function componentsOf({ module }: DiscoveredModule, run: DiscoveryRun, lookup: Lookup): ComponentItem[] {
  const { entry, companion, placed } = module;
  const users = lookup.readers(moduleKey(placed.discovery, module.id)).filter(isDependency);
  return [
    classItem(module),
    ...(['input_schema', 'output_schema'] as const).flatMap((name): ComponentItem[] => {
      const at = schemaPlace(module, name, lookup);
      if (at !== undefined) return [foundItem(name, at.fact.name, at)];
      return entry.status === 'found' ? [unseenSchema(name, entry.entry, lookup)] : [];
    }),
    ...(companion === undefined ? [] : [foundItem('companion', companion.name, { fact: companion, part: Part.name })]),
    ...dependenciesOf(companion, lookup)
      .filter(({ name }) => name !== '')
      .map(dependency => neededItem(dependency, module, run, lookup)),
    ...users.map(user => foundItem('needed by', user.file.path, dependencyPlace(user))),
    ...usesOf(module, lookup).map(user => foundItem('called by', user.file.path, { fact: user, part: Part.name })),
  ];
}

function foundItem(kind: string, name: string, at: Place): ComponentItem {
  return { kind, name, at, status: 'found', tried: [] };
}

function dependencyPlace(dependency: DependencyFact): Place {
  return { fact: dependency, part: Part.fieldValue(DEPENDENCY.module) };
}

/** The class that discovery registers. */
function classItem(module: Module): ComponentItem {
  const { entry, fact } = module;
  if (entry.status === 'found') return foundItem('class', entry.entry.name, { fact: entry.entry, part: Part.name });
  if (entry.status === 'cannot tell')
    return { kind: 'class', name: fact.name, status: 'cannot tell', tried: [entry.why] };
  return { kind: 'class', name: fact.name, status: 'missing', tried: [whyNotRegistered(module)] };
}

/** A module that the companion says is needed, and whether discovery has it in a version that fits. */
function neededItem(dependency: DependencyFact, { placed }: Module, run: DiscoveryRun, lookup: Lookup): ComponentItem {
  const status = statusOf(dependency, placed.discovery, placed.language, lookup);
  const optional = dependency.optional ? ['optional'] : [];
  const version = dependency.version === undefined ? [] : [dependency.version];
  const item = { kind: 'needs', name: [dependency.name, ...version].join(' '), at: dependencyPlace(dependency) };
  if (status.status === 'cannot tell') return { ...item, status: 'cannot tell', tried: [...optional, status.why] };
  if (status.status !== 'met') return { ...item, status: 'missing', tried: [...optional, whyMissing(status)] };
  const position = run.modules.find(each => each.module.id === dependency.name)?.order;
  const scope = [...optional, 'version fits', ...(position === undefined ? [] : [`number ${position}`])].join(', ');
  return { ...item, status: 'found', scope, tried: [] };
}

function whyMissing(status: Exclude<ReturnType<typeof statusOf>, { status: 'met' | 'cannot tell' }>): string {
  if (status.status === 'malformed') return `'${status.part}' is no version constraint`;
  if (status.status === 'crash') return status.crash.message;
  if (status.status === 'mismatch') return `its version is ${status.version}`;
  return whyFileIsNone(status) ?? 'not found';
}

function unseenSchema(
  name: 'input_schema' | 'output_schema',
  entry: Parameters<typeof inheritedAttribute>[1],
  lookup: Lookup,
): ComponentItem {
  const found = inheritedAttribute(name, entry, lookup);
  if (found.status === 'missing') return { kind: name, name: '', status: 'missing', tried: ['the class has none'] };
  const target = found.status === 'found' ? found.attribute.target : undefined;
  const known = target !== undefined && found.status === 'found' && classNamed(target, found.owner.file.path, lookup);
  return { kind: name, name: target ?? '', status: 'cannot tell', tried: known ? [] : ['it is not in sight'] };
}

function inFull({ message, unknown }: Abort): string {
  return unknown === undefined ? message : `${message} (${unknown})`;
}

function recommendationsOf({ module, outcome }: DiscoveredModule, { aborted }: DiscoveryRun): string[] {
  if (aborted?.certain === false)
    return ['See to it that the discovery cannot abort: if it does, no module is registered'];
  if (aborted !== undefined) return ['Repair what aborts the discovery first: until then no module is registered'];
  if (outcome === 'registered' && module.companion === undefined) return [];
  return outcome === 'skipped' ? ['Modules that need this one make the discovery abort while it is skipped'] : [];
}

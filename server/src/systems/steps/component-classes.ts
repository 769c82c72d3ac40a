import type { ClassFact } from '../../model/class-outline';
import type { ComponentItem } from '../../model/explanation';
import { Part } from '../../model/fact';
import type { Lookup } from '../../model/lookup';
import { isUnknown } from '../../model/value';
import { findClass, type ClassVerdict } from './classes';
import { placeOf, placesInWords, whyNotAbsent, type Scopes } from './component-scopes';
import { fieldOf, type ComponentFact } from './facts';
import { componentKey } from './keys';
import { closest, conventionalBuilder, conventionalConfig, withoutClassEnding } from './names';

type ClassRole = 'builder' | 'config';

const FIELD = { builder: 'builder_step_name', config: 'config_class' } as const;

/** The class that a row names as its builder or config, looked up by the name of the class, whatever its file is called. */
export function classComponent(role: ClassRole, scopes: Scopes, lookup: Lookup): ComponentItem {
  const { entry } = scopes.definition;
  const named = fieldOf(entry, FIELD[role]);
  if (typeof named === 'string' && named !== '') return lookUp(role, named, scopes, lookup);
  const name = conventionOf(role, entry.name);
  const open = isUnknown(named) || entry.shape === 'unknown' || (named === undefined && entry.open === true);
  const why = open ? `'${FIELD[role]}' is decided at run time` : `the row names no ${role} class in '${FIELD[role]}'`;
  return { kind: role, name, status: 'cannot tell', tried: [why] };
}

function lookUp(role: ClassRole, name: string, scopes: Scopes, lookup: Lookup): ComponentItem {
  const verdict = classVerdict(role, name, scopes, lookup);
  const tried = [`class '${name}' in ${placesInWords(scopes)}`];
  if (verdict.status === 'found') {
    const { path } = verdict.fact.file;
    const scope = placeOf(path, scopes)?.label ?? verdict.scope;
    return { kind: role, name, at: { fact: verdict.fact, part: Part.name }, path, scope, status: 'found', tried };
  }
  if (verdict.status === 'cannot tell')
    return { kind: role, name, status: 'cannot tell', tried: [...tried, verdict.why] };
  const meant = likelyClass(role, name, scopes, lookup);
  return {
    kind: role,
    name,
    status: 'missing',
    tried: meant === undefined ? tried : [...tried, inWords(meant, scopes)],
  };
}

/** Where the class is that a row names; `missing` only if it cannot be out of sight. */
export function classVerdict(role: ClassRole, name: string, scopes: Scopes, lookup: Lookup): ClassVerdict {
  const verdict = findClass(name, scopes.places[0]!.directory, lookup);
  const why = verdict.status === 'missing' ? whyNotAbsent(role, scopes, lookup) : undefined;
  return why === undefined ? verdict : { status: 'cannot tell', why };
}

function inWords(fact: ClassFact, scopes: Scopes): string {
  return `did you mean '${fact.name}' (${placeOf(fact.file.path, scopes)?.label ?? 'core'})?`;
}

/**
 * The class that was likely meant by a name that leads nowhere: one that is spelled like it or the convention's own,
 * among the classes in the step's own files and those that differ in their ending only. Asks for single names and files,
 * so that a new class elsewhere leaves the answer alone.
 */
export function likelyClass(role: ClassRole, name: string, scopes: Scopes, lookup: Lookup): ClassFact | undefined {
  const { entry } = scopes.definition;
  const candidates = new Map<string, ClassFact>();
  for (const spelling of spellings(role, name, entry.name)) {
    const verdict = findClass(spelling, scopes.places[0]!.directory, lookup);
    if (verdict.status === 'found') candidates.set(spelling, verdict.fact);
  }
  for (const fact of classesInOwnFiles(role, scopes, lookup))
    if (!candidates.has(fact.name)) candidates.set(fact.name, fact);
  const meant = closest(name, candidates.keys());
  return candidates.get(meant ?? conventionOf(role, entry.name));
}

const ENDINGS: Readonly<Record<ClassRole, readonly string[]>> = {
  builder: ['StepBuilder', 'Builder'],
  config: ['Config', 'StepConfig', 'ConfigBase'],
};

function spellings(role: ClassRole, name: string, step: string): Set<string> {
  const stems = [withoutClassEnding(name), step, conventionOf(role, step).replace(/(?:StepBuilder|Config)$/, '')];
  const all = stems.flatMap(stem => ENDINGS[role].map(ending => stem + ending));
  return new Set(all.filter(spelling => spelling !== name));
}

function classesInOwnFiles(role: ClassRole, scopes: Scopes, lookup: Lookup): ClassFact[] {
  const components = lookup.providers(componentKey(scopes.definition.entry.name)) as readonly ComponentFact[];
  return components
    .filter(component => component.role === role && placeOf(component.file.path, scopes) !== undefined)
    .flatMap(({ file: { path } }) => (lookup.file(path)?.facts ?? []).filter(isClass));
}

function isClass(fact: { readonly kind: string }): fact is ClassFact {
  return fact.kind === 'class';
}

function conventionOf(role: ClassRole, step: string): string {
  return role === 'builder' ? conventionalBuilder(step) : conventionalConfig(step);
}

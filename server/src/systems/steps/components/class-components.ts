import { isTestPath } from '../../../base/test-paths';
import { groupBy } from '../../../base/collections';
import type { ClassFact } from '../../../model/class-outline';
import type { ComponentItem } from '../../../model/explanation';
import { Part } from '../../../model/fact';
import { fieldOf } from '../../../model/fields';
import type { Lookup } from '../../../model/lookup';
import { isUnknown } from '../../../model/value';
import { classFinder, findClass, type ClassVerdict } from './classes';
import { placeOf, placesInWords, whyAbsenceIsUncertain, type SearchScopes } from './search-scopes';
import { componentKey } from '../keys';
import { workspaceDirectory } from '../layout';
import { closest, conventionalBuilder, conventionalConfig, withoutClassEnding } from '../naming';

type ClassRole = 'builder' | 'config';

/** The field in which a row names its builder or config class. */
export const CLASS_FIELD = { builder: 'builder_step_name', config: 'config_class' } as const;

/** The builder or config of a step: the class that its row names, looked up by class name, not by file name. */
export function classComponent(role: ClassRole, scopes: SearchScopes, lookup: Lookup): ComponentItem {
  const { entry } = scopes.definition;
  const named = fieldOf(entry, CLASS_FIELD[role]);
  if (typeof named === 'string' && named !== '') return classItem(role, named, scopes, lookup);
  const name = conventionalClass(role, entry.name);
  const open = isUnknown(named) || entry.shape === 'unknown' || (named === undefined && entry.open === true);
  const why = open
    ? `'${CLASS_FIELD[role]}' is decided at run time`
    : `the row names no ${role} class in '${CLASS_FIELD[role]}'`;
  return { kind: role, name, status: 'cannot tell', tried: [why] };
}

function classItem(role: ClassRole, name: string, scopes: SearchScopes, lookup: Lookup): ComponentItem {
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
    tried: meant === undefined ? tried : [...tried, suggestionInWords(meant, scopes)],
  };
}

/** Where the class is that a row names; `missing` only if the class cannot be in a place that was not read. */
export function classVerdict(
  role: ClassRole,
  name: string,
  scopes: SearchScopes,
  lookup: Lookup,
  find = (directory: string | undefined): ClassVerdict => findClass(name, directory, lookup),
): ClassVerdict {
  const verdict = find(scopes.places[0].directory);
  const why = verdict.status === 'missing' ? whyAbsenceIsUncertain(role, scopes, lookup) : undefined;
  return why === undefined ? verdict : { status: 'cannot tell', why };
}

function suggestionInWords(fact: ClassFact, scopes: SearchScopes): string {
  return `did you mean '${fact.name}' (${placeOf(fact.file.path, scopes)?.label ?? 'core'})?`;
}

/**
 * The class that was likely meant by a name that no class has: the one with the most similar name, else the one with
 * the conventional name. Candidates are the classes in the step's own files, and classes whose names differ in the
 * ending only. The lookup is asked for single names and files, so that a new class elsewhere does not change the
 * answer.
 */
export function likelyClass(
  role: ClassRole,
  name: string,
  scopes: SearchScopes,
  lookup: Lookup,
): ClassFact | undefined {
  return likelyClassFinder(role, name, lookup)(scopes);
}

/** `likelyClass` for many rows that name one class: what does not depend on the row is computed once. */
export function likelyClassFinder(
  role: ClassRole,
  name: string,
  lookup: Lookup,
): (scopes: SearchScopes) => ClassFact | undefined {
  const steps = new Map<string, Candidates>();
  const answers = new Map<string, string | undefined>();
  return scopes => {
    const step = scopes.definition.entry.name;
    let known = steps.get(step);
    if (known === undefined) steps.set(step, (known = candidatesFor(role, name, step, lookup)));
    const candidates = candidatesVisibleFrom(scopes, known);
    if (candidates.size === 0) return undefined;
    const names = [...candidates.keys()].join();
    if (!answers.has(names)) answers.set(names, closest(name, candidates.keys()));
    return candidates.get(answers.get(names) ?? conventionalClass(role, step));
  };
}

/** Where the usual names of a step's classes lead, and the classes in the step's own files, by place. */
interface Candidates {
  readonly bySpelling: ReadonlyMap<string, (directory: string | undefined) => ClassVerdict>;
  readonly inStepFiles: ReadonlyMap<string | undefined, readonly ClassFact[]>;
}

function candidatesFor(role: ClassRole, name: string, step: string, lookup: Lookup): Candidates {
  const components = lookup.providers(componentKey(step));
  const files = components.filter(each => each.role === role && !isTestPath(each.file.path));
  const classes = files.flatMap(({ file: { path } }) => (lookup.file(path)?.facts ?? []).filter(isClass));
  return {
    bySpelling: new Map(spellings(role, name, step).map(spelling => [spelling, classFinder(spelling, lookup)])),
    inStepFiles: groupBy(classes, ({ file }) => workspaceDirectory(file.path)),
  };
}

function candidatesVisibleFrom(
  { places }: SearchScopes,
  { bySpelling, inStepFiles }: Candidates,
): Map<string, ClassFact> {
  const seen = new Map<string, ClassFact>();
  for (const [spelling, find] of bySpelling) {
    const verdict = find(places[0].directory);
    if (verdict.status === 'found') seen.set(spelling, verdict.fact);
  }
  for (const { directory } of places)
    for (const fact of inStepFiles.get(directory) ?? []) if (!seen.has(fact.name)) seen.set(fact.name, fact);
  return seen;
}

const ENDINGS: Readonly<Record<ClassRole, readonly string[]>> = {
  builder: ['StepBuilder', 'Builder'],
  config: ['Config', 'StepConfig', 'ConfigBase'],
};

function spellings(role: ClassRole, name: string, step: string): string[] {
  const stems = [withoutClassEnding(name), step, conventionalClass(role, step).replace(/(?:StepBuilder|Config)$/, '')];
  const all = new Set(stems.flatMap(stem => ENDINGS[role].map(ending => stem + ending)));
  return [...all].filter(spelling => spelling !== name);
}

function isClass(fact: { readonly kind: string }): fact is ClassFact {
  return fact.kind === 'class';
}

function conventionalClass(role: ClassRole, step: string): string {
  return role === 'builder' ? conventionalBuilder(step) : conventionalConfig(step);
}

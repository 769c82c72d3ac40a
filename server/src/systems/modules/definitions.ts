import type { Context } from '../../model/explanation';
import { Part, type Place } from '../../model/fact';
import type { Lookup } from '../../model/lookup';
import type { Named } from '../system';
import { classNamed, inherited } from './classes';
import { isCompanion, isModule } from './facts';
import { moduleKey } from './keys';
import { moduleOf, modulesOfCompanion, type Module } from './module';
import { discoveryOf } from './named';

/**
 * Where going to the definition of a name leads: a dependency to its module, the entry point to the class, a class that is a
 * module to its companion.
 */
export function definitions(named: Named, _: Context, lookup: Lookup): readonly Place[] {
  const { fact } = named.place;
  if (named.kind === 'entry point' && isCompanion(fact))
    return modulesOfCompanion(fact, lookup).flatMap(module => classPlaces(module));
  if (named.kind !== 'module') return [];
  const discovery = discoveryOf(named, lookup);
  if (discovery === undefined) return [];
  const modules = lookup
    .providers(moduleKey(discovery, named.name))
    .filter(isModule)
    .flatMap(each => moduleOf(each, lookup) ?? []);
  return modules.flatMap(module => {
    const here = module.entry.status === 'found' && module.entry.entry === fact;
    const companion = module.companion === undefined ? [] : [{ fact: module.companion, part: Part.name }];
    return here ? companion : [...classPlaces(module), ...companion];
  });
}

/** The class of a module; its file where it has none that could be told. */
export function classPlaces({ entry, fact }: Module): Place[] {
  return [entry.status === 'found' ? { fact: entry.entry, part: Part.name } : { fact, part: Part.name }];
}

/** Where a class that a module names as a schema stands. */
export function schemaPlace(module: Module, name: 'input_schema' | 'output_schema', lookup: Lookup): Place | undefined {
  const fact = schemaClass(module, name, lookup);
  return fact && { fact, part: Part.name };
}

/** The class, or TypeBox object, that a module names as a schema; nothing where it is not in sight. */
export function schemaClass(
  { entry }: Module,
  name: 'input_schema' | 'output_schema',
  lookup: Lookup,
): ReturnType<typeof classNamed> {
  if (entry.status !== 'found') return undefined;
  const found = inherited(name, entry.entry, lookup);
  if (found.status !== 'found' || found.attribute.target === undefined) return undefined;
  return classNamed(found.attribute.target, found.owner.file.path, lookup);
}

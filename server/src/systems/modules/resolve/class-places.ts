import { Part, type Place } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import { classNamed, inheritedAttribute } from '../components/classes';
import type { Module } from './module';

/** The class of a module; its file where it has none that could be told. */
export function classPlaces({ entry, fact }: Module): [Place] {
  return [entry.status === 'found' ? { fact: entry.entry, part: Part.name } : { fact, part: Part.name }];
}

/** The place of the class that a module names as a schema. Returns undefined if it is not in sight. */
export function schemaPlace(module: Module, name: 'input_schema' | 'output_schema', lookup: Lookup): Place | undefined {
  const fact = schemaClass(module, name, lookup);
  return fact && { fact, part: Part.name };
}

/** The class, or TypeBox object, that a module names as a schema. Returns undefined if it is not in sight. */
export function schemaClass(
  { entry }: Module,
  name: 'input_schema' | 'output_schema',
  lookup: Lookup,
): ReturnType<typeof classNamed> {
  if (entry.status !== 'found') return undefined;
  const found = inheritedAttribute(name, entry.entry, lookup);
  if (found.status !== 'found' || found.attribute.target === undefined) return undefined;
  return classNamed(found.attribute.target, found.owner.file.path, lookup);
}

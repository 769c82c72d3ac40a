import type { Context } from '../../../model/explanation';
import { Part, type Place } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import type { NamedSymbol } from '../../system';
import { isCompanion } from '../facts';
import { classPlaces } from '../resolve/class-places';
import { modulesOfCompanion, modulesWithId } from '../resolve/module';
import { registrationsOf } from '../resolve/uses';
import { discoveryOf } from './name-at';

/**
 * Where going to the definition of a name leads: a dependency to its module, the entry point to the class, a class that is a
 * module to its companion.
 */
export function definitions(named: NamedSymbol, _: Context, lookup: Lookup): readonly Place[] {
  const { fact } = named.place;
  if (named.kind === 'entry point' && isCompanion(fact))
    return modulesOfCompanion(fact, lookup).flatMap(module => classPlaces(module));
  if (named.kind !== 'module') return [];
  const discovery = discoveryOf(named, lookup);
  if (discovery === undefined)
    return registrationsOf(named.name, lookup).map(registration => ({ fact: registration, part: Part.name }));
  return modulesWithId(discovery, named.name, lookup).flatMap(module => {
    const here = module.entry.status === 'found' && module.entry.entry === fact;
    const companion = module.companion === undefined ? [] : [{ fact: module.companion, part: Part.name }];
    return here ? companion : [...classPlaces(module), ...companion];
  });
}

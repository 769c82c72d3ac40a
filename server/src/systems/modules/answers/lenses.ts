import { Part, type Fact, type Place } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import type { Dependency, Lens, NamedSymbol } from '../../system';
import { classPlaces } from '../resolve/class-places';
import { whyNotRegistered } from '../resolve/dependencies';
import { dependants, dependencies } from './dependencies';
import { fileFact } from '../components/file-facts';
import { isCompanion, isModule, isModuleClass, type CompanionFact, type ModuleClass } from '../facts';
import { usesOf } from '../resolve/uses';
import { moduleOf, modulesOfCompanion, type Module } from '../resolve/module';

/** Above the class of a module and at the head of its companion: the other one, what it needs, and what needs it. */
export function lenses(fact: Fact, lookup: Lookup): readonly Lens[] {
  if (isModuleClass(fact)) return ofClass(fact, lookup);
  return isCompanion(fact) ? ofCompanion(fact, lookup) : [];
}

function ofClass(fact: ModuleClass, lookup: Lookup): Lens[] {
  const file = fileFact(fact.file.path, isModule, lookup);
  const module = file && moduleOf(file, lookup);
  if (module?.entry.status !== 'found' || module.entry.entry !== fact) return [];
  const { companion } = module;
  const places = companion === undefined ? [] : [{ fact: companion, part: Part.name }];
  const title = companion === undefined ? 'no companion' : 'companion';
  const untold = module.ready === 'cannot tell' ? [{ text: { title: UNTOLD, places: [] } }] : [];
  return [...untold, { text: { title, places } }, ...neighbours(module, lookup)];
}

function ofCompanion(companion: CompanionFact, lookup: Lookup): Lens[] {
  return modulesOfCompanion(companion, lookup).flatMap(module => {
    const { id, ready } = module;
    const fate = ready === 'yes' ? '' : `: ${ready === 'no' ? whyNotRegistered(module) : UNTOLD}`;
    const title = `module ${id}${fate}`;
    return [{ text: { title, places: classPlaces(module) } }, ...neighbours(module, lookup)];
  });
}

const UNTOLD = 'cannot tell whether it is registered';

/** The lenses for dependencies and dependents. A module without any has no lens, since editors show the gap of one that says nothing. */
function neighbours(module: Module, lookup: Lookup): Lens[] {
  const { id } = module;
  return [
    ...counted('needs', placesIn(dependencies(id, lookup))),
    ...counted('needed by', placesIn(dependants(id, lookup))),
    ...counted(
      'named in code',
      usesOf(module, lookup).map(fact => ({ fact, part: Part.name })),
    ),
  ];
}

function placesIn(ends: readonly Dependency[]): Place[] {
  return ends.map(({ place }) => place);
}

function counted(words: string, places: readonly Place[]): Lens[] {
  return places.length === 0 ? [] : [{ text: { title: `${words} ${places.length}`, places } }];
}

/** After the class of a module: the id that the module gets, which stands nowhere in its file. */
export function hint({ kind, name, place }: NamedSymbol): string | undefined {
  return kind === 'module' && isModuleClass(place.fact) ? `module ${name}` : undefined;
}

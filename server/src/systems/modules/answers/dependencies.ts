import { compareStrings } from '../../../base/collections';
import { Part, type Place } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import type { Dependency } from '../../system';
import { configurationOf, type Discovery } from '../define/configuration';
import { classPlaces } from '../resolve/class-places';
import { targetOf } from '../resolve/dependencies';
import { fileFact } from '../components/file-facts';
import { DEPENDENCY, dependenciesOf, isCompanion, isDependency, type DependencyFact } from '../facts';
import { moduleKey } from '../keys';
import { modulesOfCompanion, modulesWithId, type Module } from '../resolve/module';

/** The modules that one needs, as its companion states it; those that are not there are left out. */
export function dependencies(name: string, lookup: Lookup): readonly Dependency[] {
  const ends = new DependencyCollector();
  for (const discovery of discoveriesWith(name, lookup))
    for (const module of modulesWithId(discovery, name, lookup))
      for (const dependency of dependenciesOf(module.companion, lookup)) {
        const target = isCounted(dependency) && targetOf(dependency, discovery, module.placed.language, lookup);
        if (target) ends.add(target, dependency);
      }
  return ends.sorted();
}

/** The modules that need one. */
export function dependants(name: string, lookup: Lookup): readonly Dependency[] {
  const ends = new DependencyCollector();
  for (const discovery of discoveriesWith(name, lookup)) {
    const needed = modulesWithId(discovery, name, lookup);
    for (const dependency of lookup.readers(moduleKey(discovery, name)).filter(isDependency)) {
      const companion = fileFact(dependency.file.path, isCompanion, lookup);
      for (const module of companion === undefined ? [] : modulesOfCompanion(companion, lookup)) {
        const { discovery: own, language } = module.placed;
        const isOne = own.name === discovery.name;
        if (isOne && needed.some(({ placed }) => placed.language === language)) ends.add(module, dependency);
      }
    }
  }
  return ends.sorted();
}

function discoveriesWith(name: string, lookup: Lookup): Discovery[] {
  return configurationOf(lookup).discoveries.filter(
    discovery => lookup.providers(moduleKey(discovery, name)).length > 0,
  );
}

function isCounted({ shape, name }: DependencyFact): boolean {
  return shape === 'mapping' && name !== '';
}

class DependencyCollector {
  private readonly found = new Map<string, { readonly place: Place; readonly statedAt: Place[] }>();

  add(module: Module, fact: DependencyFact): void {
    const stated = { fact, part: Part.fieldValue(DEPENDENCY.module) };
    const found = this.found.get(module.id);
    if (found === undefined) this.found.set(module.id, { place: homeOf(module), statedAt: [stated] });
    else found.statedAt.push(stated);
  }

  sorted(): Dependency[] {
    return [...this.found].sort(([a], [b]) => compareStrings(a, b)).map(([name, found]) => ({ name, ...found }));
  }
}

/** Where a module says what it needs: its companion; its class where it has none. */
function homeOf(module: Module): Place {
  const { companion } = module;
  return companion === undefined ? classPlaces(module)[0] : { fact: companion, part: Part.name };
}

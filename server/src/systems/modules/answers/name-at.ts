import { Part, type Place } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import type { NamedSymbol } from '../../system';
import { configurationOf, type Discovery } from '../define/configuration';
import {
  DEPENDENCY,
  isCompanion,
  isCompanionPart,
  isDependency,
  isIdMapping,
  isModule,
  isModuleClass,
  isRegistration,
  isUse,
  MAPPING,
  type CompanionFact,
  type MappingFact,
  type PartFact,
} from '../facts';
import { fileFact } from '../components/file-facts';
import { fieldKey, moduleKey, moduleKeyParts, namedKey } from '../keys';
import { moduleOf, modulesOfCompanion, placeOfCompanion } from '../resolve/module';
import { discoveryMeant, registrationsOf } from '../resolve/uses';

/** What the text at `place` names, if it is a name of ours: a module, its class, or a field of a companion. */
export function symbolAt(place: Place, lookup: Lookup): NamedSymbol | undefined {
  const { fact, part } = place;
  if (isDependency(fact)) return inDependency(place, lookup);
  if (isCompanion(fact)) return placeOfCompanion(fact.file.path, lookup) && inCompanion(place, fact, lookup);
  if (isCompanionPart(fact)) return placeOfCompanion(fact.file.path, lookup) && field(place, fact);
  if (isIdMapping(fact)) return inMapping(place, fact, lookup);
  if (isUse(fact) || isRegistration(fact)) return part === Part.name ? inCode(place, lookup) : undefined;
  if (!isModuleClass(fact) || part !== Part.name) return undefined;
  const module = fileFact(fact.file.path, isModule, lookup);
  const own = module && moduleOf(module, lookup);
  return own?.entry.status === 'found' && own.entry.entry === fact
    ? moduleNamed(own.placed.discovery, own.id, place)
    : undefined;
}

/** An id in Python code: that of a module, else what code registers. */
function inCode(place: Place, lookup: Lookup): NamedSymbol | undefined {
  const { name } = place.fact;
  const discovery = discoveryMeant(name, lookup);
  if (discovery !== undefined) return moduleNamed(discovery, name, place);
  if (registrationsOf(name, lookup).length === 0) return undefined;
  return { kind: 'module', name, key: namedKey(name), place };
}

function moduleNamed(discovery: Discovery, name: string, place: Place): NamedSymbol {
  return { kind: 'module', name, key: moduleKey(discovery, name), place };
}

function inDependency(place: Place, lookup: Lookup): NamedSymbol | undefined {
  const { fact, part } = place;
  const at = placeOfCompanion(fact.file.path, lookup);
  if (at === undefined || fact.name === '') return undefined;
  if (part === Part.name || part === Part.fieldValue(DEPENDENCY.module))
    return moduleNamed(at.discovery, fact.name, place);
  const key = [...Object.entries(DEPENDENCY)].find(([, index]) => part === Part.fieldName(index))?.[0];
  return key === undefined ? undefined : fieldNamed('dependency', key === 'module' ? 'module_id' : key, place);
}

/** The value of `entry_point` names a class; the beginning of a companion stands for its module. */
function inCompanion(place: Place, companion: CompanionFact, lookup: Lookup): NamedSymbol | undefined {
  const { part } = place;
  const index = companion.fields.findIndex(({ name }) => name === 'entry_point');
  if (index >= 0 && part === Part.fieldValue(index)) {
    const [module] = modulesOfCompanion(companion, lookup);
    if (module?.entry.status !== 'found') return undefined;
    const { entry } = module.entry;
    return { kind: 'entry point', name: entry.name, key: moduleKey(module.placed.discovery, module.id), place };
  }
  return field(place, companion);
}

/** The name of a field; and of the first one, which has no place of its own, the module. */
function field(place: Place, fact: CompanionFact | PartFact): NamedSymbol | undefined {
  const at = fact.fields.find((_, i) => place.part === Part.fieldName(i));
  const inside = fact.kind === 'companion' ? 'companion' : fact.name;
  return at === undefined || inside === 'metadata' ? undefined : fieldNamed(inside, at.name, place);
}

function fieldNamed(inside: string, name: string, place: Place): NamedSymbol {
  return { kind: 'field', name, key: fieldKey(inside, name), place };
}

function inMapping(place: Place, mapping: MappingFact, lookup: Lookup): NamedSymbol | undefined {
  const { discoveries } = configurationOf(lookup);
  const discovery = discoveries.find(({ idMap }) => idMap === mapping.file.path);
  if (discovery === undefined || mapping.name === '') return undefined;
  const parts: readonly number[] = [Part.name, Part.fieldValue(MAPPING.id), Part.fieldValue(MAPPING.file)];
  return parts.includes(place.part) ? moduleNamed(discovery, mapping.id ?? mapping.path ?? '', place) : undefined;
}

/** The discovery that a name was found in. */
export function discoveryOf({ key }: NamedSymbol, lookup: Lookup): Discovery | undefined {
  if (!key.startsWith(MODULE)) return undefined;
  const own = moduleKeyParts(key.slice(MODULE.length)).discovery;
  return configurationOf(lookup).discoveries.find(({ name }) => name === own);
}

const MODULE = 'module:';

import type { Lookup } from '../../../model/lookup';
import { configurationOf, type Discovery } from '../define/configuration';
import { inheritedAttribute } from '../components/classes';
import { schemaOf, type ModuleSchema } from '../components/schema-fields';
import { isModule, isRegistration, type RegistrationFact, type UseFact } from '../facts';
import { INPUT_CHANGES_KEY, namedKey } from '../keys';
import { isEphemeral } from '../vocabulary';
import { closestModule, mayExist } from './dependencies';
import { modulesOf, type Module } from './module';
import { moduleWithId } from './same-id';

/** The modules that code may mean by an id: it does not say which discovery its registry runs. */
export function modulesMeant(id: string, lookup: Lookup): readonly Module[] {
  const modules = lookup.providers(namedKey(id)).filter(isModule);
  const placed = modules.flatMap(fact => modulesOf(fact, lookup)).filter(each => each.id === id);
  const discoveries = new Map(placed.map(({ placed: { discovery } }) => [discovery.name, discovery]));
  return [...discoveries.values()].flatMap(discovery => moduleWithId(discovery, 'python', id, lookup) ?? []);
}

/** Where code registers something under an id. */
export function registrationsOf(id: string, lookup: Lookup): readonly RegistrationFact[] {
  return id === '' ? [] : lookup.providers(namedKey(id)).filter(isRegistration);
}

/** Code that registers something under an id which no text states. */
export function openRegistrations(lookup: Lookup): readonly RegistrationFact[] {
  return lookup.providers(namedKey('')).filter(isRegistration);
}

/**
 * Whether nothing of the repository has an id that code names, and which one was meant. Undefined where something has it, or may have it:
 * code registers what no text names, something is not in sight, or the run time has modules of its own.
 */
export function unknownId(id: string, lookup: Lookup): { readonly meant: string | undefined } | undefined {
  const { discoveries } = configurationOf(lookup);
  if (discoveries.length === 0 || id.startsWith(BUILT_IN) || isEphemeral(id)) return undefined;
  if (registrationsOf(id, lookup).length > 0 || openRegistrations(lookup).length > 0) return undefined;
  if (modulesMeant(id, lookup).length > 0) return undefined;
  if (discoveries.some(discovery => mayExist(id, discovery, 'python', lookup))) return undefined;
  const near = discoveries.flatMap(discovery => closestModule(id, discovery, 'python', lookup) ?? []);
  return { meant: near[0] };
}

/** What the ids of the run time's own modules begin with. */
const BUILT_IN = 'system.';

/** The input schema of the one module that a call runs; undefined where that is not one, or its schema cannot be told. */
export function inputsOfCalled(use: UseFact, lookup: Lookup): ModuleSchema | undefined {
  const [module, other] = modulesMeant(use.name, lookup);
  if (module === undefined || other !== undefined || module.ready !== 'yes' || module.entry.status !== 'found')
    return undefined;
  if (registrationsOf(use.name, lookup).length > 0) return undefined;
  const { entry } = module.entry;
  if (inheritedAttribute('input_schema', entry, lookup).status !== 'found') return undefined;
  return schemaOf(entry, 'input_schema', lookup);
}

/** Whether code of the repository may change the inputs of calls before they are validated: it names a middleware, say. */
export function mayChangeInputs(lookup: Lookup): boolean {
  return lookup.providers(INPUT_CHANGES_KEY).length > 0;
}

/** Where code names a module that it may mean. */
export function usesOf(module: Module, lookup: Lookup): readonly UseFact[] {
  const isMeant = discoveryMeant(module.id, lookup)?.name === module.placed.discovery.name;
  return isMeant ? lookup.readers(namedKey(module.id)) : [];
}

/** The discovery of the first module that an id may mean. */
export function discoveryMeant(id: string, lookup: Lookup): Discovery | undefined {
  return modulesMeant(id, lookup)[0]?.placed.discovery;
}

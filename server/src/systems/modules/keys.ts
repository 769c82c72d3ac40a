import type { BareKey, Key } from '../../model/lookup';
import type {
  CompanionFact,
  DependencyFact,
  InputChangeFact,
  MappingFact,
  ModuleClass,
  ModuleFact,
  PythonNamesFact,
  RegistrationFact,
  UseFact,
} from './facts';

/** What keys need to know of a discovery (`define/configuration.ts`): one name for each set of roots. */
interface Discovery {
  readonly name: string;
}

/** A module of a discovery by its id: provided by its file, read by its companion and by what depends on it. */
export const moduleKey = (discovery: Discovery, id: string) =>
  `module:${discovery.name}//${id}` as Key<ModuleFact, CompanionFact | DependencyFact>;
/** What code may mean by an id, since it does not say which discovery: Python modules, and what code registers; read by code that names it. */
export const namedKey = (id: string) => `module-named:${id}` as Key<ModuleFact | RegistrationFact, UseFact>;
/** Every registration by code; for answers, not for rules. */
export const REGISTRATIONS_KEY = 'module-registrations:' as Key<RegistrationFact, never>;
/** Whatever may change the inputs of calls. */
export const INPUT_CHANGES_KEY = 'module-input-changes:' as Key<InputChangeFact, never>;
/** Dependencies that name a module in a shape that nothing reads, so that they are none. */
export const misshapenKey = (discovery: Discovery, id: string) =>
  `module-misshapen:${discovery.name}//${id}` as Key<never, DependencyFact>;
/** Modules whose ids differ in case at most. */
export const caseKey = (discovery: Discovery, id: string) =>
  `module-case:${discovery.name}//${id.toLowerCase()}` as Key<ModuleFact, never>;
/** Modules of one folder, and modules whose ids end alike: where a mistyped id is looked for. */
export const siblingsKey = (discovery: Discovery, id: string) =>
  `module-siblings:${discovery.name}//${id.slice(0, Math.max(0, id.lastIndexOf('.')))}` as Key<ModuleFact, never>;
/** Modules whose id ends with the same segment, in one discovery. */
export const lastKey = (discovery: Discovery, id: string) =>
  `module-last:${discovery.name}//${id.slice(id.lastIndexOf('.') + 1)}` as Key<ModuleFact, never>;
/** Every module of a discovery; for answers, not for rules. */
export const modulesKey = (discovery: Discovery) => `modules:${discovery.name}//` as Key<ModuleFact, never>;
/** Companions that abort a discovery by themselves, whatever stands in the files that they belong to. */
export const abortingKey = (discovery: Discovery) => `module-aborting:${discovery.name}//` as Key<CompanionFact, never>;
/** Files that are read for their names alone, by the id that they would have as modules. */
export const plainFileKey = (discovery: Discovery, id: string) =>
  `module-plain:${discovery.name}//${id}` as Key<PythonNamesFact, never>;
/** All files of a discovery that are read for their names alone. */
export const plainFilesKey = (discovery: Discovery) =>
  `modules-plain:${discovery.name}//` as Key<PythonNamesFact, never>;
/** Files that are read for their names alone and may end Python while discovery imports them. */
export const exitingKey = (discovery: Discovery) => `module-exiting:${discovery.name}//` as Key<PythonNamesFact, never>;
/** Classes of module files and of their bases. */
export const moduleClassKey = (path: string) => `module-classes:${path}` as Key<ModuleClass, never>;
/** The classes of this name in a file. */
export const moduleClassNameKey = (path: string, name: string) =>
  `module-class:${path}//${name}` as Key<ModuleClass, never>;
/** Entries of ID maps by the id that they give. */
export const mappedKey = (path: string, id: string) => `mapped:${path}//${id}` as Key<MappingFact, never>;

/** The discovery and the id in a module key. */
export function moduleKeyParts(name: string): { readonly discovery: string; readonly id: string } {
  const at = name.indexOf('//');
  return { discovery: name.slice(0, at), id: name.slice(at + 2) };
}
/** A field of whatever has some; no fact is about a field alone. */
export const fieldKey = (of: string, field: string) => `field:${of}.${field}` as BareKey;

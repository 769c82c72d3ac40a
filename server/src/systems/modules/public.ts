/**
 * What rules and features may ask of modules. Everything else in this folder is its own business: it may be moved or
 * changed without looking anywhere else.
 */
export {
  type CompanionFact,
  CONFIG_INVALID,
  type ConfigFact,
  type Crash,
  DEPENDENCY,
  type DependencyFact,
  type ExecuteFact,
  type ExecuteTerm,
  type IdMapFact,
  isCompanion,
  isDependency,
  isModule,
  isModuleClass,
  MAPPING,
  type MappingFact,
  type ModuleClass,
  type ModuleFact,
  type PartFact,
  partOf,
  type PythonNamesFact,
  type UseFact,
} from './facts';
export { mappedKey, moduleKeyParts } from './keys';
export { conformingId, ID_PATTERN, isEphemeral, MAX_ID_LENGTH, reservedWordOf } from './vocabulary';
export { companionPath, languageOf, resolvePath, stemOfCompanion } from './layout';
export { ABORTING } from './read/companion';
export { idMapField } from './read/config';
export { configurationOf, type Discovery, namespaceOf, OUTSIDE_REPOSITORY } from './define/configuration';
export { idOf, idsOf, type ModulePlace, modulePlacesOf, placeOf, placesOf } from './define/places';
export type { ScannedLink } from './define/scan-links';
export { inheritedAttribute, moduleClassesOf } from './components/classes';
export { type ModuleSchema, schemaOf } from './components/schema-fields';
export type { Invalid } from './components/entry-point';
export { fileFact } from './components/file-facts';
export { plainFileVerdict } from './components/plain-files';
export { type Loss, lossOf, registrationLoss, rootsInWords } from './resolve/abort-loss';
export { registrationOf } from './resolve/registration';
export { dependentsOf, dependencyStatusOf } from './resolve/collected-dependencies';
export { mergedFields } from './resolve/companion-merge';
export {
  closestModule,
  damagedCompanionAside,
  damagedMapAside,
  lostInWords,
  whyFileIsNone,
} from './resolve/dependencies';
export { apiRow } from './read/registry-api';
export { inputsOfCalled, mayChangeInputs, unknownId } from './resolve/uses';
export { discoveryRunOf } from './resolve/discovery';
export { cyclesOf, type Edge, pathInWords } from './resolve/dependency-graph';
export {
  filesOfCompanion,
  isFirstModule,
  type Module,
  moduleOf,
  modulesOfCompanion,
  placeOfCompanion,
} from './resolve/module';

/**
 * What rules and features may ask of step registries. Everything else in this folder is its own business: it may be moved or
 * changed without looking anywhere else.
 */
export {
  type AliasFact,
  type ComponentFact,
  type ComponentRole,
  headerOf,
  type HyperparameterEntry,
  type InterfaceEntry,
  isStep,
  type MetadataEntry,
  type ReferenceFact,
  type RegistryHeader,
  type StepEntry,
  textOf,
  type VariableFact,
  type VocabularyFact,
  type WorkspaceImport,
} from './facts';
export {
  aliasKey,
  componentKey,
  sagemakerTypeKey,
  scriptKey,
  specTypeKey,
  stepKey,
  vocabularyKey,
  workspaceKey,
} from './keys';
export {
  CONVENTIONAL_FIELDS,
  type ConventionalField,
  DROPPED_FIELDS,
  LOADED_FIELDS,
  SAGEMAKER_TYPES,
  STRATEGIES,
  TOLERANCES,
} from './vocabulary';
export { isHyperparameterPath, isTestPath, SHARED, workspaceDirectory, workspaceFolder } from './layout';
export { canonicalKey, canonicalToSnake, closest, conventionalBuilder, conventionalConfig, fileRole } from './naming';
export { consequenceOf, isAcceptedName, isOfType } from './read/refusals';
export { isRequirement, isVersion } from './read/requirement-syntax';
export { isJudged, isOfWorkspace } from './define/checked-rows';
export { type Core, coreOf, isCore } from './define/core';
export {
  checkedDefinition,
  coreDefinition,
  type Definition,
  definitionsOf,
  loadedDefinitionsOf,
} from './define/definitions';
export { hasSeveralSteps, rivals } from './define/duplicate-claims';
export { isAnyWorkspaceOpen, verdictOn } from './define/known-names';
export { whatIsLost } from './define/load-loss';
export {
  isClaimedTwice,
  metadataOf,
  sameIdAs,
  toleranceOf,
  workspaceIdOf,
  workspaceNamed,
  workspacesOf,
} from './define/workspaces';
export { likelyClasses } from './components/class-components';
export { classesByPlace, classesFor, classFinder, findClass, isInCore } from './components/classes';
export { componentOf, isExemptFromBuilder, lacksClass } from './components/components';
export { canonicalName } from './components/file-name-strategies';
export { derivesFrom } from './components/inheritance';
export { findModule, moduleOf } from './components/python-modules';
export { outOfSight, scopesOf } from './components/search-scopes';
export { stubbed, stubFor } from './components/stubs';
export { closestStep, coreStepNames, replaceBy, stepNamesFor, suggesting } from './components/suggestions';
export { nominees, undecided } from './resolve/ambiguous';

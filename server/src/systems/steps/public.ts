/**
 * What rules and features may import from the step system. Everything else in this folder is internal: it may be moved
 * or changed without looking at code elsewhere.
 */
export {
  type AliasFact,
  type ComponentFact,
  type ComponentRole,
  headerOf,
  HeaderPart,
  inheritedPart,
  type HyperparameterEntry,
  type InterfaceEntry,
  isHeader,
  isHyperparameter,
  isInterface,
  isMetadata,
  isPipeline,
  isReference,
  isStep,
  isVariable,
  type MetadataEntry,
  type ModuleImportsFact,
  type ModuleNamesFact,
  type PipelineFact,
  type ReferenceFact,
  type RegistryHeader,
  type StepEntry,
  type StepsTable,
  textOf,
  type VariableFact,
  type WorkspaceImport,
} from './facts';
export { isSectionOf, type Term, type TermsFact, termsOf } from './terms';
export { aliasKey, componentKey, sagemakerTypeKey, scriptKey, specTypeKey, stepKey, workspaceKey } from './keys';
export {
  CONVENTIONAL_FIELDS,
  type ConventionalField,
  DROPPED_FIELDS,
  LOADED_FIELDS,
  SAGEMAKER_TYPES,
  STRATEGIES,
  TOLERANCES,
} from './vocabulary';
export { isCataloguePath, isHyperparameterPath, SHARED, workspaceDirectory, workspaceFolder } from './layout';
export { canonicalKey, canonicalToSnake, closest, conventionalBuilder, conventionalConfig, fileRole } from './naming';
export { answerToUnknown, asksAllRegistries } from './read/registry-api';
export { isAbsent, isAcceptedName, isOfType } from './read/refusals';
export { isRequirement, isVersion } from './read/requirement-syntax';
export { type Core, coreOf, isChecked, isCoreRow, isWorkspaceRow } from './define/core';
export {
  checkedDefinition,
  coreDefinition,
  type Definition,
  definitionsOf,
  loadedDefinitionsOf,
} from './define/definitions';
export { haveDifferentSteps, duplicateClaims } from './define/duplicate-claims';
export { effectiveRow, runOf } from './define/core-rows';
export { isAnyWorkspaceOpen, isOnlyOldName, nameVerdict, stepNamedBy } from './define/known-names';
export { loadFailureInWords, refusalInWords, rowsAfterInWords } from './define/load-loss';
export { loadingPoints, stepsTable } from './define/steps-table';
export { doubtPlace, isLostToRival } from './define/verdict';
export {
  isSharedId,
  laterRival,
  registriesWithId,
  toleranceOf,
  workspaceIdOf,
  workspaceFolderNamed,
  workspaceNamed,
  workspacesOf,
} from './define/workspaces';
export { classesByPlace, classesVisibleFrom } from './components/classes';
export { componentOf, lacksClass, rowsLackingClass } from './components/components';
export { whyScriptMayBeElsewhere } from './components/entry-points';
export { canonicalName } from './components/file-name-strategies';
export { consequenceOf } from './components/import-consequences';
export { type DeadImport, deadImports, missingExports, namesOf } from './components/dead-imports';
export { derivesFrom } from './components/inheritance';
export { hasOutputs, isOfCore, LEAST_SCORE, type Match, matchesOf, stepOf } from './components/dependency-match';
export { siblingsLeftOut } from './components/sibling-sources';
export { attributesGiven, membersOf } from './components/members';
export { isExemptFromBuilder } from './components/needs';
export { declaredSagemakerTypes, hyperparameterRows, knownWords, stepOfFileName } from './components/known-words';
export { moduleDefining, moduleMeant } from './components/module-suggestions';
export { mayBeAt } from './components/imported-modules';
export { findModule, moduleOf } from './components/python-modules';
export { searchedInWords, whyOutOfSight } from './components/search-scopes';
export { stubbedStepOf, stubFor } from './components/stubs';
export {
  closestStep,
  coreStepNames,
  replacementFix,
  stepNamesFor,
  reportWithSuggestion,
} from './components/suggestions';
export {
  changeEverywhere,
  mapPort,
  nearestTerm,
  portFixes,
  removeTerm,
  renameTerm,
  requireVariable,
  stringEdit,
  withOutput,
} from './components/term-fixes';
export {
  configOfContract,
  contractOfSpecification,
  contractsOfScript,
  giverOfContract,
  isOfPlatform,
  mayLackPaths,
  mayLackTerms,
  meetsPath,
  scriptOfContract,
} from './components/terms';
export { preferredDefinitions, ambiguousDefinitions } from './resolve/ambiguous';

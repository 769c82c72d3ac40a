/**
 * What rules and features may ask of versioned artifacts. Everything else in this folder is its own business: it may be moved or
 * changed without looking anywhere else.
 */
export {
  type ArtifactEntry,
  headerOf,
  isArtifact,
  isMetadata,
  isTree,
  type ItemFact,
  METADATA_ROOT,
  type MetadataFact,
  type PluginFact,
  type SummaryFact,
  textOf,
  type TreeFact,
  type TreeFolder,
} from './facts';
export { homeKey, nameKey, parentKey, typeKey, unpublishedKey } from './keys';
export { type ArtifactType, isArtifactType, metadataFileOf, wordFor } from './vocabulary';
export { type Home, homeOf, isArchived, isSamplePath, isVersionFolder, normalizedPath } from './layout';
export { artifactSettings } from './settings';
export { normalVersion, satisfies } from './versions';
export { METADATA_SYNTAX, PUBLISHED } from './read/metadata';
export { isPlacedAsRegistry, REGISTRY_INVALID, UNKNOWN_TYPE } from './read/registry';
export { TREE_SCHEMA } from './read/tree';
export { namespaceOf } from './define/identity';
export { labelOf, listInWords } from './define/labels';
export {
  entriesOf,
  folderFor,
  isMarkedWip,
  loadingOf,
  missingFields,
  ownHome,
  type RequiredField,
} from './define/loading';
export { isPlaceholder, isTemplate, placeholdersIn } from './define/placeholders';
export { comparePrecedence, registriesOf, registryOf } from './define/registries';
export { addToRegistry, addToTree, metadataStub, removeEntry } from './components/fixes';
export { missingModuleOf, targetExists, targetsOf } from './components/targets';
export {
  compareFolder,
  treeDifferences,
  folderIn,
  treeEntryAt,
  isCopy,
  isIgnored,
  originalOf,
  rootOf,
  treeAbove,
} from './components/trees';
export { hiddenVersions } from './resolve/hidden';
export { deprecationOf } from './resolve/deprecation';

import { builderMethod } from './alignment/builder-method';
import { configAttribute } from './alignment/config-attribute';
import { catalogueIndex } from './alignment/catalogue-index';
import { contractSpecification } from './alignment/contract-specification';
import { directInput } from './alignment/direct-input';
import { duplicateName } from './alignment/duplicate-name';
import { missingExport } from './alignment/missing-export';
import { missingModule as missingImportedModule } from './alignment/missing-module';
import { missingName as missingImportedName } from './alignment/missing-name';
import { missingSource } from './alignment/missing-source';
import { propertyPath } from './alignment/property-path';
import { scriptArgument } from './alignment/script-argument';
import { scriptPath } from './alignment/script-path';
import { scriptVariable } from './alignment/script-variable';
import { unknownNode } from './alignment/unknown-node';
import { misspeltVariable } from './alignment/misspelt-variable';
import { requiredInput } from './alignment/required-input';
import { unmappedPort } from './alignment/unmapped-port';
import { unmetDependency } from './alignment/unmet-dependency';
import { unsetVariable } from './alignment/unset-variable';
import { unusedByScript } from './alignment/unused-by-script';
import { commitMissing } from './artifact/commit-missing';
import { deadPlugin } from './artifact/dead-plugin';
import { deprecated as artifactDeprecated } from './artifact/deprecated';
import { duplicate } from './artifact/duplicate';
import { duplicateUuid } from './artifact/duplicate-uuid';
import { entryInvalid } from './artifact/entry-invalid';
import { entryPointMissing as artifactEntryPointMissing } from './artifact/entry-point-missing';
import { hiddenVersion } from './artifact/hidden-version';
import { incompatible } from './artifact/incompatible';
import { invalidMetadata as invalidArtifactMetadata } from './artifact/invalid-metadata';
import { missingMetadata } from './artifact/missing-metadata';
import { missingPath } from './artifact/missing-path';
import { nameMismatch } from './artifact/name-mismatch';
import { placeholder } from './artifact/placeholder';
import { registryInvalid } from './artifact/registry-invalid';
import { summaryMismatch } from './artifact/summary-mismatch';
import { unlistedVersion } from './artifact/unlisted-version';
import { versionMismatch as artifactVersionMismatch } from './artifact/version-mismatch';
import { wip } from './artifact/wip';
import { invalid } from './config/invalid';
import { missingModule } from './hyperparameter/missing-module';
import { annotationContradiction } from './module/annotation-contradiction';
import { callInputs } from './module/call-inputs';
import { caseCollision } from './module/case-collision';
import { configuration } from './module/configuration';
import { dependencyCycle } from './module/dependency-cycle';
import { dependencyShape } from './module/dependency-shape';
import { deprecated as moduleDeprecated } from './module/deprecated';
import { duplicateDependency } from './module/duplicate-dependency';
import { duplicateId } from './module/duplicate-id';
import { duplicateNamespace } from './module/duplicate-namespace';
import { entryPoint } from './module/entry-point';
import { executeSchema } from './module/execute-schema';
import { idMap } from './module/id-map';
import { invalid as invalidModule } from './module/invalid';
import { invalidId as invalidModuleId } from './module/invalid-id';
import { metadataOverridesCode } from './module/metadata-overrides-code';
import { metadataSchema } from './module/metadata-schema';
import { metadataSyntax } from './module/metadata-syntax';
import { missingDependency } from './module/missing-dependency';
import { optionalDependencyMissing } from './module/optional-dependency-missing';
import { orphanMetadata } from './module/orphan-metadata';
import { scan } from './module/scan';
import { unknownReference as unknownModule } from './module/unknown-reference';
import { versionConstraint } from './module/version-constraint';
import { versionMismatch as moduleVersionMismatch } from './module/version-mismatch';
import { violation } from './policy/violation';
import { duplicateKey } from './registry/duplicate-key';
import { hiddenCharacters } from './registry/hidden-characters';
import { ignoredFile } from './registry/ignored-file';
import { ignoredVariable } from './registry/ignored-variable';
import { loadError } from './registry/load-error';
import { mergeMarkers } from './registry/merge-markers';
import { missingSection } from './registry/missing-section';
import { noCore } from './registry/no-core';
import { notStatic } from './registry/not-static';
import { syntaxError } from './registry/syntax-error';
import { unreadable } from './registry/unreadable';
import { ambiguousResolution } from './step/ambiguous-resolution';
import { builderBase } from './step/builder-base';
import { componentConflict } from './step/component-conflict';
import { conflict } from './step/conflict';
import { droppedField } from './step/dropped-field';
import { duplicateBuilder } from './step/duplicate-builder';
import { duplicateConfigClass } from './step/duplicate-config-class';
import { duplicateInterface } from './step/duplicate-interface';
import { duplicateSpecType } from './step/duplicate-spec-type';
import { entryPointMissing } from './step/entry-point-missing';
import { interfaceAlignment } from './step/interface-alignment';
import { interfaceInvalid } from './step/interface-invalid';
import { invalidFieldType } from './step/invalid-field-type';
import { invalidName } from './step/invalid-name';
import { legacyAlias } from './step/legacy-alias';
import { localAndOverride } from './step/local-and-override';
import { missingBuilder } from './step/missing-builder';
import { missingComponent } from './step/missing-component';
import { missingConfig } from './step/missing-config';
import { missingField } from './step/missing-field';
import { namingConvention } from './step/naming-convention';
import { notAMapping } from './step/not-a-mapping';
import { overrideUnknown } from './step/override-unknown';
import { packShadowsPackage } from './step/pack-shadows-package';
import { shadowsCore } from './step/shadows-core';
import { unknownArgument } from './step/unknown-argument';
import { unknownField } from './step/unknown-field';
import { unknownReference } from './step/unknown-reference';
import { unknownSagemakerType } from './step/unknown-sagemaker-type';
import { unknownSource } from './step/unknown-source';
import { unknownStrategy } from './step/unknown-strategy';
import { unmappedFileName } from './step/unmapped-file-name';
import { unregisteredBuilder } from './step/unregistered-builder';
import { unused } from './suppression/unused';
import { treeInvalid } from './tree/invalid';
import { missingArtifact } from './tree/missing-artifact';
import { staleEntry } from './tree/stale-entry';
import { untrackedFile } from './tree/untracked-file';
import { idClash } from './workspace/id-clash';
import { idMismatch } from './workspace/id-mismatch';
import { invalidId } from './workspace/invalid-id';
import { invalidMetadata } from './workspace/invalid-metadata';
import { isolation } from './workspace/isolation';
import { mergePreview } from './workspace/merge-preview';
import { missingDirectory } from './workspace/missing-directory';
import type { Rule } from './rule';

/** Every rule, by code. `scripts/gen.ts` writes the rule pages and the project file's schema from this table. */
export const RULES: readonly Rule[] = [
  builderMethod,
  catalogueIndex,
  configAttribute,
  contractSpecification,
  directInput,
  duplicateName,
  missingExport,
  missingImportedModule,
  missingImportedName,
  missingSource,
  propertyPath,
  scriptArgument,
  scriptPath,
  scriptVariable,
  unknownNode,
  misspeltVariable,
  requiredInput,
  unmappedPort,
  unmetDependency,
  unsetVariable,
  unusedByScript,
  commitMissing,
  deadPlugin,
  artifactDeprecated,
  duplicate,
  duplicateUuid,
  entryInvalid,
  artifactEntryPointMissing,
  hiddenVersion,
  incompatible,
  invalidArtifactMetadata,
  missingMetadata,
  missingPath,
  nameMismatch,
  placeholder,
  registryInvalid,
  summaryMismatch,
  unlistedVersion,
  artifactVersionMismatch,
  wip,
  invalid,
  missingModule,
  annotationContradiction,
  callInputs,
  caseCollision,
  configuration,
  dependencyCycle,
  dependencyShape,
  moduleDeprecated,
  duplicateDependency,
  duplicateId,
  duplicateNamespace,
  entryPoint,
  executeSchema,
  idMap,
  invalidModule,
  invalidModuleId,
  metadataOverridesCode,
  metadataSchema,
  metadataSyntax,
  missingDependency,
  optionalDependencyMissing,
  orphanMetadata,
  scan,
  unknownModule,
  versionConstraint,
  moduleVersionMismatch,
  violation,
  duplicateKey,
  hiddenCharacters,
  ignoredFile,
  ignoredVariable,
  loadError,
  mergeMarkers,
  missingSection,
  noCore,
  notStatic,
  syntaxError,
  unreadable,
  ambiguousResolution,
  builderBase,
  componentConflict,
  conflict,
  droppedField,
  duplicateBuilder,
  duplicateConfigClass,
  duplicateInterface,
  duplicateSpecType,
  entryPointMissing,
  interfaceAlignment,
  interfaceInvalid,
  invalidFieldType,
  invalidName,
  legacyAlias,
  localAndOverride,
  missingBuilder,
  missingComponent,
  missingConfig,
  missingField,
  namingConvention,
  notAMapping,
  overrideUnknown,
  packShadowsPackage,
  shadowsCore,
  unknownArgument,
  unknownField,
  unknownReference,
  unknownSagemakerType,
  unknownSource,
  unknownStrategy,
  unmappedFileName,
  unregisteredBuilder,
  unused,
  treeInvalid,
  missingArtifact,
  staleEntry,
  untrackedFile,
  idClash,
  idMismatch,
  invalidId,
  invalidMetadata,
  isolation,
  mergePreview,
  missingDirectory,
];

import { fileName } from '../../../base/paths';
import { classKey, classSuffix, type ClassFact } from '../../../model/class-outline';
import { keysByKind } from '../../system';
import {
  textOf,
  type AliasFact,
  type ComponentFact,
  type HyperparameterEntry,
  type IgnoreFact,
  type ImportFact,
  type InterfaceEntry,
  type MetadataEntry,
  type ModuleImportsFact,
  type ModuleNamesFact,
  type ProgramFact,
  type ReferenceFact,
  type RegistryHeader,
  type StepEntry,
  type VocabularyFact,
  type WorkspaceImport,
} from '../facts';
import {
  ABORTS_KEY,
  aliasKey,
  builderTermsKey,
  classesInKey,
  componentKey,
  componentWordsKey,
  contractKey,
  configTermsKey,
  contractTermsKey,
  CORE_CHANGES_KEY,
  CORE_KEY,
  HYPERPARAMETERS_KEY,
  IGNORES_KEY,
  importKey,
  MODULE_IMPORTS_KEY,
  MODULE_MAKERS_KEY,
  MODULE_NAMES_KEY,
  OUTER_IMPORTS_KEY,
  programKey,
  referenceKey,
  sagemakerTypeKey,
  scriptKey,
  scriptTermsKey,
  SPECIFICATIONS_KEY,
  specTypeKey,
  stepKey,
  variantKey,
  vocabularyKey,
  workspaceKey,
  WORKSPACES_KEY,
} from '../keys';
import { workspaceDirectory } from '../layout';
import { fileRole, stepsOfVariant, withoutJobType } from '../naming';
import type { TermsFact } from '../terms';
import { SAGEMAKER_TYPES } from '../vocabulary';

type Indexed =
  | AliasFact
  | ClassFact
  | ComponentFact
  | HyperparameterEntry
  | IgnoreFact
  | ImportFact
  | InterfaceEntry
  | MetadataEntry
  | ModuleImportsFact
  | ModuleNamesFact
  | ProgramFact
  | ReferenceFact
  | RegistryHeader
  | StepEntry
  | TermsFact
  | VocabularyFact
  | WorkspaceImport;

/** The keys under which a fact of a step registry is indexed. */
export const keysOf = keysByKind<Indexed>({
  class({ name, file }, index) {
    const suffix = classSuffix(name);
    if (suffix !== undefined) index.provides(classesInKey(suffix, workspaceDirectory(file.path)));
  },
  registry(header, index) {
    if (header.form === 'ignored') return;
    index.provides(header.form === 'workspace' ? WORKSPACES_KEY : CORE_KEY);
    if (endsLoading(header)) index.provides(ABORTS_KEY);
    if (header.form !== 'workspace') return;
    if (header.directory !== undefined) index.provides(workspaceKey(header.directory));
    const id = header.id?.is === 'text' ? header.id.text : header.id?.likely;
    if (id !== undefined && id !== header.directory) index.provides(workspaceKey(id));
    if (header.changesCore === true) index.provides(CORE_CHANGES_KEY);
  },
  metadata(metadata, index) {
    if (metadata.name !== '') index.provides(workspaceKey(metadata.name));
  },
  step(entry, index) {
    index.provides(stepKey(entry.name));
    index.reads(componentKey(entry.name));
    // A row that names the same class in both fields is listed as its reader once.
    const classes = new Set(['builder_step_name', 'config_class'].flatMap(field => textOf(entry, field) ?? []));
    for (const name of classes) if (name !== '') index.reads(classKey(name));
    const specType = textOf(entry, 'spec_type');
    if (specType !== undefined && specType !== '') index.reads(specTypeKey(specType));
    const type = textOf(entry, 'sagemaker_step_type');
    if (type !== undefined && !SAGEMAKER_TYPES.has(type) && workspaceDirectory(entry.file.path) === undefined)
      index.reads(sagemakerTypeKey(type));
  },
  hyperparameter(row, index) {
    index.provides(HYPERPARAMETERS_KEY);
    const name = textOf(row, 'class_name');
    if (name !== undefined && name !== '') index.reads(classKey(name));
  },
  alias(alias, index) {
    index.provides(aliasKey(alias.name));
    index.reads(stepKey(alias.target));
  },
  component(component, index) {
    for (const key of new Set(stepsServedBy(component).flatMap(name => [componentKey(name), componentWordsKey(name)])))
      index.provides(key);
    if (component.role === 'contract' && component.variable !== undefined)
      index.provides(contractKey(component.variable));
    if (component.contract !== undefined) index.reads(contractKey(component.contract));
    if (component.role === 'script') index.provides(scriptKey(`${component.name}.py`));
    if (component.entryPoint !== undefined) index.reads(scriptKey(fileName(component.entryPoint)));
  },
  terms(terms, index) {
    if (terms.by === 'specification') index.provides(SPECIFICATIONS_KEY);
    if (terms.by === 'contract') index.provides(contractTermsKey(terms.name));
    if (terms.by === 'script') index.provides(scriptTermsKey(terms.name));
    if (terms.by === 'builder') index.provides(builderTermsKey(terms.name));
    if (terms.by === 'config') index.provides(configTermsKey(terms.name));
    if (terms.contract !== undefined) index.reads(contractTermsKey(terms.contract.variable));
    if (terms.entryPoint !== undefined) index.reads(scriptTermsKey(fileName(terms.entryPoint)));
  },
  program(program, index) {
    index.provides(programKey(program.name));
  },
  interface(contents, index) {
    const script = textOf(contents, 'contract.entry_point');
    if (script !== undefined) index.reads(scriptKey(fileName(script)));
  },
  import(each, index) {
    index.provides(importKey(each.name));
    if (!/^\.[^.]/.test(each.module)) index.provides(OUTER_IMPORTS_KEY);
  },
  'git-ignore'(_, index) {
    index.provides(IGNORES_KEY);
  },
  'module-imports'(_, index) {
    index.provides(MODULE_IMPORTS_KEY);
  },
  'module-names'(names, index) {
    index.provides(MODULE_NAMES_KEY);
    if (names.made !== undefined) index.provides(MODULE_MAKERS_KEY);
  },
  reference(reference, index) {
    index.reads(referenceKey(reference));
    if (reference.to === 'step' || reference.to === 'source' || reference.to === 'node')
      for (const step of stepsOfVariant(reference.name)) index.reads(variantKey(step));
  },
  'workspace-import'({ directory }, index) {
    index.reads(workspaceKey(directory));
  },
  vocabulary(vocabulary, index) {
    index.provides(vocabularyKey(vocabulary.name));
  },
});

/** The steps that a component may belong to: by content, else by file name; for specs also without a job type. */
function stepsServedBy({ role, stepType, variable, name, file }: ComponentFact): string[] {
  const called = [fileRole(file.path)?.base ?? name, ...(variable === undefined ? [] : [variable])];
  const served = stepType === undefined ? called : [stepType];
  return role === 'spec' ? served.flatMap(each => [each, withoutJobType(each)]) : served;
}

/**
 * Whether a file ends the registry manager while it is built: a workspace that ends the program; a registry of the package that
 * cannot be imported, or whose rows are refused.
 */
function endsLoading({ form, run, stopsAt }: RegistryHeader): boolean {
  if (form === 'workspace') return run?.outcome === 'exits';
  return stopsAt !== undefined || (run !== undefined && run.outcome !== 'cannot tell');
}

import { fileName } from '../../../base/paths';
import { classKey, classSuffix } from '../../../model/class-outline';
import type { Fact } from '../../../model/fact';
import type { KeyWriter } from '../../system';
import {
  textOf,
  type AliasFact,
  type ComponentFact,
  type HyperparameterEntry,
  type ImportFact,
  type InterfaceEntry,
  type MetadataEntry,
  type ReferenceFact,
  type RegistryHeader,
  type StepEntry,
  type WorkspaceImport,
} from '../facts';
import {
  aliasKey,
  classesInKey,
  componentKey,
  componentWordsKey,
  CORE_KEY,
  HYPERPARAMETERS_KEY,
  importKey,
  referenceKey,
  sagemakerTypeKey,
  scriptKey,
  specTypeKey,
  stepKey,
  variantKey,
  vocabularyKey,
  workspaceKey,
  WORKSPACES_KEY,
} from '../keys';
import { workspaceDirectory } from '../layout';
import { fileRole, stepsOfVariant, withoutJobType } from '../naming';
import { SAGEMAKER_TYPES } from '../vocabulary';

/** The keys under which a fact of a step registry is indexed. */
export function keysOf(fact: Fact, index: KeyWriter): void {
  KEYS[fact.kind]?.(fact as never, index);
}

const KEYS: Readonly<Record<string, ((fact: never, index: KeyWriter) => void) | undefined>> = {
  class({ name, file }: Fact, index) {
    const suffix = classSuffix(name);
    if (suffix !== undefined) index.provides(classesInKey(suffix, workspaceDirectory(file.path)));
  },
  registry(header: RegistryHeader, index) {
    if (header.form === 'ignored') return;
    index.provides(header.form === 'workspace' ? WORKSPACES_KEY : CORE_KEY);
    if (header.form === 'workspace' && header.directory !== undefined) index.provides(workspaceKey(header.directory));
  },
  metadata(metadata: MetadataEntry, index) {
    if (metadata.name !== '') index.provides(workspaceKey(metadata.name));
  },
  step(entry: StepEntry, index) {
    index.provides(stepKey(entry.name));
    index.reads(componentKey(entry.name));
    readField(entry, 'builder_step_name', classKey, index);
    // A row that names one class twice is listed under it once.
    if (textOf(entry, 'config_class') !== textOf(entry, 'builder_step_name'))
      readField(entry, 'config_class', classKey, index);
    readField(entry, 'spec_type', specTypeKey, index);
    const type = textOf(entry, 'sagemaker_step_type');
    if (type !== undefined && !SAGEMAKER_TYPES.has(type) && workspaceDirectory(entry.file.path) === undefined)
      index.reads(sagemakerTypeKey(type));
  },
  hyperparameter(row: HyperparameterEntry, index) {
    index.provides(HYPERPARAMETERS_KEY);
    readField(row, 'class_name', classKey, index);
  },
  alias(alias: AliasFact, index) {
    index.provides(aliasKey(alias.name));
    index.reads(stepKey(alias.target));
  },
  component(component: ComponentFact, index) {
    for (const key of new Set(stepsServedBy(component).flatMap(name => [componentKey(name), componentWordsKey(name)])))
      index.provides(key);
    if (component.role === 'script') index.provides(scriptKey(`${component.name}.py`));
    if (component.entryPoint !== undefined) index.reads(scriptKey(fileName(component.entryPoint)));
  },
  interface(contents: InterfaceEntry, index) {
    const script = textOf(contents, 'contract.entry_point');
    if (script !== undefined) index.reads(scriptKey(fileName(script)));
  },
  import(each: ImportFact, index) {
    index.provides(importKey(each.name));
  },
  reference(reference: ReferenceFact, index) {
    index.reads(referenceKey(reference));
    if (reference.to === 'step' || reference.to === 'source')
      for (const step of stepsOfVariant(reference.name)) index.reads(variantKey(step));
  },
  'workspace-import'({ directory }: WorkspaceImport, index) {
    index.reads(workspaceKey(directory));
  },
  vocabulary(vocabulary: Fact, index) {
    index.provides(vocabularyKey(vocabulary.name));
  },
};

/** The steps that a file may serve, by what it says, else by what it is called; of specs also without a job type. */
function stepsServedBy({ role, stepType, variable, name, file }: ComponentFact): string[] {
  const called = [fileRole(file.path)?.base ?? name, ...(variable === undefined ? [] : [variable])];
  const served = stepType === undefined ? called : [stepType];
  return role === 'spec' ? served.flatMap(each => [each, withoutJobType(each)]) : served;
}

function readField(
  entry: StepEntry | HyperparameterEntry,
  field: string,
  key: (name: string) => string,
  index: KeyWriter,
): void {
  const name = textOf(entry, field);
  if (name !== undefined && name !== '') index.reads(key(name));
}

import type { FixEdit } from '../../model/fix';
import type { Lookup } from '../../model/lookup';
import { findClass } from './classes';
import { coreOf } from './core';
import type { Definition } from './definitions';
import { textOf } from './facts';
import { packageOf } from './layout';
import { moduleOf } from './modules';
import { conventionalFile } from './names';

/**
 * The creation of a file with a builder or config class for a step to start from, where the convention puts it; nothing
 * when there is a file already, or no class can have that name.
 */
export function stubFor(
  role: 'builder' | 'config',
  className: string,
  { entry }: Definition,
  lookup: Lookup,
): FixEdit | undefined {
  const home = packageOf(entry.file.path) ?? coreOf(lookup)?.package;
  if (home === undefined || !/^[A-Za-z_]\w*$/.test(className) || !/^[\w-]+$/.test(entry.name)) return undefined;
  const path = `${home}/steps/${conventionalFile(role, entry.name)}`;
  if (lookup.hasFile(path)) return undefined;
  const text =
    role === 'builder'
      ? builderStub(entry.name, className, lookup)
      : configStub(entry.name, className, textOf(entry, 'sagemaker_step_type') === 'Processing', lookup);
  return { do: 'create-file', path, text };
}

function builderStub(step: string, className: string, lookup: Lookup): string {
  const base = 'StepBuilderBase';
  return `"""Builds the pipeline step ${step}."""

from ${importOf(base, 'cursus.core.base.builder_base', lookup)} import ${base}


class ${className}(${base}):
    """Builds the pipeline step ${step}."""

    def validate_configuration(self) -> None:
        raise NotImplementedError

    def _get_inputs(self, inputs):
        raise NotImplementedError

    def _get_outputs(self, outputs):
        raise NotImplementedError

    def create_step(self, **kwargs):
        raise NotImplementedError
`;
}

function configStub(step: string, className: string, isProcessing: boolean, lookup: Lookup): string {
  const [base, module] = isProcessing
    ? ['ProcessingStepConfigBase', 'cursus.steps.configs.config_processing_step_base']
    : ['BasePipelineConfig', 'cursus.core.base.config_base'];
  return `"""Configuration of the pipeline step ${step}."""

from ${importOf(base, module, lookup)} import ${base}


class ${className}(${base}):
    """Configuration of the pipeline step ${step}."""
`;
}

/** The module of a core class as it is imported, or where the public package has it. */
function importOf(className: string, otherwise: string, lookup: Lookup): string {
  const core = coreOf(lookup);
  const found = findClass(className, undefined, lookup);
  return core === undefined || found.status !== 'found' ? otherwise : moduleOf(found.fact.file.path, core);
}

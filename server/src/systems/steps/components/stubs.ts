import type { FixEdit } from '../../../model/fix';
import { textOf, type StepEntry } from '../facts';
import { packageOf } from '../layout';
import { conventionalFile } from '../naming';

/** A step that lacks a class. */
export interface StubbedStep {
  readonly name: string;
  /** Its SageMaker step type. */
  readonly type: string | undefined;
  /** The path of the file that registers it. */
  readonly registry: string;
}

/** What a file that is made for a row has to know of it. */
export function stubbedStepOf(entry: StepEntry): StubbedStep {
  return { name: entry.name, type: textOf(entry, 'sagemaker_step_type'), registry: entry.file.path };
}

/**
 * An edit that creates a file with a minimal builder or config class, at the conventional path. Returns undefined if no
 * class or file can have the name. Base classes are imported from the modules of the public package.
 */
export function stubFor(
  role: 'builder' | 'config',
  className: string,
  step: StubbedStep,
): Extract<FixEdit, { do: 'create-file' }> | undefined {
  const home = packageOf(step.registry);
  if (home === undefined || !/^[A-Za-z_]\w*$/.test(className) || !/^[\w-]+$/.test(step.name)) return undefined;
  const text = role === 'builder' ? builderStub(step.name, className) : configStub(step, className);
  return { do: 'create-file', path: `${home}/steps/${conventionalFile(role, step.name)}`, text };
}

function builderStub(step: string, className: string): string {
  return `"""Builds the pipeline step ${step}."""

from cursus.core.base.builder_base import StepBuilderBase


class ${className}(StepBuilderBase):
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

function configStub({ name, type }: StubbedStep, className: string): string {
  const [base, module] =
    type === 'Processing'
      ? ['ProcessingStepConfigBase', 'cursus.steps.configs.config_processing_step_base']
      : ['BasePipelineConfig', 'cursus.core.base.config_base'];
  return `"""Configuration of the pipeline step ${name}."""

from ${module} import ${base}


class ${className}(${base}):
    """Configuration of the pipeline step ${name}."""
`;
}

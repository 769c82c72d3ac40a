"""Builds the pipeline step TabularPreprocessing: merges data shards, cleans the label and splits the rows into train, test and validation sets."""

from typing import Dict

from sagemaker.processing import ProcessingInput, ProcessingOutput
from sagemaker.sklearn import SKLearnProcessor
from sagemaker.workflow.steps import ProcessingStep

from ...core.base.builder_base import StepBuilderBase
from ..configs.config_tabular_preprocessing_step import TabularPreprocessingConfig
from ..specs.tabular_preprocessing_training_spec import TABULAR_PREPROCESSING_TRAINING_SPEC


class TabularPreprocessingStepBuilder(StepBuilderBase):
    """Merges data shards, cleans the label and splits the rows into train, test and validation sets."""

    def __init__(self, config: TabularPreprocessingConfig, sagemaker_session=None, role: str = ""):
        super().__init__(config=config, spec=TABULAR_PREPROCESSING_TRAINING_SPEC, sagemaker_session=sagemaker_session, role=role)

    def create_step(self, dependencies=None, **options):
        processor = SKLearnProcessor(
            framework_version=self.config.processing_framework_version,
            role=self.role,
            instance_type=self.config.processing_instance_type,
            instance_count=self.config.processing_instance_count,
            env=self._get_environment_variables(),
        )
        found = self.extract_inputs_from_dependencies(dependencies or [])
        return ProcessingStep(
            name=self._get_step_name(),
            processor=processor,
            inputs=[ProcessingInput(input_name=key, source=uri, destination=self.input_path(key)) for key, uri in found.items()],
            outputs=[ProcessingOutput(output_name=key, source=self.output_path(key)) for key in self.spec.outputs],
            code=self.config.get_script_path(),
            job_arguments=["--job_type", self.config.job_type],
            depends_on=dependencies or [],
        )

"""Builds the pipeline step MissingValueImputation: fills missing values with statistics of the training set."""

from typing import Dict

from sagemaker.processing import ProcessingInput, ProcessingOutput
from sagemaker.sklearn import SKLearnProcessor
from sagemaker.workflow.steps import ProcessingStep

from ...core.base.builder_base import StepBuilderBase
from ..configs.config_missing_value_imputation_step import MissingValueImputationConfig
from ..specs.missing_value_imputation_training_spec import MISSING_VALUE_IMPUTATION_TRAINING_SPEC


class MissingValueImputationStepBuilder(StepBuilderBase):
    """Fills missing values with statistics of the training set."""

    def __init__(self, config: MissingValueImputationConfig, sagemaker_session=None, role: str = ""):
        super().__init__(config=config, spec=MISSING_VALUE_IMPUTATION_TRAINING_SPEC, sagemaker_session=sagemaker_session, role=role)

    def validate_configuration(self) -> None:
        for name in ("numeric_columns",):
            if getattr(self.config, name) in (None, "", []):
                raise ValueError(f"MissingValueImputation needs {name}")

    def _get_environment_variables(self) -> Dict[str, str]:
        variables = super()._get_environment_variables()
        variables["IMPUTATION_STRATEGY"] = str(self.config.strategy)
        return variables

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

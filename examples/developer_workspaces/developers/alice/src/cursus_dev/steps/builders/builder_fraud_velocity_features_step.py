"""Builds the pipeline step FraudVelocityFeatures: counts payments per card and hour."""

from typing import Dict

from sagemaker.processing import ProcessingInput, ProcessingOutput
from sagemaker.sklearn import SKLearnProcessor
from sagemaker.workflow.steps import ProcessingStep

from cursus.core.base.builder_base import StepBuilderBase
from ..configs.config_fraud_velocity_features_step import VelocityFeaturesConfig
from ..specs.fraud_velocity_features_spec import FRAUD_VELOCITY_FEATURES_SPEC


class FraudVelocityFeaturesStepBuilder(StepBuilderBase):
    """Counts payments per card and hour."""

    def __init__(self, config: VelocityFeaturesConfig, sagemaker_session=None, role: str = ""):
        super().__init__(config=config, spec=FRAUD_VELOCITY_FEATURES_SPEC, sagemaker_session=sagemaker_session, role=role)

    def _get_environment_variables(self) -> Dict[str, str]:
        variables = super()._get_environment_variables()
        variables["WINDOW_HOURS"] = str(self.config.window_hours)
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
            depends_on=dependencies or [],
        )


class FraudVelocityBackfillStepBuilder(FraudVelocityFeaturesStepBuilder):
    """The same for past months, one month per job."""

    def _get_step_name(self) -> str:
        return f"{super()._get_step_name()}-{self.config.start_month}"

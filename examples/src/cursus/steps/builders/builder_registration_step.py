"""Builds the pipeline step Registration: registers the packed model with the model service."""

from secure_sdk.workflow.steps import MimsModelRegistrationProcessingStep

from ...core.base.builder_base import StepBuilderBase
from ..configs.config_registration_step import RegistrationConfig
from ..specs.registration_spec import REGISTRATION_SPEC


class RegistrationStepBuilder(StepBuilderBase):
    """Registers the packed model with the model service."""

    def __init__(self, config: RegistrationConfig, sagemaker_session=None, role: str = ""):
        super().__init__(config=config, spec=REGISTRATION_SPEC, sagemaker_session=sagemaker_session, role=role)

    def validate_configuration(self) -> None:
        for name in ("model_domain", "model_objective"):
            if getattr(self.config, name) in (None, "", []):
                raise ValueError(f"Registration needs {name}")

    def create_step(self, dependencies=None, **options):
        found = self.extract_inputs_from_dependencies(dependencies or [])
        return MimsModelRegistrationProcessingStep(
            step_name=self._get_step_name(),
            role=self.role,
            processing_input=[self.as_processing_input(key, uri) for key, uri in sorted(found.items())],
            performance_metadata_location=self.config.performance_metadata_location,
            sagemaker_session=self.sagemaker_session,
            depends_on=dependencies or [],
        )

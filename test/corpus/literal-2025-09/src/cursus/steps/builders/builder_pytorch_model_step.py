"""Builds the pipeline step PyTorchModel: makes a deployable model from PyTorch artifacts."""

from sagemaker.pytorch import PyTorchModel
from sagemaker.workflow.model_step import ModelStep

from ...core.base.builder_base import StepBuilderBase
from ..configs.config_pytorch_model_step import PyTorchModelStepConfig
from ..specs.pytorch_model_spec import PYTORCH_MODEL_SPEC


class PyTorchModelStepBuilder(StepBuilderBase):
    """Makes a deployable model from PyTorch artifacts."""

    def __init__(self, config: PyTorchModelStepConfig, sagemaker_session=None, role: str = ""):
        super().__init__(config=config, spec=PYTORCH_MODEL_SPEC, sagemaker_session=sagemaker_session, role=role)

    def validate_configuration(self) -> None:
        for name in ("inference_entry_point",):
            if getattr(self.config, name) in (None, "", []):
                raise ValueError(f"PyTorchModel needs {name}")

    def create_step(self, dependencies=None, **options):
        found = self.extract_inputs_from_dependencies(dependencies or [])
        model = PyTorchModel(
            model_data=found["model_data"],
            role=self.role,
            entry_point=self.config.inference_entry_point,
            framework_version=self.config.framework_version,
            env=self._get_environment_variables(),
            sagemaker_session=self.sagemaker_session,
        )
        # A model step has no job of its own: SageMaker registers the artifacts, so there is no script to run.
        return ModelStep(
            name=self._get_step_name(),
            step_args=model.create(instance_type=self.config.instance_type),
            depends_on=dependencies or [],
        )

"""Builds the pipeline step PyTorchTraining: trains a neural network with PyTorch."""

from sagemaker.inputs import TrainingInput
from sagemaker.pytorch import PyTorch
from sagemaker.workflow.steps import TrainingStep

from ...core.base.builder_base import StepBuilderBase
from ..configs.config_pytorch_training_step import PyTorchTrainingConfig
from ..specs.pytorch_training_spec import PYTORCH_TRAINING_SPEC


class PyTorchTrainingStepBuilder(StepBuilderBase):
    """Trains a neural network with PyTorch."""

    def __init__(self, config: PyTorchTrainingConfig, sagemaker_session=None, role: str = ""):
        super().__init__(config=config, spec=PYTORCH_TRAINING_SPEC, sagemaker_session=sagemaker_session, role=role)

    def create_step(self, dependencies=None, **options):
        estimator = PyTorch(
            entry_point=self.config.training_entry_point,
            source_dir=self.config.source_dir,
            role=self.role,
            instance_type=self.config.training_instance_type,
            instance_count=self.config.training_instance_count,
            volume_size=self.config.training_volume_size,
            environment=self._get_environment_variables(),
            output_path=self._get_output_path(),
        )
        found = self.extract_inputs_from_dependencies(dependencies or [])
        channels = {key: TrainingInput(s3_data=uri) for key, uri in found.items()}
        return TrainingStep(name=self._get_step_name(), estimator=estimator, inputs=channels, depends_on=dependencies or [])

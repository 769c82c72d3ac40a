"""Builds the pipeline step LightGBMTraining: trains a gradient boosted tree model with LightGBM."""

from sagemaker.estimator import Estimator
from sagemaker.inputs import TrainingInput
from sagemaker.workflow.steps import TrainingStep

from ...core.base.builder_base import StepBuilderBase
from ..configs.config_lightgbm_training_step import LightGBMTrainingConfig
from ..specs.lightgbm_training_spec import LIGHTGBM_TRAINING_SPEC


class LightGBMTrainingStepBuilder(StepBuilderBase):
    """Trains a gradient boosted tree model with LightGBM."""

    def __init__(self, config: LightGBMTrainingConfig, sagemaker_session=None, role: str = ""):
        super().__init__(config=config, spec=LIGHTGBM_TRAINING_SPEC, sagemaker_session=sagemaker_session, role=role)

    def validate_configuration(self) -> None:
        for name in ("training_entry_point",):
            if getattr(self.config, name) in (None, "", []):
                raise ValueError(f"LightGBMTraining needs {name}")

    def create_step(self, dependencies=None, **options):
        estimator = Estimator(
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

"""Builds the pipeline step XGBoostTraining: xGBoost with early stopping on precision at the top."""

from typing import Dict

from sagemaker.inputs import TrainingInput
from sagemaker.workflow.steps import TrainingStep
from sagemaker.xgboost import XGBoost

from cursus.core.base.builder_base import StepBuilderBase
from ..configs.config_xgboost_training_step import CustomXGBoostTrainingConfig
from cursus.steps.specs.xgboost_training_spec import XGBOOST_TRAINING_SPEC


class CustomXGBoostTrainingStepBuilder(StepBuilderBase):
    """XGBoost with early stopping on precision at the top."""

    def __init__(self, config: CustomXGBoostTrainingConfig, sagemaker_session=None, role: str = ""):
        super().__init__(config=config, spec=XGBOOST_TRAINING_SPEC, sagemaker_session=sagemaker_session, role=role)

    def validate_configuration(self) -> None:
        for name in ("training_entry_point",):
            if getattr(self.config, name) in (None, "", []):
                raise ValueError(f"XGBoostTraining needs {name}")

    def _get_environment_variables(self) -> Dict[str, str]:
        variables = super()._get_environment_variables()
        variables["PATIENCE"] = str(self.config.patience)
        return variables

    def create_step(self, dependencies=None, **options):
        estimator = XGBoost(
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

"""Builds the pipeline step XGBoostTraining: trains a gradient boosted tree model with XGBoost."""

from typing import Dict

from sagemaker.inputs import TrainingInput
from sagemaker.workflow.steps import TrainingStep
from sagemaker.xgboost import XGBoost

from ...core.base.builder_base import StepBuilderBase
from ..configs.config_xgboost_training_step import XGBoostTrainingConfig
from ..specs.xgboost_training_spec import XGBOOST_TRAINING_SPEC


class XGBoostTrainingStepBuilder(StepBuilderBase):
    """Trains a gradient boosted tree model with XGBoost."""

    def __init__(self, config: XGBoostTrainingConfig, sagemaker_session=None, role: str = ""):
        super().__init__(config=config, spec=XGBOOST_TRAINING_SPEC, sagemaker_session=sagemaker_session, role=role)

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

from cursus.core.base.builder_base import StepBuilderBase

from ..configs.config_xgboost_training_step import XGBoostTrainingConfig


class XGBoostTrainingStepBuilder(StepBuilderBase):
    """Builds the step that trains gradient boosted trees."""

    def __init__(self, config: XGBoostTrainingConfig):
        super().__init__(config=config)

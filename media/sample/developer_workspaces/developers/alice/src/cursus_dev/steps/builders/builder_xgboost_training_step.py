from cursus.core.base.builder_base import StepBuilderBase

from ..configs.config_xgboost_training_step import EarlyStoppingConfig


class EarlyStoppingStepBuilder(StepBuilderBase):
    """Builds the training that stops early."""

    def __init__(self, config: EarlyStoppingConfig):
        super().__init__(config=config)

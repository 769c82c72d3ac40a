from cursus.core.base.builder_base import StepBuilderBase

from ..configs.config_xgboost_training_step import QuantileConfig


class QuantileStepBuilder(StepBuilderBase):
    """Builds the training for quantiles."""

    def __init__(self, config: QuantileConfig):
        super().__init__(config=config)

from cursus.core.base.builder_base import StepBuilderBase

from ..configs.config_model_evaluation_step import ModelEvaluationConfig


class ModelEvaluationStepBuilder(StepBuilderBase):
    """Builds the step that reports how good a model is."""

    def __init__(self, config: ModelEvaluationConfig):
        super().__init__(config=config)

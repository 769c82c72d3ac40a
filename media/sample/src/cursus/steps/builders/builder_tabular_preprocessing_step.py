from cursus.core.base.builder_base import StepBuilderBase

from ..configs.config_tabular_preprocessing_step import TabularPreprocessingConfig


class TabularPreprocessingStepBuilder(StepBuilderBase):
    """Builds the step that cleans and splits a table."""

    def __init__(self, config: TabularPreprocessingConfig):
        super().__init__(config=config)

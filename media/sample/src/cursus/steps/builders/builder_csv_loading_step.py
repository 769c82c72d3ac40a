from cursus.core.base.builder_base import StepBuilderBase

from ..configs.config_csv_loading_step import CsvLoadingConfig


class CsvLoadingStepBuilder(StepBuilderBase):
    """Builds the step that copies a table into the pipeline."""

    def __init__(self, config: CsvLoadingConfig):
        super().__init__(config=config)

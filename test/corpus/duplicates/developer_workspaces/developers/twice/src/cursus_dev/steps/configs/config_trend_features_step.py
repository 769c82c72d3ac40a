"""Settings of the step TrendFeatures."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class TrendFeaturesConfig(ProcessingStepConfigBase):
    """What TrendFeatures needs to know.

    Slopes of series.
    """

    column: str = Field(default="value", description="Column that is used.")

    def get_script_path(self) -> str:
        return self.script_path("trend_features.py")

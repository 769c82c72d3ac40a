"""Settings of the step BasketFeatures."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class BasketFeaturesConfig(ProcessingStepConfigBase):
    """What BasketFeatures needs to know.

    Sums up what is in a basket.
    """

    column: str = Field(default="value", description="Column that is used.")

    def get_script_path(self) -> str:
        return self.script_path("basket_features.py")

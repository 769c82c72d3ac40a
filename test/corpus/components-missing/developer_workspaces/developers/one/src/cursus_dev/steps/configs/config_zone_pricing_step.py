"""Settings of the step ZonePricing."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class ZonePricingConfig(ProcessingStepConfigBase):
    """What ZonePricing needs to know.

    Prices by zone.
    """

    column: str = Field(default="value", description="Column that is used.")

    def get_script_path(self) -> str:
        return self.script_path("zone_pricing.py")

"""Settings of the step PriceElasticity."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class PriceElasticityConfig(ProcessingStepConfigBase):
    """What PriceElasticity needs to know.

    Learns how price moves demand.
    """

    column: str = Field(default="value", description="Column that is used.")

    def get_script_path(self) -> str:
        return self.script_path("price_elasticity.py")

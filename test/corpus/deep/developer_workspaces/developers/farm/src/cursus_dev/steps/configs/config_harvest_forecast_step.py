"""Settings of the step HarvestForecast."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class HarvestForecastConfig(ProcessingStepConfigBase):
    """What HarvestForecast needs to know.

    Forecasts the harvest.
    """

    column: str = Field(default="value", description="Column that is used.")

    def get_script_path(self) -> str:
        return self.script_path("harvest_forecast.py")

"""Settings of the step RefundForecast."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class RefundForecastConfig(ProcessingStepConfigBase):
    """What RefundForecast needs to know.

    Forecasts refunds per week.
    """

    weeks: int = Field(default=8, description="How far to look ahead.")

    def get_script_path(self) -> str:
        return self.script_path("refund_forecast.py")

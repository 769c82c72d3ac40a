"""Settings of the step StockForecast."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class StockForecastConfig(ProcessingStepConfigBase):
    """What StockForecast needs to know.

    Forecasts the stock.
    """

    column: str = Field(default="value", description="Column that is used.")

    def get_script_path(self) -> str:
        return self.script_path("stock_forecast.py")

"""Settings of the step ReturnsForecast."""

from pydantic import Field

from cursus.core.base.config_base import BasePipelineConfig


class ReturnsForecastConfig(BasePipelineConfig):
    """What ReturnsForecast needs to know.

    Forecasts what is sent back.
    """

    column: str = Field(default="value", description="Column that is used.")

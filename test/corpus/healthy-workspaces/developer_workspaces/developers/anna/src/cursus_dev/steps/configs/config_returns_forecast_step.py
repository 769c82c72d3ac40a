"""Settings of the step ReturnsForecast."""

from pydantic import Field

from cursus.core.base.config_base import BasePipelineConfig


class ReturnsForecastConfig(BasePipelineConfig):
    """What ReturnsForecast needs to know.

    Forecasts what is sent back.
    """

    column: str = Field(default="value", description="Column that is used.")
    training_entry_point: str = Field(default="returns_forecast.py", description="Script inside source_dir.")
    training_instance_type: str = Field(default="ml.m5.4xlarge", description="Machine of the training job.")
    training_instance_count: int = Field(default=1, description="How many machines.")
    training_volume_size: int = Field(default=30, description="Disk of each machine in GB.")

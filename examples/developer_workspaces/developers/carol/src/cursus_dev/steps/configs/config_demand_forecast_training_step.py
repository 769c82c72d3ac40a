"""Settings of the step DemandForecastTraining."""

from pydantic import Field

from cursus.core.base.config_base import BasePipelineConfig


class DemandForecastTrainingConfig(BasePipelineConfig):
    """What DemandForecastTraining needs to know.

    Trains a forecast of the demand per article.
    """

    training_entry_point: str = Field(..., description="Script inside source_dir.")
    training_instance_type: str = Field(default="ml.m5.4xlarge", description="Instance of the job.")
    training_instance_count: int = Field(default=1, description="How many of them.")
    training_volume_size: int = Field(default=30, description="Disk in GB.")
    framework_version: str = Field(default="2.0.1", description="Image version.")

"""Settings of the step XGBoostTraining."""

from pydantic import Field

from cursus.core.base.config_base import BasePipelineConfig


class CustomXGBoostTrainingConfig(BasePipelineConfig):
    """What XGBoostTraining needs to know.

    XGBoost with early stopping on precision at the top.
    """

    training_entry_point: str = Field(..., description="Script inside source_dir.")
    training_instance_type: str = Field(default="ml.m5.4xlarge", description="Instance of the job.")
    training_instance_count: int = Field(default=1, description="How many of them.")
    training_volume_size: int = Field(default=30, description="Disk in GB.")
    framework_version: str = Field(default="1.7-1", description="Image version.")
    patience: int = Field(default=25, description="Rounds without progress.")

"""Settings of the step XGBoostTraining."""

from pydantic import Field

from ...core.base.config_base import BasePipelineConfig


class XGBoostTrainingConfig(BasePipelineConfig):
    """What XGBoostTraining needs to know.

    Trains a gradient boosted tree model with XGBoost.
    """

    training_entry_point: str = Field(..., description="Script inside source_dir.")
    training_instance_type: str = Field(default="ml.m5.4xlarge", description="Instance of the job.")
    training_instance_count: int = Field(default=1, description="How many of them.")
    training_volume_size: int = Field(default=30, description="Disk in GB.")
    framework_version: str = Field(default="1.7-1", description="Image version.")

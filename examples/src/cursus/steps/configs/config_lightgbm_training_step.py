"""Settings of the step LightGBMTraining."""

from pydantic import Field

from ...core.base.config_base import BasePipelineConfig


class LightGBMTrainingConfig(BasePipelineConfig):
    """What LightGBMTraining needs to know.

    Trains a gradient boosted tree model with LightGBM.
    """

    training_entry_point: str = Field(..., description="Script inside source_dir.")
    training_instance_type: str = Field(default="ml.m5.4xlarge", description="Instance of the job.")
    training_instance_count: int = Field(default=1, description="How many of them.")
    training_volume_size: int = Field(default=30, description="Disk in GB.")

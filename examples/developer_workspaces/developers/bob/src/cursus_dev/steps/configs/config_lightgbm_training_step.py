"""Settings of the step LightGBMTraining."""

from typing import List

from pydantic import Field

from cursus.core.base.config_base import BasePipelineConfig


class PaymentsLightGBMTrainingConfig(BasePipelineConfig):
    """What LightGBMTraining needs to know.

    LightGBM with monotone constraints on fees.
    """

    training_entry_point: str = Field(..., description="Script inside source_dir.")
    training_instance_type: str = Field(default="ml.m5.4xlarge", description="Instance of the job.")
    training_instance_count: int = Field(default=1, description="How many of them.")
    training_volume_size: int = Field(default=30, description="Disk in GB.")
    monotone: List[str] = Field(default=[], description="Columns that may only raise the score.")

"""Settings of the step PyTorchTraining."""

from pydantic import Field

from ...core.base.config_base import BasePipelineConfig


class PyTorchTrainingConfig(BasePipelineConfig):
    """What PyTorchTraining needs to know.

    Trains a neural network with PyTorch.
    """

    training_entry_point: str = Field(..., description="Script inside source_dir.")
    training_instance_type: str = Field(default="ml.m5.4xlarge", description="Instance of the job.")
    training_instance_count: int = Field(default=1, description="How many of them.")
    training_volume_size: int = Field(default=30, description="Disk in GB.")
    framework_version: str = Field(default="2.0.1", description="Image version.")

"""Settings of the step PyTorchModel."""

from pydantic import Field

from ...core.base.config_base import BasePipelineConfig


class PyTorchModelStepConfig(BasePipelineConfig):
    """What PyTorchModel needs to know.

    Makes a deployable model from PyTorch artifacts.
    """

    inference_entry_point: str = Field(..., description="Handler that the endpoint calls.")
    instance_type: str = Field(default="ml.m5.large", description="Instance of the endpoint.")
    framework_version: str = Field(default="2.0.1", description="Image version.")

"""Settings of the step XGBoostModel."""

from pydantic import Field

from ...core.base.config_base import BasePipelineConfig


class XGBoostModelStepConfig(BasePipelineConfig):
    """What XGBoostModel needs to know.

    Makes a deployable model from XGBoost artifacts.
    """

    inference_entry_point: str = Field(..., description="Handler that the endpoint calls.")
    instance_type: str = Field(default="ml.m5.large", description="Instance of the endpoint.")
    framework_version: str = Field(default="1.7-1", description="Image version.")

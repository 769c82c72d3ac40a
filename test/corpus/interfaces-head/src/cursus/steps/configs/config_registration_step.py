"""Settings of the step Registration."""

from pydantic import Field

from ...core.base.config_base import BasePipelineConfig


class RegistrationConfig(BasePipelineConfig):
    """What Registration needs to know.

    Registers the packed model with the model service.
    """

    model_domain: str = Field(..., description="Domain under which the model is listed.")
    model_objective: str = Field(..., description="What it predicts.")
    performance_metadata_location: str = Field(default="", description="S3 path of the metrics, if any.")

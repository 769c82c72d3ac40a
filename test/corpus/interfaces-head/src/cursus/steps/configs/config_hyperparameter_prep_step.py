"""Settings of the step HyperparameterPrep."""

from pydantic import Field

from ...core.base.config_base import BasePipelineConfig


class HyperparameterPrepConfig(BasePipelineConfig):
    """What HyperparameterPrep needs to know.

    Writes the hyperparameters of a training to the bucket.
    """

    lambda_arn: str = Field(..., description="Function that writes the file.")
    hyperparameters_json: str = Field(..., description="The values, as JSON.")
    s3_key: str = Field(default="hyperparameters.json", description="Name of the object.")

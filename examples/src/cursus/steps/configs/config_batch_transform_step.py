"""Settings of the step BatchTransform."""

from pydantic import Field, field_validator

from ...core.base.config_base import BasePipelineConfig


class BatchTransformStepConfig(BasePipelineConfig):
    """What BatchTransform needs to know.

    Scores a whole data set with a registered model.
    """

    job_type: str = Field(default="training", description="Which data set this run prepares.")
    transform_instance_type: str = Field(default="ml.m5.large", description="Instance of the job.")
    transform_instance_count: int = Field(default=1, description="How many of them.")
    content_type: str = Field(default="text/csv", description="Format of a line.")

    @field_validator("job_type")
    @classmethod
    def _known_job_type(cls, value: str) -> str:
        if value not in {"training", "validation"}:
            raise ValueError(f"unknown job type: {value}")
        return value

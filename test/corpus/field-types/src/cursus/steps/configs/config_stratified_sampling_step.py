"""Settings of the step StratifiedSampling."""

from pydantic import Field, field_validator

from .config_processing_step_base import ProcessingStepConfigBase


class StratifiedSamplingConfig(ProcessingStepConfigBase):
    """What StratifiedSampling needs to know.

    Draws a sample that keeps the class balance.
    """

    job_type: str = Field(default="training", description="Which data set this run prepares.")
    strata_column: str = Field(..., description="Rows are drawn per value of this column.")
    target_sample_size: int = Field(default=1000, description="Rows to keep.")

    @field_validator("job_type")
    @classmethod
    def _known_job_type(cls, value: str) -> str:
        if value not in {"training"}:
            raise ValueError(f"unknown job type: {value}")
        return value

    def get_script_path(self) -> str:
        return self.script_path("stratified_sampling.py")

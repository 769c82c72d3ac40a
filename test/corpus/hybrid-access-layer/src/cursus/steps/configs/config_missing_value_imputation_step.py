"""Settings of the step MissingValueImputation."""

from typing import List

from pydantic import Field, field_validator

from .config_processing_step_base import ProcessingStepConfigBase


class MissingValueImputationConfig(ProcessingStepConfigBase):
    """What MissingValueImputation needs to know.

    Fills missing values with statistics of the training set.
    """

    job_type: str = Field(default="training", description="Which data set this run prepares.")
    strategy: str = Field(default="median", description="median, mean or most_frequent.")
    numeric_columns: List[str] = Field(..., description="Columns to fill.")

    @field_validator("job_type")
    @classmethod
    def _known_job_type(cls, value: str) -> str:
        if value not in {"training", "validation"}:
            raise ValueError(f"unknown job type: {value}")
        return value

    def get_script_path(self) -> str:
        return self.script_path("missing_value_imputation.py")

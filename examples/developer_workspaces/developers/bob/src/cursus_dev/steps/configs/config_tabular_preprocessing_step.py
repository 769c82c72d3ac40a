"""Settings of the step TabularPreprocessing."""

from typing import List

from pydantic import Field, field_validator

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class PaymentsTabularPreprocessingConfig(ProcessingStepConfigBase):
    """What TabularPreprocessing needs to know.

    Preprocessing that keeps refunds and fees apart.
    """

    job_type: str = Field(default="training", description="Which data set this run prepares.")
    label_name: str = Field(..., description="Column that is to be predicted.")
    fee_columns: List[str] = Field(..., description="Columns with fees.")

    @field_validator("job_type")
    @classmethod
    def _known_job_type(cls, value: str) -> str:
        if value not in {"calibration", "testing", "training", "validation"}:
            raise ValueError(f"unknown job type: {value}")
        return value

    def get_script_path(self) -> str:
        return self.script_path("tabular_preprocessing.py")

"""Settings of the step ModelCalibration."""

from pydantic import Field, field_validator

from .config_processing_step_base import ProcessingStepConfigBase


class ModelCalibrationConfig(ProcessingStepConfigBase):
    """What ModelCalibration needs to know.

    Turns raw scores into probabilities.
    """

    job_type: str = Field(default="calibration", description="Which data set this run prepares.")
    method: str = Field(default="isotonic", description="isotonic or platt.")
    score_field: str = Field(default="prob_class_1", description="Column with the raw score.")

    @field_validator("job_type")
    @classmethod
    def _known_job_type(cls, value: str) -> str:
        if value not in {"training"}:
            raise ValueError(f"unknown job type: {value}")
        return value

    def get_script_path(self) -> str:
        return self.script_path("model_calibration.py")

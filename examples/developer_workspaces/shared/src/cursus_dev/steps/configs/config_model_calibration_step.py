"""Settings of the step ModelCalibration."""

from pydantic import Field, field_validator

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class BetaModelCalibrationConfig(ProcessingStepConfigBase):
    """What ModelCalibration needs to know.

    Calibrates scores with a beta distribution.
    """

    job_type: str = Field(default="calibration", description="Which data set this run prepares.")
    score_field: str = Field(default="prob_class_1", description="Column with the raw score.")
    clip: float = Field(default=1e-6, description="Keeps scores away from 0 and 1.")

    @field_validator("job_type")
    @classmethod
    def _known_job_type(cls, value: str) -> str:
        if value not in {"calibration", "training"}:
            raise ValueError(f"unknown job type: {value}")
        return value

    def get_script_path(self) -> str:
        return self.script_path("model_calibration.py")

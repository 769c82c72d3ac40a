"""Settings of the step FeatureSelection."""

from pydantic import Field, field_validator

from .config_processing_step_base import ProcessingStepConfigBase


class FeatureSelectionConfig(ProcessingStepConfigBase):
    """What FeatureSelection needs to know.

    Keeps the features that carry most information about the label.
    """

    job_type: str = Field(default="training", description="Which data set this run prepares.")
    keep: int = Field(default=50, description="How many features stay.")
    method: str = Field(default="mutual_information", description="How features are ranked.")

    @field_validator("job_type")
    @classmethod
    def _known_job_type(cls, value: str) -> str:
        if value not in {"training", "validation"}:
            raise ValueError(f"unknown job type: {value}")
        return value

    def get_script_path(self) -> str:
        return self.script_path("feature_selection.py")

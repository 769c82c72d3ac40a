"""Settings of the step FeatureSelection."""

from pydantic import Field, field_validator

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class StableFeatureSelectionConfig(ProcessingStepConfigBase):
    """What FeatureSelection needs to know.

    Keeps features whose importance is stable over time.
    """

    job_type: str = Field(default="training", description="Which data set this run prepares.")
    keep: int = Field(default=40, description="How many features stay.")
    folds: int = Field(default=6, description="Months to compare.")

    @field_validator("job_type")
    @classmethod
    def _known_job_type(cls, value: str) -> str:
        if value not in {"training", "validation"}:
            raise ValueError(f"unknown job type: {value}")
        return value

    def get_script_path(self) -> str:
        return self.script_path("feature_selection.py")

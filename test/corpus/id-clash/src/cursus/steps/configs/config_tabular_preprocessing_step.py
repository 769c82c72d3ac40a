"""Settings of the step TabularPreprocessing."""

from pydantic import Field, field_validator

from .config_processing_step_base import ProcessingStepConfigBase


class TabularPreprocessingConfig(ProcessingStepConfigBase):
    """What TabularPreprocessing needs to know.

    Merges data shards, cleans the label and splits the rows into train, test and validation sets.
    """

    job_type: str = Field(default="training", description="Which data set this run prepares.")
    label_name: str = Field(..., description="Column that is to be predicted.")
    train_ratio: float = Field(default=0.7, description="Share of rows for training.")
    test_val_ratio: float = Field(default=0.5, description="Share of the rest that goes to testing.")

    @field_validator("job_type")
    @classmethod
    def _known_job_type(cls, value: str) -> str:
        if value not in {"training"}:
            raise ValueError(f"unknown job type: {value}")
        return value

    def get_script_path(self) -> str:
        return self.script_path("tabular_preprocessing.py")

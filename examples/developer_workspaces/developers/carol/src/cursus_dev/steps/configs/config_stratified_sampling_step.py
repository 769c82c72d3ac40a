"""Settings of the step StratifiedSampling."""

from pydantic import Field, field_validator

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class ArticleStratifiedSamplingConfig(ProcessingStepConfigBase):
    """What StratifiedSampling needs to know.

    Draws whole articles, so that no series is cut.
    """

    job_type: str = Field(default="training", description="Which data set this run prepares.")
    strata_column: str = Field(default="article_id", description="Rows are drawn per value of this column.")

    @field_validator("job_type")
    @classmethod
    def _known_job_type(cls, value: str) -> str:
        if value not in {"training", "validation"}:
            raise ValueError(f"unknown job type: {value}")
        return value

    def get_script_path(self) -> str:
        return self.script_path("stratified_sampling.py")

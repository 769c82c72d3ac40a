"""Settings of the step CustomerScores."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class ScoreConfig(ProcessingStepConfigBase):
    """What CustomerScores needs to know.

    Scores customers.
    """

    column: str = Field(default="value", description="Column that is used.")

    def get_script_path(self) -> str:
        return self.script_path("customer_scores.py")

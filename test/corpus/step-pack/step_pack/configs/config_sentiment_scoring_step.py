"""Settings of the step SentimentScoring."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class SentimentScoringConfig(ProcessingStepConfigBase):
    """What SentimentScoring needs to know.

    Scores the sentiment of customer mails.
    """

    column: str = Field(default="value", description="Column that is used.")

    def get_script_path(self) -> str:
        return self.script_path("sentiment_scoring.py")

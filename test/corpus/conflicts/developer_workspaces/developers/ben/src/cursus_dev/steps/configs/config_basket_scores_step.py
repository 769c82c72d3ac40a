"""Settings of the step BasketScores."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class ScoreConfig(ProcessingStepConfigBase):
    """What BasketScores needs to know.

    Scores baskets.
    """

    column: str = Field(default="value", description="Column that is used.")

    def get_script_path(self) -> str:
        return self.script_path("basket_scores.py")

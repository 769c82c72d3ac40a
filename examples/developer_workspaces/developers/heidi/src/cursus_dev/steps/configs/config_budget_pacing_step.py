"""Settings of the step budget_pacing."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class BudgetPacingConfig(ProcessingStepConfigBase):
    """What budget_pacing needs to know.

    Spreads a budget over the days of a month.
    """

    budget: float = Field(..., description="Money for the month.")

    def get_script_path(self) -> str:
        return self.script_path("budget_pacing.py")

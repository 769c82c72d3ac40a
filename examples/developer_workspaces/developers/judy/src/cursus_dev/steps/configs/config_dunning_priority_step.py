"""Settings of the step DunningPriority."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class DunningPriorityConfig(ProcessingStepConfigBase):
    """What DunningPriority needs to know.

    Ranks open invoices by the chance to be paid.
    """

    limit: int = Field(default=100, description="How many are called per day.")

    def get_script_path(self) -> str:
        return self.script_path("dunning_priority.py")

"""Settings of the step TrialSplit."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class TrialSplitConfig(ProcessingStepConfigBase):
    """What TrialSplit needs to know.

    Splits users into groups.
    """

    column: str = Field(default="value", description="Column that is used.")

    def get_script_path(self) -> str:
        return self.script_path("trial_split.py")

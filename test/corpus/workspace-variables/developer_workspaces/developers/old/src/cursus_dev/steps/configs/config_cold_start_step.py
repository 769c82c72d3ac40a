"""Settings of the step ColdStart."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class ColdStartConfig(ProcessingStepConfigBase):
    """What ColdStart needs to know.

    Handles users without a history.
    """

    column: str = Field(default="value", description="Column that is used.")

    def get_script_path(self) -> str:
        return self.script_path("cold_start.py")

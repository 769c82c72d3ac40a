"""Settings of the step LatheVibration."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class LatheVibrationConfig(ProcessingStepConfigBase):
    """What LatheVibration needs to know.

    Watches lathes.
    """

    column: str = Field(default="value", description="Column that is used.")

    def get_script_path(self) -> str:
        return self.script_path("lathe_vibration.py")

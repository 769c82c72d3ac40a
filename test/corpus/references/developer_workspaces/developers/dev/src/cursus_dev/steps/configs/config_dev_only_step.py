"""Settings of the step DevOnly."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class DevOnlyConfig(ProcessingStepConfigBase):
    """What DevOnly needs to know.

    A step of one workspace.
    """

    column: str = Field(default="value", description="Column that is used.")

    def get_script_path(self) -> str:
        return self.script_path("dev_only.py")

"""Settings of the step NestCount."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class NestCountConfig(ProcessingStepConfigBase):
    """What NestCount needs to know.

    NestCount of birds.
    """

    column: str = Field(default="value", description="Column that is used.")

    def get_script_path(self) -> str:
        return self.script_path("nest_count.py")

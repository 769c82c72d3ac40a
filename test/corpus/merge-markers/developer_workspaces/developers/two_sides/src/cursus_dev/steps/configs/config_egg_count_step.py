"""Settings of the step EggCount."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class EggCountConfig(ProcessingStepConfigBase):
    """What EggCount needs to know.

    EggCount of birds.
    """

    column: str = Field(default="value", description="Column that is used.")

    def get_script_path(self) -> str:
        return self.script_path("egg_count.py")

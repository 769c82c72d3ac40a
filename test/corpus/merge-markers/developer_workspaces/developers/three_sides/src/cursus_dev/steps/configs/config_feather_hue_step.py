"""Settings of the step FeatherHue."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class FeatherHueConfig(ProcessingStepConfigBase):
    """What FeatherHue needs to know.

    FeatherHue of birds.
    """

    column: str = Field(default="value", description="Column that is used.")

    def get_script_path(self) -> str:
        return self.script_path("feather_hue.py")

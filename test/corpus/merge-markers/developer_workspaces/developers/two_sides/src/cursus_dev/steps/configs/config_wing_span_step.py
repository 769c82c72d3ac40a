"""Settings of the step WingSpan."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class WingSpanConfig(ProcessingStepConfigBase):
    """What WingSpan needs to know.

    WingSpan of birds.
    """

    column: str = Field(default="value", description="Column that is used.")

    def get_script_path(self) -> str:
        return self.script_path("wing_span.py")

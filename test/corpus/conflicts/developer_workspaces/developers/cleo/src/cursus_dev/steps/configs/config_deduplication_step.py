"""Settings of the step Deduplication."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class DeduplicationConfig(ProcessingStepConfigBase):
    """What Deduplication needs to know.

    Drops what is there twice.
    """

    column: str = Field(default="value", description="Column that is used.")

    def get_script_path(self) -> str:
        return self.script_path("deduplication.py")

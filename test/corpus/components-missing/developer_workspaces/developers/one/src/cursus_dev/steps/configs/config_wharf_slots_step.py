"""Settings of the step WharfSlots."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class WharfSlotsConfig(ProcessingStepConfigBase):
    """What WharfSlots needs to know.

    Plans slots at the wharf.
    """

    column: str = Field(default="value", description="Column that is used.")

    def get_script_path(self) -> str:
        return self.script_path("wharf_slots.py")

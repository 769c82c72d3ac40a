"""Settings of the step ShelfLayout."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class ShelfLayoutConfig(ProcessingStepConfigBase):
    """What ShelfLayout needs to know.

    Arranges articles on shelves.
    """

    column: str = Field(default="value", description="Column that is used.")

    def get_script_path(self) -> str:
        return self.script_path("shelf_layout.py")

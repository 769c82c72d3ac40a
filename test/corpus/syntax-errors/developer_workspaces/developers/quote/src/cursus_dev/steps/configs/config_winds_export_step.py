"""Settings of the step WindsExport."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class WindsExportConfig(ProcessingStepConfigBase):
    """What WindsExport needs to know.

    Exports winds.
    """

    column: str = Field(default="value", description="Column that is used.")

    def get_script_path(self) -> str:
        return self.script_path("winds_export.py")

"""Settings of the step CoastExport."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class CoastExportConfig(ProcessingStepConfigBase):
    """What CoastExport needs to know.

    Exports coast.
    """

    column: str = Field(default="value", description="Column that is used.")

    def get_script_path(self) -> str:
        return self.script_path("coast_export.py")

"""Settings of the step TidesExport."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class TidesExportConfig(ProcessingStepConfigBase):
    """What TidesExport needs to know.

    Exports tides.
    """

    column: str = Field(default="value", description="Column that is used.")

    def get_script_path(self) -> str:
        return self.script_path("tides_export.py")

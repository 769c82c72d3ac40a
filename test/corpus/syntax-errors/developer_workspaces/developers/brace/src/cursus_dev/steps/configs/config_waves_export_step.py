"""Settings of the step WavesExport."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class WavesExportConfig(ProcessingStepConfigBase):
    """What WavesExport needs to know.

    Exports waves.
    """

    column: str = Field(default="value", description="Column that is used.")

    def get_script_path(self) -> str:
        return self.script_path("waves_export.py")

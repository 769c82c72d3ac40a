"""Settings of the step OutlierRemoval."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class OutlierRemovalConfig(ProcessingStepConfigBase):
    """What OutlierRemoval needs to know.

    Drops readings that no sensor can produce.
    """

    limit: float = Field(default=125.0, description="Highest reading that is possible.")

    def get_script_path(self) -> str:
        return self.script_path("outlier_removal.py")

"""Settings of the step DeltaCounts."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class DeltaCountsConfig(ProcessingStepConfigBase):
    """What DeltaCounts needs to know.

    The step of south.
    """

    column: str = Field(default="value", description="Column that is used.")

    def get_script_path(self) -> str:
        return self.script_path("delta_counts.py")

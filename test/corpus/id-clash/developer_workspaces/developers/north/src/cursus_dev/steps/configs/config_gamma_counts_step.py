"""Settings of the step GammaCounts."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class GammaCountsConfig(ProcessingStepConfigBase):
    """What GammaCounts needs to know.

    The step of north.
    """

    column: str = Field(default="value", description="Column that is used.")

    def get_script_path(self) -> str:
        return self.script_path("gamma_counts.py")

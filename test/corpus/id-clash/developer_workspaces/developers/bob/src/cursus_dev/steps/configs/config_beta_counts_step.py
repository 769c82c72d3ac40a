"""Settings of the step BetaCounts."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class BetaCountsConfig(ProcessingStepConfigBase):
    """What BetaCounts needs to know.

    The step of bob.
    """

    column: str = Field(default="value", description="Column that is used.")

    def get_script_path(self) -> str:
        return self.script_path("beta_counts.py")

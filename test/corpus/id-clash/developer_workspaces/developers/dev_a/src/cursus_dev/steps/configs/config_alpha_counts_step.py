"""Settings of the step AlphaCounts."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class AlphaCountsConfig(ProcessingStepConfigBase):
    """What AlphaCounts needs to know.

    The step of dev_a.
    """

    column: str = Field(default="value", description="Column that is used.")

    def get_script_path(self) -> str:
        return self.script_path("alpha_counts.py")

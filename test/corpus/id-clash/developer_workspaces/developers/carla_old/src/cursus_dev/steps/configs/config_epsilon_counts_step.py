"""Settings of the step EpsilonCounts."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class EpsilonCountsConfig(ProcessingStepConfigBase):
    """What EpsilonCounts needs to know.

    The step of carla_old.
    """

    column: str = Field(default="value", description="Column that is used.")

    def get_script_path(self) -> str:
        return self.script_path("epsilon_counts.py")

"""Settings of the step FeatureJoin."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class EmilFeatureJoinConfig(ProcessingStepConfigBase):
    """What FeatureJoin needs to know.

    FeatureJoin of emil.
    """

    column: str = Field(default="value", description="Column that is used.")

    def get_script_path(self) -> str:
        return self.script_path("feature_join.py")

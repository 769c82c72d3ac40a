"""Settings of the step LidarMerge."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class LidarMergeConfig(ProcessingStepConfigBase):
    """What LidarMerge needs to know.

    Merges scans.
    """

    column: str = Field(default="value", description="Column that is used.")

    def get_script_path(self) -> str:
        return self.script_path("lidar_merge.py")

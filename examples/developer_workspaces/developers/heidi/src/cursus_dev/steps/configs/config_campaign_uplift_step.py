"""Settings of the step CampaignUplift."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class CampaignUpliftConfig(ProcessingStepConfigBase):
    """What CampaignUplift needs to know.

    Estimates what a campaign changed.
    """

    segments: int = Field(default=10, description="Number of segments.")

    def get_script_path(self) -> str:
        return self.script_path("campaign_uplift.py")

"""Settings of the step DemandSeasonality."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class DemandSeasonalityConfig(ProcessingStepConfigBase):
    """What DemandSeasonality needs to know.

    Takes weekday and holiday effects out of the demand.
    """

    holiday_country: str = Field(default="DE", description="Whose holidays count.")

    def get_script_path(self) -> str:
        return self.script_path("demand_seasonality.py")

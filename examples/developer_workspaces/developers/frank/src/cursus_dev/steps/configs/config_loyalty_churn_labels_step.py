"""Settings of the step LoyaltyChurnLabels."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class LoyaltyChurnLabelsConfig(ProcessingStepConfigBase):
    """What LoyaltyChurnLabels needs to know.

    Labels customers that stop collecting points.
    """

    quiet_days: int = Field(default=60, description="After this many days a customer is lost.")

    def get_script_path(self) -> str:
        return self.script_path("loyalty_churn_labels.py")

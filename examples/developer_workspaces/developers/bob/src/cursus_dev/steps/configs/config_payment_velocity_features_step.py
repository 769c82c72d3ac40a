"""Settings of the step PaymentVelocityFeatures."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class VelocityFeaturesConfig(ProcessingStepConfigBase):
    """What PaymentVelocityFeatures needs to know.

    Counts transfers per account and day.
    """

    window_days: int = Field(default=7, description="Length of the window.")

    def get_script_path(self) -> str:
        return self.script_path("payment_velocity_features.py")

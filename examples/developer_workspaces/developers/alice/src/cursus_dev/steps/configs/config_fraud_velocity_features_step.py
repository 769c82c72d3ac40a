"""Settings of the step FraudVelocityFeatures."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class VelocityFeaturesConfig(ProcessingStepConfigBase):
    """What FraudVelocityFeatures needs to know.

    Counts payments per card and hour.
    """

    window_hours: int = Field(default=24, description="Length of the window.")

    def get_script_path(self) -> str:
        return self.script_path("fraud_velocity_features.py")

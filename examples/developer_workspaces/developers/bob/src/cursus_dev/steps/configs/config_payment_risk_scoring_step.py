"""Settings of the step PaymentRiskScoring."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class PaymentRiskScoringConfig(ProcessingStepConfigBase):
    """What PaymentRiskScoring needs to know.

    Scores open payments.
    """

    threshold: float = Field(default=0.8, description="Payments above are held back.")

    def get_script_path(self) -> str:
        return self.script_path("payment_risk_scoring.py")

"""Settings of the step ModelEvaluation."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class FraudModelEvaluationConfig(ProcessingStepConfigBase):
    """What ModelEvaluation needs to know.

    Reports precision among the riskiest payments.
    """

    top_share: float = Field(default=0.01, description="Share of rows that is looked at by hand.")

    def get_script_path(self) -> str:
        return self.script_path("model_evaluation.py")

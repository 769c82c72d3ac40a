"""Settings of the step ModelEvaluation."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class AdaModelEvaluationConfig(ProcessingStepConfigBase):
    """What ModelEvaluation needs to know.

    ModelEvaluation of ada.
    """

    column: str = Field(default="value", description="Column that is used.")

    def get_script_path(self) -> str:
        return self.script_path("model_evaluation.py")

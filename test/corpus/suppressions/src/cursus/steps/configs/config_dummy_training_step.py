"""Settings of the step DummyTraining."""

from pydantic import Field

from .config_processing_step_base import ProcessingStepConfigBase


class DummyTrainingConfig(ProcessingStepConfigBase):
    """What DummyTraining needs to know.

    Passes a pretrained model on as if it had just been trained.
    """

    pretrained_model_path: str = Field(..., description="model.tar.gz to pass on.")

    def get_script_path(self) -> str:
        return self.script_path("dummy_training.py")

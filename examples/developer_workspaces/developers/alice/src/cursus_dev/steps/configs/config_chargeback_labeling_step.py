"""Settings of the step ChargebackLabeling."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class ChargebackLabelingConfig(ProcessingStepConfigBase):
    """What ChargebackLabeling needs to know.

    Labels payments that were charged back later.
    """

    days: int = Field(default=90, description="How long a chargeback may take.")

    def get_script_path(self) -> str:
        return self.script_path("chargeback_labeling.py")

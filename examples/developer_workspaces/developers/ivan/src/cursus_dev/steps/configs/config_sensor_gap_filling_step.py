"""Settings of the step SensorGapFilling."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class SensorGapFillingConfig(ProcessingStepConfigBase):
    """What SensorGapFilling needs to know.

    Fills short gaps in sensor readings.
    """

    limit: int = Field(default=3, description="Longest gap that is filled.")

    def get_script_path(self) -> str:
        return self.script_path("sensor_gap_filling.py")

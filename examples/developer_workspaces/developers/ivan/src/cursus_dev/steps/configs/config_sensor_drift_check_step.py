"""Settings of the step SensorDriftCheck."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class SensorDriftCheckConfig(ProcessingStepConfigBase):
    """What SensorDriftCheck needs to know.

    Compares sensor readings with last week.
    """

    weeks: int = Field(default=1, description="How far to look back.")

    def get_script_path(self) -> str:
        return self.script_path("sensor_drift_check.py")

"""Settings of the step NightBus."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class NightBusConfig(ProcessingStepConfigBase):
    """What NightBus needs to know.

    Plans night buses.
    """

    column: str = Field(default="value", description="Column that is used.")

    def get_script_path(self) -> str:
        return self.script_path("night_bus.py")

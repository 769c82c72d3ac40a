"""Settings of the step RouteLength."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class RouteLengthConfig(ProcessingStepConfigBase):
    """What RouteLength needs to know.

    Measures routes.
    """

    column: str = Field(default="value", description="Column that is used.")

    def get_script_path(self) -> str:
        return self.script_path("route_length.py")

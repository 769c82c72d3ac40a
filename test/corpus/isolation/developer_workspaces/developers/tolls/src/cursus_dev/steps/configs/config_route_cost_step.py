"""Settings of the step RouteCost."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class RouteCostConfig(ProcessingStepConfigBase):
    """What RouteCost needs to know.

    Prices routes.
    """

    column: str = Field(default="value", description="Column that is used.")

    def get_script_path(self) -> str:
        return self.script_path("route_cost.py")

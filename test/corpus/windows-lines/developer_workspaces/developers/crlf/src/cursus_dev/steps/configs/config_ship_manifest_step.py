"""Settings of the step ShipManifest."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class ShipManifestsConfig(ProcessingStepConfigBase):
    """What ShipManifest needs to know.

    Reads manifests.
    """

    column: str = Field(default="value", description="Column that is used.")

    def get_script_path(self) -> str:
        return self.script_path("ship_manifest.py")

"""Settings of the step DeviceGraphEmbedding."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class DeviceGraphEmbedConfig(ProcessingStepConfigBase):
    """What DeviceGraphEmbedding needs to know.

    Embeds devices that share cards into a vector space.
    """

    dimensions: int = Field(default=16, description="Length of a vector.")

    def get_script_path(self) -> str:
        return self.script_path("device_graph_embedding.py")

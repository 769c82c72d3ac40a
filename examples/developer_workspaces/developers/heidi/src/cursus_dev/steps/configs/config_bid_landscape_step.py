"""Settings of the step BidLandscape."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class BidLandscapeConfig(ProcessingStepConfigBase):
    """What BidLandscape needs to know.

    Learns how bids turn into clicks.
    """

    buckets: int = Field(default=20, description="Buckets of the bid.")

    def get_script_path(self) -> str:
        return self.script_path("bid_landscape.py")


class BidLandscapeV2Config(BidLandscapeConfig):
    """The same, per device."""

    device_column: str = Field(default="device", description="Column that names the device.")

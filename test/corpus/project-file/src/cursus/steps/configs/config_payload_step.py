"""Settings of the step Payload."""

from pydantic import Field

from .config_processing_step_base import ProcessingStepConfigBase


class PayloadConfig(ProcessingStepConfigBase):
    """What Payload needs to know.

    Writes sample requests for load tests of the endpoint.
    """

    expected_tps: int = Field(default=2, description="Requests per second to plan for.")
    max_latency_in_millisecond: int = Field(default=800, description="Slowest answer that is acceptable.")

    def get_script_path(self) -> str:
        return self.script_path("payload.py")

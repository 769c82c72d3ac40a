"""Settings of the step ClickstreamSessions."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class ClickstreamSessionsConfig(ProcessingStepConfigBase):
    """What ClickstreamSessions needs to know.

    Cuts clicks into sessions.
    """

    gap_minutes: int = Field(default=30, description="A longer pause starts a new session.")

    def get_script_path(self) -> str:
        return self.script_path("clickstream_sessions.py")
